import { FAMILIES } from '../../redact/detectors/detector.ts';
import { bytesDetection, bytesMasking } from './bytes.ts';
import { FAMILY_ATTRIBUTE } from './common_keys.ts';
import { any, condition } from './gate.ts';
import { groupGate, HOST_OF_URL } from './gates.ts';
import { ODD_KEY } from './key_rules.ts';
import { ORDINARY } from './ordinary.ts';
import { asking, quoted } from './ottl.ts';
import { GROUPS_IN_FAMILIES, maskings, type Unit, unitsOf } from './units.ts';

/** What stands for a name that was masked. Of a name without any letter, the stores refuse all that came with it. */
export const MASKED_KEY = 'redacted';

/** A part of a signal that the transform processor can reach. */
export interface Place {
  /** `span`, `log`, `resource`, … */
  readonly context: string;
  /** Its attributes, which also hold what is noted in passing. */
  readonly attributes: string;
  /** Its other texts. */
  readonly texts: readonly string[];
  /** When there may be something to mask. */
  readonly suspicious: readonly string[];
  /** Whether routes stand here, which look like paths of files. */
  readonly routes?: true;
  /** A body of any type. */
  readonly body?: string;
}

interface Group {
  readonly context: string;
  readonly conditions: readonly string[];
  readonly statements: readonly string[];
}

/** Statements that mask what is left in a place, and note the first family that something was found of. */
export function maskingGroups(place: Place): Group[] {
  const { context, suspicious, attributes } = place;
  const masked = `${attributes}["redaction.masked.count"] != nil`;
  return [
    { context, conditions: [...suspicious, masked], statements: detection(place) },
    { context, conditions: [`${attributes}["${FOUND}"] != nil`], statements: masking(place) },
  ];
}

// A map of what was found, kept with the attributes between the two.
const FOUND = 'redaction.late';

// JSON in Go has these escaped. A quote that is escaped stays so: only then is it told which one closes a value. Colours
// of a terminal, which stand between a name and its value, are taken away. Each begins with what is quickly looked for.
const READ_AS: readonly (readonly [found: string, as: string])[] = [
  ['\\\\u0026', '&'],
  ['\\\\u003c', '<'],
  ['\\\\u003e', '>'],
  [String.raw`\\u001b\[[0-9;]*[A-Za-z]`, ''],
  [String.raw`\x1b\[[0-9;]*[A-Za-z]`, ''],
];

const ESCAPED = any(String.raw`\\`, String.raw`\x1b`);

// A name with another letter than most have, or a long one.
const MAYBE_ODD_KEY = '\\n\\n[a-z_.]*(?:[^a-z_.\\n]|[a-z_]{25})';

// All texts are looked at as one. What is ordinary makes most of it and is left out. Small letters, since an expression
// that takes both is slow in Go.
function detection(place: Place): string[] {
  const { context, attributes, texts, body } = place;
  const cache = (name: string) => `${context}.cache["${name}"]`;
  const group = (name: string) => cache(`with ${name}`);
  return [
    // By name alone.
    `set(${attributes}["${FOUND}"], {}) where ${attributes}["redaction.masked.count"] != nil`,
    ...bytesDetection(context, attributes, FOUND, body),
    `set(${cache('m')}, ${attributes})`,
    ...texts.map((path, at) => `set(${cache('m')}["redaction.text.${at}"], ${path}) where ${path} != ""`),
    ...ORDINARY.map((one) => `replace_all_patterns(${cache('m')}, "value", ${quoted(one)}, "")`),
    `set(${cache('t')}, ToKeyValueString(${cache('m')}, "\\n", "\\n\\n"))`,
    ...(body
      ? [`set(${cache('t')}, Concat([${cache('t')}, String(${body})], "\\n\\n")) where ${body} != nil`]
      : []),
    `set(${cache('escaped')}, true) where ${condition(ESCAPED, cache('t'))}`,
    ...READ_AS.map(
      ([found, as]) =>
        `replace_pattern(${cache('t')}, ${quoted(found)}, ${quoted(as)}) where ${cache('escaped')} != nil`,
    ),
    `set(${cache('l')}, ToLowerCase(${cache('t')}))`,
    `set(${cache('h')}, ${cache('l')})`,
    `replace_pattern(${cache('h')}, ${quoted(HOST_OF_URL)}, "//$1")`,
    ...GROUPS_IN_FAMILIES.map(
      (name) =>
        `set(${group(name)}, true) where ${condition(groupGate(name), cache(name === 'assigned' ? 'h' : 'l'))}`,
    ),
    ...unitsOf(place.routes).map((unit) => {
      const some = unit.detectors.map(
        ({ detector, gate }) =>
          `${condition(gate, cache('l'))} and IsMatch(${detector.caseMatters ? cache('t') : cache('l')}, ${quoted(asking(detector))})`,
      );
      const first = unit.group ? [`${group(unit.group)} != nil`] : [];
      const asked = some.length === 1 ? some : [`(${some.map((one) => `(${one})`).join(' or ')})`];
      return `set(${attributes}["${FOUND}"]["${unit.family}"]["${unit.name}"], true) where ${[...first, ...asked].join(' and ')}`;
    }),
  ];
}

