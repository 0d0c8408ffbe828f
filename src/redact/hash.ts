import { createHmac } from 'node:crypto';
import { redactionSettings } from './settings.ts';

const PREFIX = 'hmac:';
const HASHED = /^hmac:[0-9a-f]{16}$/;

/**
 * Keyed hash of a value: the same value has the same hash as long as the key stays, and cannot be found by trying
 * values without the key (HMAC-SHA-256, RFC 2104, of which 64 bits are kept). A hash is not hashed again.
 */
export function keyedHash(value: string): string {
  if (HASHED.test(value)) return value;
  return PREFIX + createHmac('sha256', redactionSettings().hashKey).update(value).digest('hex').slice(0, 16);
}
