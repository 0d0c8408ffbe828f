import type { SecretValue } from './secret_names.ts';

/** A state of a thing, or a count, and not the thing. */
export const STATE: RegExp =
  /^(?:\d{1,3}|none|null|nil|undefined|true|false|yes|no|on|off|ok|okay|done|set|unset|empty|valid|invalid|missing|required|optional|expired|enabled|disabled|pending|sent|verified|unverified|supported|unsupported|fail|failed|skip|skipped|passed|accepted|rejected|wrong|correct|incorrect)$/i;

/** Addresses of databases and queues without a login, up to their end. */
export const ADDRESSES_WITHOUT_LOGIN: readonly string[] =
  'rediss? postgres(?:ql)? mysql mariadb mongodb(?:[+]srv)? amqps? nats kafka sqlite'
    .split(' ')
    .map((scheme) => `${scheme}://[a-z0-9_.:,/-]*`);
const WITHOUT_LOGIN = new RegExp(`^(?:${ADDRESSES_WITHOUT_LOGIN.join('|')})$`, 'i');

const HAS_DIGIT = /\d/;
// In one piece or a few, as it is printed.
const CODE = /^\S{4,}(?: \S{2,}){0,3}$|^\S{2,3}(?: \S{2,}){1,3}$/;
const DIGITS = /^\d(?:[ -]?\d){3,}$/;

// How deep one is looked for: OTLP has an object around a value, and another around those of a list.
const MOST_LEVELS = 3;

/** Whether a value that stands under the name of a secret is the secret, and no state or count of something. */
export function isSecretValue(value: unknown, under: SecretValue, depth = MOST_LEVELS): boolean {
  if (under === 'any') return true;
  if (typeof value === 'object' && value !== null) {
    if (under === 'no_state' || under === 'login') return true;
    return depth > 0 && Object.values(value).some((one) => isSecretValue(one, under, depth - 1));
  }
  const text = String(value).trim();
  switch (under) {
    case 'login':
      return !WITHOUT_LOGIN.test(text);
    case 'no_state':
      return text !== '' && !STATE.test(text);
    case 'code':
      return HAS_DIGIT.test(text) && CODE.test(text);
    case 'digits':
      return DIGITS.test(text);
  }
}