// Texts that are no attributes become some for a while, so that a detector is asked once. Lists and maps become texts of
// JSON for good: only so can a detector look into them.
function masking(place: Place): string[] {
  const { context, attributes, texts, body } = place;
  const note = (at: number) => `${attributes}["redaction.text.${at}"]`;
  const cache = (name: string) => `${context}.cache["${name}"]`;
  const found = ({ family, name }: Unit) => `${cache(family)}["${name}"] != nil`;
  const fields = [...texts, ...(body ? [body] : [])];
  return [
    `set(${context}.cache, ${attributes}["${FOUND}"])`,
    `delete_key(${attributes}, "${FOUND}")`,
    `set(${cache('t')}, Concat(["", ToKeyValueString(${attributes}, "\\n", "\\n\\n")], "\\n\\n"))`,
    // Rewrites the map, so it is first asked whether there is such a name.
    `replace_all_patterns(${attributes}, "key", ${quoted(`(?s)^.*(?:${ODD_KEY}).*\\z`)}, "${MASKED_KEY}") where IsMatch(${cache('t')}, ${quoted(MAYBE_ODD_KEY)})`,
    `stringify_all(${attributes}) where IsMatch(${cache('t')}, ${quoted(String.raw`\n[\[{]`)})`,
    ...fields.map(
      (path, at) => `set(${note(at)}, String(${path})) where ${path} != ${path === body ? 'nil' : '""'}`,
    ),
    ...bytesMasking(context, attributes),
    `set(${cache('t')}, ToKeyValueString(${attributes}, "\\n", "\\n\\n"))`,
    `set(${cache('escaped')}, true) where ${condition(ESCAPED, cache('t'))}`,
    ...READ_AS.map(
      ([found, as]) =>
        `replace_all_patterns(${attributes}, "value", ${quoted(found)}, ${quoted(as)}) where ${cache('escaped')} != nil`,
    ),
    ...maskings(place.routes).map(
      ({ unit, expression, replacement }) =>
        `replace_all_patterns(${attributes}, "value", ${quoted(expression)}, ${quoted(replacement)}) where ${found(unit)}`,
    ),
    ...fields.map((path, at) => `set(${path}, ${note(at)}) where ${note(at)} != nil`),
    // Masked for its name alone, unless the next ones know better: the first of them that was found is the last here.
    `set(${attributes}["${FAMILY_ATTRIBUTE}"], "credential") where ${attributes}["${FAMILY_ATTRIBUTE}"] == nil`,
    ...FAMILIES.toReversed().map(
      (family) => `set(${attributes}["${FAMILY_ATTRIBUTE}"], "${family}") where ${cache(family)} != nil`,
    ),
    `delete_matching_keys(${attributes}, "^redaction\\\\.")`,
  ];
}
