import { FAMILIES } from '../../redact/detectors/detector.ts';
import { bytesDetection, bytesMasking, NOT_OURS } from './bytes.ts';
import { FAMILY_ATTRIBUTE } from './common_keys.ts';
import { confirmation, inShortTexts, isFoundByAny } from './confirmation.ts';
import { any, condition } from './gate.ts';
import { groupGate, HOST_OF_URL } from './gates.ts';
import { asTexts, asTheyWere, SIGN } from './kept_types.ts';
import { ODD_KEY } from './key_rules.ts';
import { BY_NAME, FOUND, MAYBE, noted, SEEN } from './notes.ts';
import { ORDINARY } from './ordinary.ts';
import { quoted } from './ottl.ts';
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
  /** It is seldom looked into: words that are looked for first would cost more at the start than they save. */
  readonly rare?: true;
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
  const masked = `${attributes}["${BY_NAME}"] != nil`;
  const found = `${attributes}["${FOUND}"] != nil`;
  return [
    { context, conditions: [...suspicious, masked], statements: detection(place) },
    { context, conditions: [found], statements: confirmation(place) },
    { context, conditions: [found], statements: masking(place) },
  ];
}

// JSON in Go has these escaped. A quote that is escaped stays so: only then is it told which one closes a value. Colours
// of a terminal, which stand between a name and its value, are taken away. Each begins with what is quickly looked for.
const READ_AS: readonly (readonly [found: string, as: string])[] = [
  ['\\\\u0026', '&'],
  ['\\\\u003c', '<'],
  ['\\\\u003e', '>'],
  // Other letters that nobody sees, but for zeros: a word begins behind them.
  [String.raw`\\u00(?:0[1-9a-f]|1[0-9ac-f])`, ' '],
  [String.raw`\\u001b\[[0-9;]*[A-Za-z]`, ''],
  [String.raw`\x1b\[[0-9;]*[A-Za-z]`, ''],
];

// Letters of UTF-16 have a zero each; elsewhere it parts one argument from the next.
const ZEROS: readonly (readonly [found: string, as: string])[] = [
  [String.raw`([^\\\x00])\\u0000([^\\])\\u0000`, '$1$2'],
  [String.raw`\\u0000`, ' '],
  [String.raw`([^\x00])\x00([^\x00])\x00`, '$1$2'],
  [String.raw`\x00`, ' '],
];
const ZERO = any(String.raw`\x00`, 'u0000');

// That function writes a backslash before each quote, whatever stands before that: what JSON has escaped already would be
// escaped as nobody does.
const ESCAPED_QUOTE = String.raw`\\(\\*")`;

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
    `set(${attributes}["${FOUND}"], {}) where ${attributes}["${BY_NAME}"] != nil`,
    ...bytesDetection(context, attributes, FOUND, body),
    `set(${cache('m')}, ${attributes})`,
    ...texts.map((path, at) => `set(${cache('m')}["redaction.text.${at}"], ${path}) where ${path} != ""`),
    ...ORDINARY.map((one) => `replace_all_patterns(${cache('m')}, "value", ${quoted(one)}, "")`),
    `set(${cache('t')}, ToKeyValueString(${cache('m')}, "\\n", "\\n\\n"))`,
    `replace_pattern(${cache('t')}, ${quoted(ESCAPED_QUOTE)}, "$1")`,
    ...(body
      ? [`set(${cache('t')}, Concat([${cache('t')}, String(${body})], "\\n\\n")) where ${body} != nil`]
      : []),
    `set(${cache('escaped')}, true) where ${condition(ESCAPED, cache('t'))}`,
    ...READ_AS.map(
      ([found, as]) =>
        `replace_pattern(${cache('t')}, ${quoted(found)}, ${quoted(as)}) where ${cache('escaped')} != nil`,
    ),
    `set(${cache('zeros')}, true) where ${condition(ZERO, cache('t'))}`,
    ...ZEROS.map(
      ([found, as]) =>
        `replace_pattern(${cache('t')}, ${quoted(found)}, ${quoted(as)}) where ${cache('zeros')} != nil`,
    ),
    `set(${cache('l')}, ToLowerCase(${cache('t')}))`,
    `set(${cache('h')}, ${cache('l')})`,
    `replace_pattern(${cache('h')}, ${quoted(HOST_OF_URL)}, "//$1")`,
    ...GROUPS_IN_FAMILIES.map(
      (name) =>
        `set(${group(name)}, true) where ${condition(groupGate(name), cache(name === 'assigned' ? 'h' : 'l'))}`,
    ),
    ...unitsOf(place.routes).flatMap((unit) => {
      const first = unit.group ? [`${group(unit.group)} != nil`] : [];
      // Without brackets around them all: what stands in brackets the Collector reads twice, each time it is in others.
      const asked = place.rare
        ? [true, false].flatMap((isSmall) =>
            isFoundByAny(
              unit.detectors.filter(({ detector }) => !detector.caseMatters === isSmall),
              cache(isSmall ? 'l' : 't'),
              isSmall,
            ).map((one) => [...first, one]),
          )
        : unit.detectors.map(({ detector, gate }) => [
            ...first,
            condition(gate, cache('l')),
            ...isFoundByAny(
              [{ detector, gate }],
              cache(detector.caseMatters ? 't' : 'l'),
              !detector.caseMatters,
            ),
          ]);
      const note = `set(${attributes}["${FOUND}"]["${noted(unit)}"]["${unit.name}"], true) where `;
      return inShortTexts(
        asked.map((all) => all.join(' and ')),
        ' or ',
      ).map((conditions) => note + conditions);
    }),
    `set(${attributes}["${SEEN}"], ${cache('t')}) where ${attributes}["${FOUND}"] != nil`,
  ];
}

