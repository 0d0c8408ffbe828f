import type { AttributeDefinition } from '../../registry/define.ts';
import { MASK } from '../mask.ts';
import { dailyKeyedHash } from '../policy/hash.ts';
import { redactionSettings } from '../policy/settings.ts';
import { reduceUserAgent } from '../policy/user_agent.ts';
import { redactText } from '../text/text.ts';
import { truncate, truncateIpAddress } from '../truncate.ts';

/** Stands for a value that goes together with its name. */
export const DROP: unique symbol = Symbol('drop');

/** Whether a value may be that of a cookie: long and in one piece, and no id of a session of one's own, which is a UUID. */
export function isLikeCookie(value: unknown): boolean {
  return typeof value === 'string' && /^\S{16,}$/.test(value) && !/^[0-9a-f]{8}-[0-9a-f]{4}-/i.test(value);
}

/** A mask for a value; whether there was one is no secret. */
export function masked(value: unknown): unknown {
  return value === undefined || value === null || typeof value === 'boolean' ? value : MASK;
}

/** A value shortened as its attribute asks for. */
export function redactTruncated(value: unknown, definition: AttributeDefinition | undefined): unknown {
  const how = definition?.truncation ?? 'length';
  if (how === 'ip_address') return redactAddress(value);
  return eachString(value, (text) => {
    if (how === 'video_id') return truncate(text, how);
    if (how !== 'base_name') return truncate(redactText(text), how);
    // What tells of a secret may stand before the base name, so that is looked for first; folders go with the rest.
    return redactText(truncate(redactText(text, { paths: false }), how));
  });
}

/** An address by the settings. A header for forwarded requests is a list of them in one text. */
export function redactAddress(value: unknown): unknown {
  const how = redactionSettings().address;
  if (how === 'drop') return value === undefined || value === null ? value : DROP;
  const shorten = how === 'hash' ? (text: string) => dailyKeyedHash(text) : truncateIpAddress;
  // A socket of the same machine has a path for its address.
  const change = (text: string) => (text.startsWith('/') ? redactText(text) : shorten(text));
  return eachString(value, (text) =>
    text.includes(',')
      ? text
          .split(',')
          .map((one) => change(one.trim()))
          .join(', ')
      : change(text),
  );
}

/** The attributes that tell of a user agent what may leave. */
export function reducedUserAgent(value: unknown): Record<string, string> {
  const text = Array.isArray(value) ? String(value[0]) : String(value);
  const { name, version, bot } = reduceUserAgent(text);
  return {
    'user_agent.name': name,
    ...(version !== undefined && { 'user_agent.version': version }),
    ...(bot && { 'user_agent.synthetic.type': 'bot' }),
  };
}

/** Changes a text, or each of a list; what else there is in a place for texts is masked. */
export function eachString(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) {
    const changed = value.map((one: unknown) => eachString(one, change));
    return changed.some((one, at) => one !== value[at]) ? changed : value;
  }
  return typeof value === 'object' && value !== null ? MASK : value;
}
