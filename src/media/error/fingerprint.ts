import { hash } from 'node:crypto';

/** Longest fingerprint of the application's own that is kept, in characters. */
const MAX_LENGTH = 128;

/** The same for the same error at the same place, whatever numbers and ids its message carries. */
export function fingerprintOf(component: string, type: string, error: unknown, message: string): string {
  const place = error instanceof Error ? /\n\s+at (\S+)/.exec(error.stack ?? '')?.[1] : undefined;
  const shape = message.replaceAll(/[0-9a-f]{8,}|\d+/gi, '#');
  return hash('sha256', [component, type, place, shape].join('\0')).slice(0, 16);
}

/** A fingerprint that the application gave, as it is used. */
export function ownFingerprint(given: string): string {
  return String(given).slice(0, MAX_LENGTH);
}
