import { FAMILIES } from '../../redact/detectors/detector.ts';
import { bytesDetection, bytesMasking, NOT_OURS } from './bytes.ts';
import { FAMILY_ATTRIBUTE } from './common_keys.ts';
import { confirmation, inShortTexts, isFoundByAny } from './confirmation.ts';
import { any, condition, isAlwaysOpen } from './gate.ts';
import { groupGate, NO_ASSIGNMENTS } from './gates.ts';
import type { Harmless } from './harmless.ts';
import { asTexts, asTheyWere, SIGN } from './kept_types.ts';
import { ODD_KEY } from './key_rules.ts';
import { BY_NAME, FINDS, FOUND, kept, LOOKED, MASKED, MAYBE, noted, SEEN } from './notes.ts';
import { ORDINARY } from './ordinary.ts';
import { quoted } from './ottl.ts';
import type { Place } from './places.ts';
import { shorter } from './shorter.ts';
import { GROUPS_IN_FAMILIES, maskings, type Unit, unitsOf } from './units.ts';

/** What stands for a name that was masked. Of a name without any letter, the stores refuse all that came with it. */
export const MASKED_KEY = 'redacted';

interface Group {
  readonly context: string;
  readonly conditions: readonly string[];
  readonly statements: readonly string[];
}

/** Statements that mask what is left in a place, and note the first family that something was found of. */
export function maskingGroups(place: Place): Group[] {
  const { context, suspicious, attributes, within } = place;
  const masked = [attributes, ...(within ? [within] : [])].map((its) => `${its}["${BY_NAME}"] != nil`);
  const found = `${attributes}["${FOUND}"] != nil`;
  return [
    { context, conditions: [...suspicious, ...masked], statements: detection(place) },
    { context, conditions: [found], statements: confirmation(place) },
    { context, conditions: [found], statements: masking(place) },
    ...(within ? [{ context, conditions: [], statements: [`set(${within}["${LOOKED}"], true)`] }] : []),
  ];
}

// Nobody else's begin so: those are taken away.
const OF_OTHER = 'redaction.resource.';
const BEGINS_OF_OTHER = quoted('^redaction\\.resource\\.');

// Attributes of what a place stands in, with another name each, become some of its own for a while.
function withOthers({ context, within }: Place, own: string, ...before: readonly string[]): string[] {
  if (within === undefined) return [];
  const others = kept(context, 'r');
  return [
    `set(${others}, ${within}) where ${within}["${LOOKED}"] == nil`,
    ...before,
    `set(${own}["${BY_NAME}"], ${others}["${BY_NAME}"]) where ${others}["${BY_NAME}"] != nil`,
    `replace_all_patterns(${others}, "key", "^", "${OF_OTHER}") where ${others} != nil`,
    `merge_maps(${own}, ${others}, "upsert") where ${others} != nil`,
  ];
}

