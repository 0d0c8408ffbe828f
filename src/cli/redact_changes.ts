import { safeName } from '../redact/attribute_keys.ts';
import { policy } from '../redact/policy.ts';
import { explainText } from '../redact/text.ts';
import type { AttributeDefinition } from '../registry/define.ts';
import { foreignAttributes } from '../registry/foreign.ts';
import { NAMESPACE } from '../registry/namespace.ts';
import { attributes as ourAttributes } from '../registry/registry.ts';

/** Why something was changed. */
export interface Rule {
  /** `class`: the registry says so of the attribute; `name`: its name does; `detector`: found in the text. */
  readonly by: 'class' | 'name' | 'detector';
  readonly names: readonly string[];
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
      yield { path, rule: ruleOf(before, key), before, after };
    return;
  }
  const inAttributes = key !== undefined || path.endsWith('.attributes') || path.endsWith('.body');
  for (const [name, value] of Object.entries(before)) {
    const left: string = name in after ? name : safeName(name);
    const place = inAttributes ? `${path}[${JSON.stringify(left)}]` : path === '' ? name : `${path}.${name}`;
    if (left !== name && left in after) {
      yield { path: `${place} (its name)`, rule: ruleOf(name, undefined), before: name, after: left };
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

function ruleOf(before: unknown, key: string | undefined): Rule {
  const texts = textsOf(before);
  const found = [
    ...new Set(texts.flatMap((text) => explainText(text).findings.map(({ detector }) => detector))),
  ];
  const how = key === undefined ? 'scan' : policy().ruleOf(key).how;
  if (key === undefined || how === 'scan')
    return { by: 'detector', names: found.length > 0 ? found : ['url'] };
  const definition = known.get(key);
  if (definition === undefined) {
    return { by: 'name', names: [key.startsWith(`${NAMESPACE}.`) ? `unknown ${NAMESPACE}.*` : how] };
  }
  // A long text is looked through before it is shortened.
  const looked = how === 'truncate' && (definition.truncation ?? 'length') === 'length';
  return looked && found.length > 0
    ? { by: 'detector', names: found }
    : { by: 'class', names: [definition.privacy] };
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
