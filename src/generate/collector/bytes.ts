import { quoted } from './ottl.ts';

// Bytes as the value of an attribute, alone or in a list or map, look like any other text once they are one. OTTL has no
// way to ask for them, but `Sort` leaves a list alone that has bytes in it: so two words put behind all values in the
// wrong order stay so.

const MARK = 'redaction.bytes';

/** The first in the alphabet comes last only where nothing was sorted. */
const LAST = ['b', 'a'];
const UNSORTED = `${JSON.stringify(LAST).slice(1, -1)}\\]\\z`;

const FOUR = '[A-Za-z0-9+/]';
const BASE64 = `(?:${FOUR}{4})*(?:${FOUR}{4}|${FOUR}{3}=|${FOUR}{2}==)`;

/** What a processor of ours leaves on all that passed it: of a sender with our SDK, whose bytes are masked already. */
export const NOT_OURS = 'resource.attributes["telemetry.distro.name"] != "otel-media"';

/**
 * Statements that note whether there are bytes among the values of a place.
 *
 * @param found the map among the attributes in which it is noted what was found
 */
export function bytesDetection(context: string, attributes: string, found: string, body?: string): string[] {
  const cache = (name: string) => `${context}.cache["${name}"]`;
  return [
    `set(${cache('f')}, ${attributes}) where ${NOT_OURS}`,
    ...(body
      ? [`set(${cache('f')}["redaction.body"], ${body}) where ${cache('f')} != nil and ${body} != nil`]
      : []),
    `flatten(${cache('f')}) where ${cache('f')} != nil`,
    `set(${cache('v')}, Values(${cache('f')})) where ${cache('f')} != nil`,
    `append(${cache('v')}, values=${JSON.stringify(LAST)}) where ${cache('f')} != nil`,
    `set(${attributes}["${MARK}"], true) where ${cache('f')} != nil and IsMatch(String(Sort(${cache('v')}, "asc")), ${quoted(UNSORTED)})`,
    `set(${attributes}["${found}"]["credential"]["bytes"], true) where ${attributes}["${MARK}"] != nil`,
  ];
}

/** Statements that mask them, and what else looks the same beside them. */
export function bytesMasking(attributes: string): string[] {
  const where = `where ${attributes}["${MARK}"] != nil`;
  return [
    `stringify_all(${attributes}) ${where}`,
    `replace_all_patterns(${attributes}, "value", ${quoted(`^${BASE64}\\z`)}, "****") ${where}`,
    `replace_all_patterns(${attributes}, "value", ${quoted(`"${BASE64}"([,}\\]])`)}, "\\"****\\"$1") ${where}`,
  ];
}
