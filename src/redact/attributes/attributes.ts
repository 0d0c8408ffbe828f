import type { AnyValue, Attributes } from '@opentelemetry/api';
import { QUERY_ATTRIBUTES, URL_ATTRIBUTES } from '../../registry/foreign.ts';
import { FOLDERS_LEFT, isFolder } from '../detectors/credentials.ts';
import { isNoPassword } from '../detectors/passes.ts';
import { failedClosed, noteRedactionFailure } from '../failure_count.ts';
import { MASK } from '../mask.ts';
import { isSecretValue } from '../names/secret_values.ts';
import { keyedHash } from '../policy/hash.ts';
import { isKnown, type KeyRule } from '../policy/policy.ts';
import { reduceUserAgent } from '../policy/user_agent.ts';
import { isWrittenBytes, readableBytes } from '../text/bytes_as_text.ts';
import { maskSplit } from '../text/split_texts.ts';
import { withoutLiterals } from '../text/sql.ts';
import { redactText } from '../text/text.ts';
import { truncateVideoId } from '../truncate.ts';
import { redactPathAndQuery, redactQuery } from '../urls/url.ts';
import { compiledKey, compiledKeys } from './attribute_keys.ts';
import { announcesSecret, namedPair } from './pairs.ts';
import {
  DROP,
  eachString,
  isLikeCookie,
  masked,
  redactAddress,
  redactTruncated,
  reducedUserAgent,
} from './treatments.ts';

const MAX_DEPTH = 8;
// The Collector leaves the same under names of passwords.
const IS_LEFT = new RegExp(`^(?:${FOLDERS_LEFT.join('|')})$`, 'i');
const SCAN: KeyRule = { how: 'scan' };

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
  for (const key in fields) {
    if (!Object.hasOwn(fields, key)) continue;
    const { safeKey, rule, plain, userAgent } = compiled.get(key) ?? compiledKey(key);
    let value: unknown;
    let result: unknown;
    try {
      value = values[key];
      if (plain && typeof value !== 'object' && secretValue === undefined) {
        result = typeof value === 'string' ? redactText(value) : value;
      } else if (userAgent && depth === 0 && value !== undefined) {
        const reduced = reducedUserAgent(value);
        changed ??= copyOf(values);
        delete changed[key];
        Object.assign(changed, reduced);
        continue;
      } else {
        result = secretValue === key ? masked(value) : redactBy(rule, key, value, depth);
      }
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
      return redactBy(isNoPassword(value) ? SCAN : rule.secret, key, value, depth);
    case 'folder': {
      const left = typeof value === 'string' && isFolder(value) ? redactText(value) : MASK;
      return IS_LEFT.test(left) ? left : redactBy(rule.secret, key, value, depth);
    }
    case 'told':
      return redactBy(isSecretValue(value, rule.under) ? rule.secret : SCAN, key, value, depth);
    case 'media_id':
      return eachString(value, truncateVideoId);
    case 'user_agent':
      return eachString(value, (text) => {
        const { name, version } = reduceUserAgent(text);
        return version === undefined ? name : `${name} ${version}`;
      });
  }
}

function redactUnnamed(key: string, value: unknown, depth: number): unknown {
  if (typeof value === 'string') return redactString(key, value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MAX_DEPTH) return MASK;
  if (Array.isArray(value)) return redactList(key, value, depth);
  // Bytes cannot be looked through, and nobody reads them in a store.
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return MASK;
  if (failedClosed(() => isWrittenBytes(value), true)) return MASK;
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

function redactString(key: string, value: string): string {
  if (QUERY_ATTRIBUTES.has(key)) return withoutLiterals(redactText(value));
  if (key === '' || !URL_ATTRIBUTES.has(key)) return redactText(value);
  // What is no part of a URL is found before it is taken for one.
  const text = redactText(value, { paths: false });
  const shaped =
    key === 'url.query' ? redactQuery(text) : text.includes('://') ? text : redactPathAndQuery(text);
  return shaped === text ? text : redactText(shaped, { paths: false });
}
