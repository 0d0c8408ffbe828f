import {
  ANY,
  ARGUMENT_REST,
  BARE_REST,
  ESCAPED,
  HEADER_REST,
  KINDS,
  type KindOfQuote,
  NO_NAME,
  QUOTE_INSIDE,
  QUOTED,
  restOf,
  TAIL,
  WORDS,
} from '../../redact/detectors/values.ts';

// Expressions of values as Go reads them sooner. No process needs them.

// All that may be missing of a value.
const RESTS = [...KINDS.map(restOf), BARE_REST, ARGUMENT_REST, HEADER_REST];

const withoutRests = (source: string) => RESTS.reduce((short, rest) => short.replaceAll(rest, ''), source);
const QUOTED_BEGUN = withoutRests(QUOTED);

// The same as begins a value in quotes, the kinds of quotes together. Of what is quoted many times over it finds a little
// more.
const begunIn = (quote: string) =>
  `${quote}\\*{0,3}(?:[^${quote}\\\\*]|\\\\+[^${quote}\\\\]|\\\\*${quote}[\\w$@#%])`;
const BEGUN = [
  `(?:\\\\(?:\\\\\\\\)?)?${begunIn('"')}|\\\\?${begunIn("'")}|\\\\{0,3}${begunIn('`')}`,
  // With a quote.
  '"\\*{0,3}(?:""|\\\\+")|\\\\"\\*{0,3}(?:\\\\"\\\\"|\\\\{2,}")|\\\\{3}"\\*{0,3}(?:\\\\{3}"\\\\{3}"|\\\\{4,}")',
  `'\\*{0,3}(?:''|\\\\+'|'(?:\\\\+'|\\\\{0,3}"'))|\\\\'\\*{0,3}(?:\\\\'\\\\'|\\\\{2,}')`,
  '\\\\{0,3}`\\*{0,3}(?:``|\\\\+`)',
].join('|');

/** An expression of a value, up to where it is sure that there is one: to ask only whether it is there. */
export function begun(source: string): string {
  return withoutRests(source).replaceAll(QUOTED_BEGUN, () => `(?:[bu$]?(?:${BEGUN}))`);
}

// The same in fewer letters: what takes turns is one list, and what else is written stands there once. JavaScript would try
// that in many ways, Go does not.
const once = (one: string, others: string) => `(?:${one}|${others})*`;
const kindOnce = ({ open, quote, written, end }: KindOfQuote) =>
  `${open}\\*{0,3}(?:(?:[^${quote}\\\\*]|${written})\\**)+${end}`;
const PLAIN_ONCE = `[^\\s"'\`&;,\\\\]|${ESCAPED}|${QUOTE_INSIDE}`;
const NO_NAME_ONCE = NO_NAME.slice('(?:'.length, -`)${TAIL}`.length);
const IN_FEWER: readonly (readonly [source: string, fewer: string])[] = [
  ...KINDS.map((one) => [one.open + ANY(one.quote, one.written) + restOf(one), kindOnce(one)] as const),
  ...KINDS.map((one) => [restOf(one), `${once(`[^${one.quote}\\\\]`, one.written)}${one.end}`] as const),
  [`${TAIL}(?:${NO_NAME})*`, once(PLAIN_ONCE, NO_NAME_ONCE)],
  [TAIL, `(?:${PLAIN_ONCE})*`],
  // Their bound is there for JavaScript, as all bounds are.
  [WORDS, once('[\\w.&;,-]', '\\\\+[nrt]')],
  [ARGUMENT_REST, once('[^\\s"\'`\\\\]', `\\\\+[nrt]|${ESCAPED}|${QUOTE_INSIDE}`)],
];

/** An expression with values, as Go reads it sooner: in fewer letters. */
export function inFewer(source: string): string {
  return IN_FEWER.reduce((short, [long, fewer]) => short.replaceAll(long, () => fewer), source);
}
