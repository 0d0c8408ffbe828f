import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 150;
const ANSWER_MS = 2000;

/** What a URL answers: a 2xx status, another one, or nothing within two seconds. */
export async function probe(url: string): Promise<'ready' | 'not ready' | 'no answer'> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(ANSWER_MS), redirect: 'error' });
    await response.arrayBuffer(); // Else the connection stays open.
    return response.ok ? 'ready' : 'not ready';
  } catch {
    return 'no answer';
  }
}

export interface WaitOptions {
  /** Give up after this many milliseconds. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  /** Asked before each look; throw to give up. */
  readonly stillThere?: () => void;
}

/**
 * Waits until this URL answers with a 2xx status.
 *
 * @returns the milliseconds that took; undefined when it did not within the time
 * @throws what `stillThere` throws; the signal's reason
 */
export async function waitUntilReady(url: string, options: WaitOptions): Promise<number | undefined> {
  const started = performance.now();
  const elapsed = () => performance.now() - started;
  while (elapsed() < options.timeoutMs) {
    options.signal?.throwIfAborted();
    options.stillThere?.();
    if ((await probe(url)) === 'ready') return Math.round(elapsed());
    await sleep(POLL_MS);
  }
  return undefined;
}
