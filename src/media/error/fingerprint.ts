import { hash } from 'node:crypto';

/** Longest fingerprint of the application's own that is kept, in characters. */
const MAX_LENGTH = 128;

// Errors repeat, and to make a fingerprint costs more than all else that is done to tell of one. Of each message the one
// that was made last is kept. Bounded, and of short messages only.
const MAX_REMEMBERED = 500;
const MAX_REMEMBERED_LENGTH = 512;
let remembered = new Map<string, Made>();

interface Made {
  readonly component: string;
  readonly type: string;
  readonly place: string | undefined;
  readonly fingerprint: string;
}

/** The same for the same error at the same place, whatever numbers and ids its message carries. */
export function fingerprintOf(component: string, type: string, error: unknown, message: string): string {
  const place = error instanceof Error ? /\n\s+at (\S+)/.exec(error.stack ?? '')?.[1] : undefined;
  const known = remembered.get(message);
  if (known?.component === component && known.type === type && known.place === place)
    return known.fingerprint;
  const shape = message.replaceAll(/[0-9a-f]{8,}|\d+/gi, '#');
  const fingerprint = hash('sha256', [component, type, place, shape].join('\0')).slice(0, 16);
  if (message.length <= MAX_REMEMBERED_LENGTH) {
    if (remembered.size >= MAX_REMEMBERED) remembered = new Map();
    remembered.set(message, { component, type, place, fingerprint });
  }
  return fingerprint;
}

/** A fingerprint that the application gave, as it is used. */
export function ownFingerprint(given: string): string {
  return String(given).slice(0, MAX_LENGTH);
}
