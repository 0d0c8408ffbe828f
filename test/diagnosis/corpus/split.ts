import { createHash } from 'node:crypto';

/**
 * Whether the lines of a source are kept aside: the rules are not tuned on them. Decided by a hash of the source's
 * address, before any line was gathered, so that nobody chooses; a whole thread is on one side, since lines of one
 * thread are alike.
 */
export function isHeldOut(source: string): boolean {
  return (createHash('sha256').update(source).digest()[0] ?? 0) < 128;
}
