import { MASK } from '../mask.ts';

// Where a value ends, for all detectors that know one by its name. In quotes it ends where that quote is closed, which
// the one that opens it tells; so each kind of quote is an alternative of its own. Each is a group, to be left there.
// Without quotes it goes on as long as what follows a sign reads as more of it. All of it takes no longer than its length.

/** So many backslashes. */
const backslashes = (count: number): string => (count === 0 ? '' : `\\\\{${count}}`);

/** How a value in quotes begins: given the quote, and what stands for letters that are written in another way. */
type Begin = (quote: string, written: string) => string;
// Not with its own mask.
const NO_MASK: Begin = (quote, written) => `\\*{0,3}(?:[^${quote}\\\\*]|${written})`;

// In JSON a quote has no backslash before it, in JSON in JSON one, then three: each level writes a backslash as two. One
// more level makes it an escaped quote. One that a letter follows closes nothing: two languages escaped it, or none.
function inside(quote: string, level: number, more: string, begin: Begin): string {
  const unit = 2 ** (level + 1);
  const close = backslashes(unit / 2 - 1) + quote;
  const written = [
    `\\\\+[^${quote}\\\\]`,
    `(?:${backslashes(unit)})*${backslashes(unit - 1)}${quote}`,
    `(?:${backslashes(unit)})*${close}[\\w$@#%]`,
    close + close,
    ...(more === '' ? [] : [more]),
  ].join('|');
  const plain = `[^${quote}\\\\]*`;
  return `${begin(quote, written)}${plain}(?:(?:${written})${plain})*(?:${backslashes(unit)})*`;
}

// JSON writes no backslash before these, but each as two: so what escapes one, in a text in JSON, may be an even number.
const inJson = (quote: string) => `(?:\\\\\\\\)+${quote}(?:[\\w$@#%\\\\${quote}]|[ ]\\w)`;

// A shell closes the quote, writes one that is escaped or in quotes of the other kind, and opens it again.
const SHELL = "'(?:\\\\+'|\\\\{0,3}\"'\\\\{0,3}\")'";

/** How many groups {@link quotedThat} has. */
export const KINDS_OF_QUOTES = 6;

/** A value in quotes of any kind, of what begins so: its opening quotes are groups. */
export function quotedThat(begin: Begin): string {
  const kinds = [
    `([bu]?")${inside('"', 0, '', begin)}`,
    `([bu]?\\\\")${inside('"', 1, '', begin)}`,
    `(\\\\{3}")${inside('"', 2, '', begin)}`,
    // Also `$'…'` of a shell.
    `([bu$]?')${inside("'", 0, `${SHELL}|${inJson("'")}`, begin)}`,
    `([bu]?\\\\')${inside("'", 1, '', begin)}`,
    `(\\\\{0,3}\`)${inside('`', 0, inJson('`'), begin)}`,
  ];
  return `(?:${kinds.join('|')})`;
}

/** A value in quotes of any kind, without them. */
export const QUOTED: string = quotedThat(NO_MASK);

// Without quotes. `\ ` is a space that a shell is given.
const ESCAPED = '(?:\\\\+[^\\s"\'`\\\\nrt]|(?:\\\\\\\\)*\\\\[ ])';
/** A quote that ends nothing, without quotes around: more follows. */
export const QUOTE_INSIDE = `(?:\\\\*["'\`])+(?:[^\\s"'\`,;:&|)\\]}>/\\\\.?!=]|${ESCAPED})`;
const PLAIN = '[^\\s"\'`&;,\\\\]*';
const TAIL = `${PLAIN}(?:(?:${ESCAPED}|${QUOTE_INSIDE})${PLAIN})*`;

// What may part fields from each other: it does where a name and `=` or `:` follow. All else belongs to the value; a word
// at the end as well, once what stands behind it is read, which is left.
const PART = '(?:[&;,]|\\\\+[nrt])';
const WORDS = '[\\w.&;,-]*(?:\\\\+[nrt][\\w.&;,-]*)*';
const NO_NAME = `(?:${PART}${WORDS}(?:[^\\s"'\`&;,=:\\w.\\\\-]|${ESCAPED}|${QUOTE_INSIDE})|${PART}[=:])${TAIL}`;
const LAST_WORD = `(?:${PART}${WORDS}[\\w.-]([\\s"'\`\\\\&;,]|$))?`;

const FIRST = `\\*{0,3}(?:[^\\s"'\`*&;,=>\\\\]|\\\\+[^\\s"'\`*\\\\nrt])`;

/** The rest of a value without quotes that something certain stands behind. */
export const REST = `${TAIL}(?:${NO_NAME})*(?:${PART}${WORDS}[\\w.-])?`;

/** A value without quotes that begins so. */
export const bareThat = (first: string): string => `${first}${TAIL}(?:${NO_NAME})*${LAST_WORD}`;

/** A value without quotes. */
export const BARE: string = bareThat(FIRST);

/** What stands behind a name and `=` or `:`, in quotes or not. */
export const VALUE = `(?:${QUOTED}|${BARE})`;

/** What stands behind an option and begins so: all up to the next space. */
export const argumentThat = (first: string): string =>
  `${first}[^\\s"'\`\\\\]*(?:(?:\\\\+[nrt]|${ESCAPED}|${QUOTE_INSIDE})[^\\s"'\`\\\\]*)*`;

/** What stands behind an option. It does not begin with a dash, as options do. */
export const ARGUMENT: string = argumentThat(`\\*{0,3}(?:[^\\s"'\`*\\\\-]|\\\\+[^\\s"'\`*\\\\])`);

/** What stands behind the name of a header: also a list, or all up to the end of the line; `a="b"` stays together. */
export const HEADER_VALUE = `(?:${QUOTED}|\\[[^\\]\\r\\n]*\\]?|(?:\\\\{1,3}t)?[^\\s"'\`*[\\\\=>](?:=\\\\{0,3}["'][^"'\\r\\n]*["']|;[ ]?\\r?\\n[ \\t]|[^\\r\\n"'\\\\]|\\\\+[^nr"'\\\\]|${QUOTE_INSIDE})*)`;

/** The first groups of an expression. */
export function groups(count: number): string {
  return Array.from({ length: count }, (_, at) => `$${at + 1}`).join('');
}

/**
 * What is left of a name and its value: all groups before it, the quote that opens it, the mask, and what was read
 * behind it. Groups that an expression does not have are nothing.
 *
 * @param before groups before the value
 */
export function masked(before: number): string {
  return maskedBare(before + KINDS_OF_QUOTES);
}

/** The same of a value that is in no quotes. */
export function maskedBare(before: number): string {
  return `${groups(before)}${MASK}$${before + 1}`;
}
