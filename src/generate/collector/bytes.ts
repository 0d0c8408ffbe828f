import { SIGN } from './kept_types.ts';
import { quoted } from './ottl.ts';

// Bytes as the value of an attribute, alone or in a list or map, look like any other text once they are one. OTTL has no
// way to ask for them, but `Sort` leaves a list alone that has bytes in it: so two words put before all values in the
// wrong order stay so.
//
// A list or map with a number in it that JSON cannot have (not a number, infinity) becomes an empty text, whatever else
// it has: nobody could look into it, so it goes as a whole.

const UNREADABLE = 'unreadable';

/** The second in the alphabet comes first only where nothing was sorted. */
const FIRST = ['b', 'a'] as const;

/** How the Collector writes such a number. */
const NO_NUMBER = '(?:NaN|-?Infinity)';

const FOUR = '[A-Za-z0-9+/]';
const BASE64 = `(?:${FOUR}{4})*(?:${FOUR}{4}|${FOUR}{3}=|${FOUR}{2}==)`;

/** What a processor of ours leaves on all that passed it: of a sender with our SDK, whose bytes are masked already. */
export const NOT_OURS = 'resource.attributes["telemetry.distro.name"] != "otel-media"';

const texts = (map: string) => `ToKeyValueString(${map}, "\\n", "\\n\\n")`;

/** Statements that mask a body that cannot be made a text, whoever sent it. */
export function unreadableBody(): string[] {
  const own = 'log.cache["b"]';
  return [
    `set(${own}["body"], log.body) where IsMap(log.body) or IsList(log.body) or IsDouble(log.body)`,
    `set(log.body, "****") where ${own} != nil and IsMatch(${texts(own)}, ${quoted(String.raw`^body\n${NO_NUMBER}?\z`)})`,
  ];
}

/**
 * Statements that note whether there are bytes among the values of a place.
 *
 * @param attributes where they stand
 * @param found the map in which it is noted what was found
 */
export function bytesDetection(context: string, attributes: string, found: string, body?: string): string[] {
  const cache = (name: string) => `${context}.cache["${name}"]`;
  return [
    `set(${cache('f')}, {}) where ${NOT_OURS}`,
    ...FIRST.map((word) => `set(${cache('f')}["redaction.${word}"], "${word}") where ${cache('f')} != nil`),
    `set(${cache('f')}["redaction.all"], ${attributes}) where ${cache('f')} != nil`,
    ...(body
      ? [`set(${cache('f')}["redaction.body"], ${body}) where ${cache('f')} != nil and ${body} != nil`]
      : []),
    // Of two that come to the same name, such as `a.b` and the `b` in `a`, both are kept.
    `flatten(${cache('f')}, resolveConflicts=true) where ${cache('f')} != nil`,
    `set(${cache('v')}, Values(${cache('f')})) where ${cache('f')} != nil`,
    `set(${found}["credential"]["bytes"], true) where ${cache('f')} != nil and Sort(${cache('v')}, "asc")[0] == "${FIRST[0]}"`,
    // One that is no part of anything is left alone: nothing was made empty.
    `set(${found}["credential"]["${UNREADABLE}"], true) where ${cache('f')} != nil and IsMatch(${texts(cache('f'))}, ${quoted(String.raw`\n${NO_NUMBER}(?:\n|\z)`)}) and IsMatch(${texts(attributes)}, ${quoted(String.raw`\n(?:\n\n|\z)`)})`,
  ];
}

/** Statements that mask them, and what else looks the same beside them; all attributes are texts by now. */
export function bytesMasking(context: string, attributes: string): string[] {
  const where = `where ${context}.cache["credential"]["bytes"] != nil`;
  const replaced = (found: string, left: string) =>
    `replace_all_patterns(${attributes}, "value", ${quoted(found)}, ${quoted(left + SIGN)})`;
  return [
    `${replaced('^\\z', '')} where ${context}.cache["credential"]["${UNREADABLE}"] != nil`,
    `${replaced(`^${BASE64}\\z`, '****')} ${where}`,
    `${replaced(`"${BASE64}"([,}\\]])`, '"****"$1')} ${where}`,
  ];
}