// Texts that are no attributes become some for a while, so that a detector is asked once.
function masking(place: Place): string[] {
  const { context, attributes, texts, body } = place;
  const note = (at: number) => `${attributes}["redaction.text.${at}"]`;
  const cache = (name: string) => `${context}.cache["${name}"]`;
  const found = (unit: Unit) => `${cache(noted(unit))}["${unit.name}"] != nil`;
  const family = `${attributes}["${FAMILY_ATTRIBUTE}"]`;
  const fields = [...texts, ...(body ? [body] : [])];
  return [
    `set(${context}.cache, ${attributes}["${FOUND}"])`,
    `delete_key(${attributes}, "${FOUND}")`,
    `set(${cache('t')}, Concat(["", ToKeyValueString(${attributes}, "\\n", "\\n\\n")], "\\n\\n"))`,
    // Rewrites the map, so it is first asked whether there is such a name.
    `replace_all_patterns(${attributes}, "key", ${quoted(`(?s)^.*(?:${ODD_KEY}).*\\z`)}, "${MASKED_KEY}") where IsMatch(${cache('t')}, ${quoted(MAYBE_ODD_KEY)})`,
    ...asTexts(context, attributes),
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
    `set(${cache('zeros')}, true) where ${condition(ZERO, cache('t'))}`,
    ...ZEROS.map(
      ([found, as]) =>
        `replace_all_patterns(${attributes}, "value", ${quoted(found)}, ${quoted(as)}) where ${cache('zeros')} != nil`,
    ),
    ...maskings(place.routes).map(
      ({ unit, expression, replacement }) =>
        `replace_all_patterns(${attributes}, "value", ${quoted(expression)}, ${quoted(replacement + SIGN)}) where ${found(unit)}`,
    ),
    // One that stays has no note from here on.
    ...fields.map(
      (_, at) =>
        `delete_key(${attributes}, "redaction.text.${at}") where ${note(at)} != nil and not IsMatch(${note(at)}, ${quoted(SIGN)})`,
    ),
    ...asTheyWere(context, attributes),
    ...fields.map((path, at) => `set(${path}, ${note(at)}) where ${note(at)} != nil`),
    // Masked for its name alone, unless the next ones know better: the first of them that was found is the last here.
    // A name that is a text is none of a secret: of our own sender it was looked through.
    `set(${family}, "credential") where ${family} == nil and ${attributes}["${BY_NAME}"] != nil and (${attributes}["${MASKED_KEY}"] == nil or ${NOT_OURS})`,
    ...FAMILIES.toReversed().map(
      (one) =>
        `set(${family}, "${one}") where ${cache(one)} != nil or ${cache(`${MAYBE}${one}`)} != nil and ${NOT_OURS}`,
    ),
    `delete_matching_keys(${attributes}, "^redaction\\\\.")`,
  ];
}
