import { safeName } from '../../redact/attributes/attribute_keys.ts';
import type { Family } from '../../redact/detectors/detector.ts';
import { urlFindings } from '../../redact/detectors/url_findings.ts';
import { policy } from '../../redact/policy/policy.ts';
import { explainText } from '../../redact/text/text.ts';
import type { AttributeDefinition } from '../../registry/define.ts';
import { foreignAttributes, URL_ATTRIBUTES } from '../../registry/foreign.ts';
import { NAMESPACE } from '../../registry/namespace.ts';
import { attributes as ourAttributes } from '../../registry/registry.ts';

/** Why something was changed. */
export interface Rule {
  /**
   * `class`: the registry says so of the attribute; `name`: its name does; `detector`: found in the text; `context`:
   * something beside it tells.
   */
  readonly by: 'class' | 'name' | 'detector' | 'context';
  readonly names: readonly string[];
  /** Of detectors: the family of each. */
  readonly families?: readonly Family[];
}

/** One field that would leave otherwise than it came. */
export interface Change {
  readonly path: string;
  readonly rule: Rule;
  readonly before: unknown;
  /** `undefined`: it is left out. */
  readonly after: unknown;
}

const known = new Map<string, AttributeDefinition>(
  [...ourAttributes.values(), ...foreignAttributes].map((definition) => [definition.name, definition]),
);

/** What differs between two values, field by field. */
export function* changesOf(path: string, before: unknown, after: unknown, key?: string): Generator<Change> {
  if (before === after) return;
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    for (const [at, one] of before.entries()) yield* changesOf(`${path}[${at}]`, one, after[at], key);
    return;
  }
  if (!isFields(before) || !isFields(after)) {
    if (JSON.stringify(before) !== JSON.stringify(after))
      yield { path, rule: ruleOf(before, key, after), before, after };
    return;
  }
  const inAttributes = key !== undefined || path.endsWith('.attributes') || path.endsWith('.body');
  for (const [name, value] of Object.entries(before)) {
    const left: string = name in after ? name : safeName(name);
    const place = inAttributes ? `${path}[${JSON.stringify(left)}]` : path === '' ? name : `${path}.${name}`;
    if (left !== name && left in after) {
      yield { path: `${place} (its name)`, rule: ruleOf(name, undefined, left), before: name, after: left };
    }
    yield* changesOf(place, value, after[left], inAttributes ? name : undefined);
  }
  if (inAttributes) yield* added(path, before, after);
}

// A user agent leaves as attributes of its own.
function* added(path: string, before: Fields, after: Fields): Generator<Change> {
  const names = new Set(Object.keys(before).flatMap((name) => [name, safeName(name)]));
  for (const [name, value] of Object.entries(after)) {
    if (names.has(name)) continue;
    yield {
      path: `${path}[${JSON.stringify(name)}]`,
      rule: { by: 'class', names: ['made of another'] },
      before: undefined,
      after: value,
    };
  }
}

function ruleOf(before: unknown, key: string | undefined, after: unknown): Rule {
  const how = key === undefined ? 'scan' : policy().ruleOf(key).how;
  if (key === undefined || how === 'scan') return detectorsOf(before, key, after) ?? contextOf(before);
  const definition = known.get(key);
  if (definition === undefined) {
    return { by: 'name', names: [key.startsWith(`${NAMESPACE}.`) ? `unknown ${NAMESPACE}.*` : how] };
  }
  // A long text is looked through before it is shortened.
  const looked = how === 'truncate' && (definition.truncation ?? 'length') === 'length';
  const found = looked ? detectorsOf(before, undefined, after) : undefined;
  return found ?? { by: 'class', names: [definition.privacy] };
}

function detectorsOf(before: unknown, key: string | undefined, after: unknown): Rule | undefined {
  const findings = isPartOfUrl(before, key)
    ? urlFindings(asUrl(key, before), asUrl(key, String(after)))
    : textsOf(before).flatMap((text) => explainText(text).findings);
  if (findings.length === 0) return undefined;
  const families = new Map(
    findings.map(({ detector, family }) => [`${detector} ${family}`, { detector, family }]),
  );
  return {
    by: 'detector',
    names: [...families.values()].map(({ detector }) => detector),
    families: [...families.values()].map(({ family }) => family),
  };
}

// Known by its name: no detector would take it for one.
function isPartOfUrl(value: unknown, key: string | undefined): value is string {
  return key !== undefined && URL_ATTRIBUTES.has(key) && typeof value === 'string';
}

function asUrl(key: string | undefined, value: string): string {
  return key === 'url.query' ? `?${value}` : value;
}

// Of a list: an option or a name before it tells of a secret, or it is a part of one that was split. Bytes cannot be
// looked through.
function contextOf(before: unknown): Rule {
  const bytes = ArrayBuffer.isView(before) || (Array.isArray(before) && typeof before[0] === 'number');
  return { by: 'context', names: [bytes ? 'bytes' : 'what stands beside it'] };
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return isFields(value) ? Object.values(value).flatMap(textsOf) : [];
}

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}
