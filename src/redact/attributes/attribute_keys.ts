import { QUERY_ATTRIBUTES, URL_ATTRIBUTES } from '../../registry/foreign.ts';
import { isKnown, type KeyRule, type Policy, policy } from '../policy/policy.ts';
import { USER_AGENTS } from '../policy/user_agent.ts';
import { redactText } from '../text/text.ts';

/** What happens under a name: worked out once, since names repeat. */
export interface CompiledKey {
  readonly safeKey: string;
  readonly rule: KeyRule;
  /** Value and rule are one for most: a text or a number that is looked through. */
  readonly plain: boolean;
  /** The whole user agent of a client, of which attributes of their own are made. */
  readonly userAgent: boolean;
}

const MAX_KEYS = 2000;
let keys = new Map<string, CompiledKey>();
let keysOf: Policy | undefined;

/** The names that are worked out already, by the policy in force. */
export function compiledKeys(): ReadonlyMap<string, CompiledKey> {
  const inForce = policy();
  if (keysOf !== inForce || keys.size >= MAX_KEYS) {
    keysOf = inForce;
    keys = new Map();
  }
  return keys;
}

/** Works one out. */
export function compiledKey(key: string): CompiledKey {
  let found = keys.get(key);
  if (found === undefined) {
    const rule = policy().ruleOf(key);
    found = {
      rule,
      safeKey: isKnown(key) ? key : safeName(key),
      plain: rule.how === 'scan' && !URL_ATTRIBUTES.has(key) && !QUERY_ATTRIBUTES.has(key),
      userAgent: rule.how === 'user_agent' && USER_AGENTS.has(key),
    };
    keys.set(key, found);
  }
  return found;
}

/** A name as it may leave. One without letters is none to Loki and Prometheus, which refuse all that came along with it. */
export function safeName(key: string): string {
  const name = redactText(key);
  return name === key || /[a-z0-9]/i.test(name) ? name : 'redacted';
}