function withoutOthers({ context, within }: Place, own: string): string[] {
  if (within === undefined) return [];
  const others = kept(context, 'r');
  const where = `where ${others} != nil`;
  const family = (attributes: string) => `${attributes}["${FAMILY_ATTRIBUTE}"]`;
  return [
    `set(${others}, ${own}) ${where}`,
    `keep_matching_keys(${others}, ${BEGINS_OF_OTHER}) ${where}`,
    `replace_all_patterns(${others}, "key", ${BEGINS_OF_OTHER}, "") ${where}`,
    ...[others, within].map((its) => `delete_matching_keys(${its}, "^redaction\\\\.") ${where}`),
    `set(${family(others)}, ${family(own)}) ${where} and ${others} != ${within}`,
    `set(${within}, ${others}) ${where}`,
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
  const { context, attributes, first = [], texts, body } = place;
  const cache = (name: string) => kept(context, name);
  const found = cache(FINDS);
  const group = (name: string) => cache(`with ${name}`);
  return [
    // What is kept is looked through from its begin each time, so what most words are looked for in stands first.
    `set(${cache('l')}, "")`,
    ...first,
    `set(${cache('m')}, ${attributes})`,
    ...withOthers(place, cache('m')),
    // By name alone.
    `set(${found}, {}) where ${cache('m')}["${BY_NAME}"] != nil`,
    ...bytesDetection(context, cache('m'), found, body),
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
    ...NO_ASSIGNMENTS.map(
      ([found, left]) => `replace_pattern(${cache('h')}, ${quoted(found)}, ${quoted(left)})`,
    ),
    ...GROUPS_IN_FAMILIES.map(
      (name) =>
        `set(${group(name)}, true) where ${condition(groupGate(name), cache(name === 'assigned' ? 'h' : 'l'))}`,
    ),
    ...unitsOf(place.routes).flatMap((unit) => {
      const asked = place.rare
        ? [
            ...[true, false].flatMap((isSmall) =>
              isFoundByAny(
                unit.detectors.filter(({ detector, isLong }) => !isLong && !detector.caseMatters === isSmall),
                cache(isSmall ? 'l' : 't'),
                isSmall,
              ),
            ),
            ...unit.detectors.filter(({ isLong }) => isLong).map(({ gate }) => condition(gate, cache('l'))),
          ]
        : unit.detectors.map((one) =>
            [
              ...(isAlwaysOpen(one.gate) ? [] : [condition(one.gate, cache('l'))]),
              ...(one.isLong
                ? []
                : isFoundByAny(
                    [one],
                    cache(one.detector.caseMatters ? 't' : 'l'),
                    !one.detector.caseMatters,
                  )),
            ].join(' and '),
          );
      const note = `set(${found}["${noted(unit)}"]["${unit.name}"], true) where `;
      // What stands in brackets the Collector reads twice, each time it is in others: not around all that has no need.
      return inShortTexts(asked, ' or ').map((conditions) =>
        unit.group === undefined
          ? note + conditions
          : `${note}${group(unit.group)} != nil and ${conditions.includes(' or ') ? `(${conditions})` : conditions}`,
      );
    }),
    `set(${attributes}["${FOUND}"], ${found}) where ${found} != nil`,
    `set(${attributes}["${SEEN}"], ${cache('t')}) where ${found} != nil`,
  ];
}

// Texts that are no attributes become some for a while, so that a detector is asked once.
function masking(place: Place): string[] {
  const { context, texts, body } = place;
  const attributes = kept(context, MASKED);
  const note = (at: number) => `${attributes}["redaction.text.${at}"]`;
  const cache = (name: string) => `${context}.cache["${name}"]`;
  const isFound = (unit: Unit) => `${cache(noted(unit))}["${unit.name}"] != nil`;
  const family = `${attributes}["${FAMILY_ATTRIBUTE}"]`;
  const fields = [...texts, ...(body ? [body] : [])];
  return [
    `set(${context}.cache, ${place.attributes}["${FOUND}"])`,
    `delete_key(${place.attributes}, "${FOUND}")`,
    `set(${attributes}, ${place.attributes})`,
    ...withoutOddNames(context, attributes),
    ...withOthers(place, attributes, ...withoutOddNames(context, cache('r'))),
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
    ...maskings(place.routes).flatMap(({ unit, expression, replacement, signs }) => {
      const replaced = (pieces: Harmless['pieces'] = [], units: readonly Unit[] = []) =>
        pieces.map(
          ([what, left]) =>
            `replace_all_patterns(${attributes}, "value", ${quoted(shorter(what))}, ${quoted(left)}) where ${units.map(isFound).join(' or ')}`,
        );
      return [
        ...replaced(signs?.before, signs?.units),
        ...replaced([[expression, replacement + SIGN]], [unit]),
        ...replaced(signs?.after, signs?.units),
      ];
    }),
    // One that stays has no note from here on.
    ...fields.map(
      (_, at) =>
        `delete_key(${attributes}, "redaction.text.${at}") where ${note(at)} != nil and not IsMatch(${note(at)}, ${quoted(SIGN)})`,
    ),
    ...asTheyWere(context, attributes),
    ...fields.map((path, at) => `set(${path}, ${note(at)}) where ${note(at)} != nil`),
    // Masked for its name alone, unless the next ones know better: the first of them that was found is the last here.
    // A name that is a text is none of a secret: of our own sender it was looked through.
    `set(${family}, "credential") where ${family} == nil and ${attributes}["${BY_NAME}"] != nil and (${attributes}["${MASKED_KEY}"] == nil and ${attributes}["${OF_OTHER}${MASKED_KEY}"] == nil or ${NOT_OURS})`,
    ...FAMILIES.toReversed().map(
      (one) =>
        `set(${family}, "${one}") where ${cache(one)} != nil or ${cache(`${MAYBE}${one}`)} != nil and ${NOT_OURS}`,
    ),
    ...withoutOthers(place, attributes),
    `delete_matching_keys(${attributes}, "^redaction\\\\.")`,
    ...notOnBoth(place, attributes),
    `set(${place.attributes}, ${attributes})`,
  ];
}

// What was found in the others only is told there: here it would be a label of each metric.
function notOnBoth({ context, attributes, within }: Place, own: string): string[] {
  if (within === undefined) return [];
  const bare = kept(context, 'r');
  return [
    `delete_matching_keys(${attributes}, "^redaction\\\\.")`,
    `set(${bare}, ${own})`,
    `delete_key(${bare}, "${FAMILY_ATTRIBUTE}")`,
    `delete_key(${own}, "${FAMILY_ATTRIBUTE}") where ${bare} == ${attributes} and ${within}["${FAMILY_ATTRIBUTE}"] != nil`,
  ];
}

// To rewrite a map takes a while, so it is first asked whether there is such a name.
function withoutOddNames(context: string, attributes: string): string[] {
  const text = kept(context, 't');
  return [
    `set(${text}, Concat(["", ToKeyValueString(${attributes}, "\\n", "\\n\\n")], "\\n\\n")) where ${attributes} != nil`,
    `replace_all_patterns(${attributes}, "key", ${quoted(`(?s)^.*(?:${ODD_KEY}).*\\z`)}, "${MASKED_KEY}") where ${attributes} != nil and IsMatch(${text}, ${quoted(MAYBE_ODD_KEY)})`,
  ];
}
