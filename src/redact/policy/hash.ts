import { createHmac } from 'node:crypto';
import { redactionSettings } from './settings.ts';

const PREFIX = 'hmac:';
const HASHED = /^hmac:[0-9a-f]{16}$/;

/**
 * Keyed hash of a value: the same value has the same hash as long as the key stays, and cannot be found by trying
 * values without the key (HMAC-SHA-256, RFC 2104, of which 64 bits are kept). A hash is not hashed again.
 */
export function keyedHash(value: string): string {
  return HASHED.test(value) ? value : hashWith(redactionSettings().hashKey, value);
}

interface DailyKey {
  readonly day: string;
  readonly of: string | Buffer;
  readonly key: Buffer;
}

let daily: DailyKey | undefined;

/**
 * The same with a key that is another every day (UTC): it is derived from the configured one and the date, so that
 * processes and restarts agree on it, and what somebody did yesterday cannot be joined with what they do today.
 *
 * @param nowMs time the value is from, in milliseconds since 1970
 */
export function dailyKeyedHash(value: string, nowMs: number = Date.now()): string {
  if (HASHED.test(value)) return value;
  const day = new Date(nowMs).toISOString().slice(0, 10);
  const of = redactionSettings().hashKey;
  if (daily?.day !== day || daily.of !== of)
    daily = { day, of, key: createHmac('sha256', of).update(`people of ${day}`).digest() };
  return hashWith(daily.key, value);
}

function hashWith(key: string | Buffer, value: string): string {
  return PREFIX + createHmac('sha256', key).update(value).digest('hex').slice(0, 16);
}
