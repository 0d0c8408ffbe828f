import type { AnyValue, Attributes } from '@opentelemetry/api';
import type { AttributeDefinition } from '../registry/define.ts';
import { URL_ATTRIBUTES } from '../registry/foreign.ts';
import { isNoPassword } from './detectors/passes.ts';
import { readableBytes } from './encoded.ts';
import { failedClosed, noteRedactionFailure } from './failure_count.ts';
import { dailyKeyedHash, keyedHash } from './hash.ts';
import { MASK } from './mask.ts';
import { announcesSecret, namedPair } from './pairs.ts';
import { isKnown, type KeyRule, type Policy, policy } from './policy.ts';
import { redactionSettings } from './settings.ts';
import { MAX_SCANNED_LENGTH, redactText } from './text.ts';
import { truncate, truncateIpAddress, truncateVideoId } from './truncate.ts';
import { redactPathAndQuery, redactQuery } from './url.ts';
import { reduceUserAgent, USER_AGENTS } from './user_agent.ts';

const MAX_DEPTH = 8;

const DROP = Symbol('drop');

/** What happens under a name: worked out once, since names repeat. */
interface CompiledKey {
  readonly safeKey: string;
  readonly rule: KeyRule;
  /** Value and rule are one for most: a text or a number that is looked through. */
  readonly plain: boolean;
}

const MAX_KEYS = 2000;
let keys = new Map<string, CompiledKey>();
let keysOf: Policy | undefined;

function compiledKeys(): Map<string, CompiledKey> {
  const inForce = policy();
  if (keysOf !== inForce || keys.size >= MAX_KEYS) {
    keysOf = inForce;
    keys = new Map();
  }
  return keys;
}

function compiledKey(key: string): CompiledKey {
  const inForce = policy();
  let found = keys.get(key);
  if (found === undefined) {
    const rule = inForce.ruleOf(key);
    found = {
      rule,
      safeKey: isKnown(key) ? key : safeName(key),
      plain: rule.how === 'scan' && !URL_ATTRIBUTES.has(key),
    };
    keys.set(key, found);
  }
  return found;
}

// A name without letters is none to Loki and Prometheus, which refuse all that was sent along with it.
export function safeName(key: string): string {
  const name = redactText(key);
  return name === key || /[a-z0-9]/i.test(name) ? name : 'redacted';
}

/**
 * Attributes as they may leave: each value by the class of its attribute, every string by the detectors. Of `media.*`
 * only what the registry knows is kept; whatever else there is stays, masked. Gives back the same object if there was
 * nothing to change; never changes the one it was given.
 */
export function redactAttributes<A extends Attributes | Record<string, AnyValue>>(attributes: A): A {
  return redactFields(attributes, 0) as A;
}

/** A value that has no attribute name, such as the body of a log record, as it may leave. */
export function redactValue(value: AnyValue): AnyValue {
  const result = redactUnnamed('', value, 0);
  return result === DROP ? MASK : (result as AnyValue);
}

function redactFields(fields: object, depth: number): object {
  let changed: Record<string, unknown> | undefined;
  const values = fields as Record<string, unknown>;
  const compiled = compiledKeys();
  const secretValue = depth > 0 ? failedClosed(() => namedPair(values), undefined) : undefined;
  for (const key of Object.keys(fields)) {
    const { safeKey, rule, plain } = compiled.get(key) ?? compiledKey(key);
    let value: unknown;
    let result: unknown;
    try {
      value = values[key];
      if (rule.how === 'user_agent' && USER_AGENTS.has(key) && depth === 0 && value !== undefined) {
        const reduced = reducedUserAgent(value);
        changed ??= copyOf(values);
        delete changed[key];
        Object.assign(changed, reduced);
        continue;
      }
      result =
        secretValue === key
          ? masked(value)
          : plain && typeof value === 'string'
            ? redactText(value)
            : redactBy(rule, key, value, depth);
    } catch {
      // What one of somebody's objects throws costs that field only.
      noteRedactionFailure();
      result = MASK;
    }
    if (result === value && safeKey === key) continue;
    changed ??= copyOf(values);
    if (safeKey !== key || result === DROP) delete changed[key];
    if (result !== DROP) changed[safeKey === key ? key : freeName(changed, safeKey)] = result;
  }
  return changed ?? fields;
}

// A getter that throws does so here, too; its field has been masked by then, or will be.
function copyOf(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  try {
    return { ...values };
  } catch {
    return Object.fromEntries(Object.keys(values).map((key) => [key, safely(() => values[key])]));
  }
}

function safely(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return MASK;
  }
}

// Two names may be the same once they are masked; none is to take the place of the other.
function freeName(fields: Readonly<Record<string, unknown>>, name: string): string {
  let free = name;
  for (let count = 2; Object.hasOwn(fields, free); count += 1) free = `${name}~${count}`;
  return free;
}

