import type { JobKind } from './kind.ts';

/** What is remembered of a job between its attempts. */
export interface EarlierAttempts {
  readonly firstStartedMs: number;
  readonly lastEndedMs: number;
}

// Of jobs that are waiting for their next attempt; the oldest is forgotten when there are more.
const MAX_JOBS = 1000;
const earlier = new Map<string, EarlierAttempts>();

/** Remembers an attempt that is to be followed by another, in this process as far as is known. */
export function rememberAttempt(kind: JobKind, id: string | undefined, attempts: EarlierAttempts): void {
  if (id === undefined) return;
  const [oldest] = earlier.size >= MAX_JOBS ? earlier.keys() : [];
  if (oldest !== undefined) earlier.delete(oldest);
  earlier.set(keyOf(kind, id), attempts);
}

/** What is remembered of the attempts before, which is then forgotten. */
export function takeAttempts(kind: JobKind, id: string | undefined): EarlierAttempts | undefined {
  if (id === undefined) return undefined;
  const key = keyOf(kind, id);
  const found = earlier.get(key);
  earlier.delete(key);
  return found;
}

function keyOf(kind: JobKind, id: string): string {
  return `${kind['messaging.destination.name']}\0${id}`;
}
