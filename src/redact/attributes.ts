import type { AnyValue, Attributes } from '@opentelemetry/api';
import type { AttributeDefinition } from '../registry/define.ts';
import { foreignAttributes, URL_ATTRIBUTES } from '../registry/foreign.ts';
import { NAMESPACE } from '../registry/namespace.ts';
import { attributes as ourAttributes } from '../registry/registry.ts';
import { meaningOfKey } from './foreign_keys.ts';
import { dailyKeyedHash, keyedHash } from './hash.ts';
import { MASK } from './mask.ts';
import { type ContentTreatment, contentTreatment, redactionSettings } from './settings.ts';
import { redactText } from './text.ts';
import { truncate, truncateIpAddress } from './truncate.ts';
import { redactPathAndQuery, redactQuery } from './url.ts';
import { reduceUserAgent } from './user_agent.ts';

const PREFIX = `${NAMESPACE}.`;
const MAX_DEPTH = 8;

const known = new Map<string, AttributeDefinition>(ourAttributes);
for (const definition of foreignAttributes) known.set(definition.name, definition);

const DROP = Symbol('drop');

// The two names that instrumentations have had for it.
const USER_AGENTS: ReadonlySet<string> = new Set(['user_agent.original', 'http.user_agent']);

/**
 * Attributes as they may leave: each value by the class of its attribute, every string by the detectors. Of `media.*`
 * only what the registry knows is kept; whatever else there is stays, masked. Gives back the same object if there was
 * nothing to change; never changes the one it was given.
 */
export function redactAttributes<A extends Attributes | Record<string, AnyValue>>(attributes: A): A {
  let changed: Record<string, unknown> | undefined;
  for (const key of Object.keys(attributes)) {
    const value = attributes[key];
    if (USER_AGENTS.has(key) && value !== undefined && redactionSettings().userAgent === 'family') {
      changed ??= { ...attributes };
      delete changed[key];
      Object.assign(changed, reducedUserAgent(value));
      continue;
    }
    const result = redactAttribute(key, value, 0);
    const safeKey = known.has(key) ? key : redactText(key, { paths: false });
    if (result === value && safeKey === key) continue;
    changed ??= { ...attributes };
    if (safeKey !== key || result === DROP) delete changed[key];
    if (result !== DROP) changed[safeKey] = result;
  }
  return (changed ?? attributes) as A;
}

/** A value that has no attribute name, such as the body of a log record, as it may leave. */
export function redactValue(value: AnyValue): AnyValue {
  const result = redactUnnamed('', value, 0);
  return result === DROP ? MASK : (result as AnyValue);
}

function redactAttribute(key: string, value: unknown, depth: number): unknown {
  const definition = known.get(key);
  if (definition === undefined) {
    if (key.startsWith(PREFIX)) return DROP;
    return redactForeign(key, value, depth);
  }
  if (value === undefined || value === null) return value;
  switch (definition.privacy) {
    case 'safe':
      return redactUnnamed(key, value, depth);
    case 'secret':
      return MASK;
    case 'hash':
      return eachString(value, keyedHash);
    case 'truncate':
      if (definition.truncation === 'ip_address') return redactAddress(value);
      return eachString(value, (text) =>
        truncate(redactBeforeTruncating(text, definition), definition.truncation ?? 'length'),
      );
    case 'content':
      return treated(contentOf(definition), key, value, depth);
  }
}

function contentOf({ name, contentKind }: AttributeDefinition): ContentTreatment {
  const { userAgent } = redactionSettings();
  return USER_AGENTS.has(name) && userAgent !== 'family' ? userAgent : contentTreatment(contentKind);
}

function treated(how: ContentTreatment, key: string, value: unknown, depth: number): unknown {
  switch (how) {
    case 'keep':
      return redactUnnamed(key, value, depth);
    case 'hash':
      return eachString(value, keyedHash);
    case 'mask':
      return MASK;
    case 'drop':
      return DROP;
  }
}

// What the registry does not know may still say by its name that it is a secret, or somebody.
function redactForeign(key: string, value: unknown, depth: number): unknown {
  switch (meaningOfKey(key)) {
    case 'plain':
      return redactUnnamed(key, value, depth);
    case 'secret':
      return value === undefined || value === null || typeof value === 'boolean' ? value : MASK;
    case 'address':
      return redactAddress(value);
    case 'user_agent': {
      const { userAgent } = redactionSettings();
      if (userAgent !== 'family') return treated(userAgent, key, value, depth);
      return eachString(value, (text) => {
        const { name, version } = reduceUserAgent(text);
        return version === undefined ? name : `${name} ${version}`;
      });
    }
  }
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

// An id or an address is shortened as it is; texts and names are looked through first.
function redactBeforeTruncating(text: string, { truncation }: AttributeDefinition): string {
  return truncation === 'video_id' || truncation === 'ip_address' || truncation === 'base_name'
    ? text
    : redactText(text);
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
  if (Array.isArray(value)) {
    const changed = value.map((one: unknown) => redactUnnamed(key, one, depth + 1));
    return changed.some((one, at) => one !== value[at]) ? changed.filter((one) => one !== DROP) : value;
  }
  // Bytes cannot be looked through, and nobody reads them in a store.
  if (ArrayBuffer.isView(value)) return MASK;
  let changed: Record<string, unknown> | undefined;
  for (const [name, inner] of Object.entries(value)) {
    const result = redactAttribute(name, inner, depth + 1);
    const safeName = redactText(name, { paths: false });
    if (result === inner && safeName === name) continue;
    changed ??= { ...value };
    if (safeName !== name || result === DROP) delete changed[name];
    if (result !== DROP) changed[safeName] = result;
  }
  return changed ?? value;
}

function redactString(key: string, value: string): string {
  if (!URL_ATTRIBUTES.has(key)) return redactText(value);
  if (key === 'url.query') return redactText(redactQuery(value), { paths: false });
  const shaped = value.includes('://') ? value : redactPathAndQuery(value);
  return redactText(shaped, { paths: false });
}