function redactBy(rule: KeyRule, key: string, value: unknown, depth: number): unknown {
  if (rule.how === 'scan') return redactUnnamed(key, value, depth);
  if (rule.how === 'drop') return DROP;
  if (value === undefined || value === null) return value;
  switch (rule.how) {
    case 'keep':
      return value;
    case 'mask':
      return MASK;
    case 'hash':
      return eachString(value, keyedHash);
    case 'truncate':
      return redactTruncated(value, rule.definition);
    case 'secret':
      if (rule.treatment === 'drop') return DROP;
      if (rule.treatment === 'hash') return eachString(value, keyedHash);
      return isKnown(key) ? MASK : masked(value);
    case 'address':
      return redactAddress(value);
    case 'cookie':
      // The name is that of a cookie, or a word: a value of a cookie is long and in one piece.
      return isLikeCookie(value) ? MASK : redactUnnamed(key, value, depth);
    case 'pass':
      return isNoPassword(value) ? value : redactBy(rule.secret, key, value, depth);
    case 'media_id':
      return eachString(value, truncateVideoId);
    case 'user_agent':
      return eachString(value, (text) => {
        const { name, version } = reduceUserAgent(text);
        return version === undefined ? name : `${name} ${version}`;
      });
  }
}

// Not an id of a session of one's own, which is a UUID.
function isLikeCookie(value: unknown): boolean {
  return typeof value === 'string' && /^\S{16,}$/.test(value) && !/^[0-9a-f]{8}-[0-9a-f]{4}-/i.test(value);
}

// Whether there was one is no secret.
function masked(value: unknown): unknown {
  return value === undefined || value === null || typeof value === 'boolean' ? value : MASK;
}

function redactTruncated(value: unknown, definition: AttributeDefinition | undefined): unknown {
  const how = definition?.truncation ?? 'length';
  if (how === 'ip_address') return redactAddress(value);
  return eachString(value, (text) => {
    if (how === 'video_id') return truncate(text, how);
    if (how !== 'base_name') return truncate(redactText(text), how);
    // What tells of a secret may stand before the base name, so that is looked for first; folders go with the rest.
    return redactText(truncate(redactText(text, { paths: false }), how));
  });
}

// A header for forwarded requests is a list in one text.
function redactAddress(value: unknown): unknown {
  const how = redactionSettings().address;
  if (how === 'drop') return value === undefined || value === null ? value : DROP;
  const change = how === 'hash' ? (text: string) => dailyKeyedHash(text) : truncateIpAddress;
  return eachString(value, (text) =>
    text.includes(',')
      ? text
          .split(',')
          .map((one) => change(one.trim()))
          .join(', ')
      : change(text),
  );
}

function reducedUserAgent(value: unknown): Record<string, string> {
  const text = Array.isArray(value) ? String(value[0]) : String(value);
  const { name, version, bot } = reduceUserAgent(text);
  return {
    'user_agent.name': name,
    ...(version !== undefined && { 'user_agent.version': version }),
    ...(bot && { 'user_agent.synthetic.type': 'bot' }),
  };
}

function eachString(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) {
    const changed = value.map((one: unknown) => eachString(one, change));
    return changed.some((one, at) => one !== value[at]) ? changed : value;
  }
  return typeof value === 'object' && value !== null ? MASK : value;
}

function redactUnnamed(key: string, value: unknown, depth: number): unknown {
  if (typeof value === 'string') return redactString(key, value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MAX_DEPTH) return MASK;
  if (Array.isArray(value)) return redactList(key, value, depth);
  // Bytes cannot be looked through, and nobody reads them in a store.
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return MASK;
  return redactFields(value, depth + 1);
}

function redactList(key: string, list: readonly unknown[], depth: number): unknown {
  const bytes = readableBytes(list);
  if (bytes !== undefined) return redactText(bytes) === bytes ? list : MASK;
  let isSecret = false;
  const changed = list.map((one, at) => {
    // An argument, or a name in a list of names and values, may tell that what follows is a secret.
    const result = isSecret && typeof one !== 'object' ? masked(one) : redactUnnamed(key, one, depth + 1);
    isSecret = typeof one === 'string' && announcesSecret(one, list[at + 1]);
    return result;
  });
  maskSplit(list, changed);
  return changed.some((one, at) => one !== list[at]) ? changed.filter((one) => one !== DROP) : list;
}

// A text that was split at its spaces: what is masked in the whole is masked in the part.
function maskSplit(list: readonly unknown[], changed: unknown[]): void {
  const texts = list.filter((one) => typeof one === 'string');
  if (texts.length < 2) return;
  const whole = texts.join(' ').slice(0, MAX_SCANNED_LENGTH);
  const redacted = redactText(whole);
  if (redacted === whole) return;
  for (const [at, one] of changed.entries()) {
    if (typeof one === 'string' && one !== '' && !redacted.includes(one)) changed[at] = MASK;
  }
}

function redactString(key: string, value: string): string {
  if (key === '' || !URL_ATTRIBUTES.has(key)) return redactText(value);
  // What is no part of a URL is found before it is taken for one.
  const text = redactText(value, { paths: false });
  const shaped =
    key === 'url.query' ? redactQuery(text) : text.includes('://') ? text : redactPathAndQuery(text);
  return shaped === text ? text : redactText(shaped, { paths: false });
}
