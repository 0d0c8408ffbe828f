import type { AnyValue, Attributes } from '@opentelemetry/api';
import type { AttributeDefinition } from '../registry/define.ts';
import { foreignAttributes, URL_ATTRIBUTES } from '../registry/foreign.ts';
import { NAMESPACE } from '../registry/namespace.ts';
import { attributes as ourAttributes } from '../registry/registry.ts';
import { keyedHash } from './hash.ts';
import { MASK } from './mask.ts';
import { redactionSettings } from './settings.ts';
import { redactText } from './text.ts';
import { truncate } from './truncate.ts';
import { redactPathAndQuery, redactQuery } from './url.ts';

const PREFIX = `${NAMESPACE}.`;
const MAX_DEPTH = 8;

const known = new Map<string, AttributeDefinition>(ourAttributes);
for (const definition of foreignAttributes) known.set(definition.name, definition);

const DROP = Symbol('drop');

/**
 * Attributes as they may leave: each value by the class of its attribute, every string by the detectors. Of `media.*`
 * only what the registry knows is kept; whatever else there is stays, masked. Gives back the same object if there was
 * nothing to change; never changes the one it was given.
 */
export function redactAttributes<A extends Attributes | Record<string, AnyValue>>(attributes: A): A {
  let changed: Record<string, unknown> | undefined;
  for (const key of Object.keys(attributes)) {
    const value = attributes[key];
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
    return redactUnnamed(key, value, depth);
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
      return eachString(value, (text) =>
        truncate(redactBeforeTruncating(text, definition), definition.truncation ?? 'length'),
      );
    case 'content':
      switch (redactionSettings().content) {
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
