import { MASK } from '../mask.ts';

// Where a value ends, for all detectors that know one by its name. In quotes it ends where that quote is closed, which
// the one that opens it tells; so each kind of quote is an alternative of its own. Its quote is a group, to be left there.
// Without quotes it goes on as long as what follows a sign reads as more of it. All of it takes no longer than its length.

/** How a value stands in quotes of a kind. */
export interface KindOfQuote {
  /** How it opens, as an expression. */
  readonly open: string;
  readonly quote: string;
  /** What else of it is written, and none of its letters. */
  readonly written: string;
  /** Backslashes at its end that escape nothing. */
  readonly end: string;
}

/** So many backslashes. */
const backslashes = (count: number): string => (count === 0 ? '' : `\\\\{${count}}`);

// In JSON a quote has no backslash before it, in JSON in JSON one, then three: each level writes a backslash as two. One
// more level makes it an escaped quote. One that a letter follows closes nothing: two languages escaped it, or none.
function kind(open: string, quote: string, level: number, ...more: readonly string[]): KindOfQuote {
  const unit = 2 ** (level + 1);
  const close = backslashes(unit / 2 - 1) + quote;
  const end = `(?:${backslashes(unit)})*`;
  const written = [
    `\\\\+[^${quote}\\\\]`,
    `${end}${backslashes(unit - 1)}${quote}`,
    `${end}${close}[\\w$@#%]`,
    close + close,
    ...more,
  ];
  return { open: `(${open}${close})`, quote, written: written.join('|'), end };
}

// JSON writes no backslash before these, but each as two: so what escapes one, in a text in JSON, may be an even number.
const inJson = (quote: string) => `(?:\\\\\\\\)+${quote}(?:[\\w$@#%\\\\${quote}]|[ ]\\w)`;

// A shell closes the quote, writes one that is escaped or in quotes of the other kind, and opens it again.
const SHELL = "'(?:\\\\+'|\\\\{0,3}\"'\\\\{0,3}\")'";

/** The kinds of quotes. */
export const KINDS: readonly KindOfQuote[] = [
  kind('[bu]?', '"', 0),
  kind('[bu]?', '"', 1),
  kind('', '"', 2),
  // Also `$'…'` of a shell.
  kind('[bu$]?', "'", 0, SHELL, inJson("'")),
  kind('[bu]?', "'", 1),
  kind('\\\\{0,3}', '`', 0, inJson('`')),
];

/** How many groups {@link quotedThat} has. */
export const KINDS_OF_QUOTES: number = KINDS.length;

/** The rest of a value in quotes of a kind. */
export const restOf = ({ quote, written, end }: KindOfQuote): string =>
  `[^${quote}\\\\]*(?:(?:${written})[^${quote}\\\\]*)*${end}`;

type Begin = (quote: string, written: string) => string;

/** It begins with anything but the mask. */
export const ANY: Begin = (quote, written) => `\\*{0,3}(?:[^${quote}\\\\*]|${written})`;

/**
 * A value in quotes of any kind, without them.
 *
 * @param begin how it begins: given the quote, and what stands for letters written in another way
 * @param name what stands in the same quotes before it; it belongs to the groups
 */
export function quotedThat(begin: Begin, name = ''): string {
  const kinds = KINDS.map(
    (one) => one.open.replace(/\)$/, () => `${name})`) + begin(one.quote, one.written) + restOf(one),
  );
  return `(?:${kinds.join('|')})`;
}

/** A value in quotes of any kind, without them. */
export const QUOTED: string = quotedThat(ANY);

/** The same with a name before it, in the quotes, behind which there may be spaces. */
export const quotedWith = (name: string): string =>
  quotedThat((quote, written) => `\\*{0,3}(?:[^\\s${quote}\\\\*]|${written})`, name);

/** A letter that is escaped, without quotes. `\ ` is a space that a shell is given. */
export const ESCAPED = '(?:\\\\+[^\\s"\'`\\\\nrt]|(?:\\\\\\\\)*\\\\[ ])';
/** A quote that ends nothing, without quotes around: more follows. */
export const QUOTE_INSIDE = `(?:\\\\*["'\`])+(?:[^\\s"'\`,;:&|)\\]}>/\\\\.?!=]|${ESCAPED})`;
const PLAIN = '[^\\s"\'`&;,\\\\]*';
/** Letters without quotes, and what reads as more of them. */
export const TAIL = `${PLAIN}(?:(?:${ESCAPED}|${QUOTE_INSIDE})${PLAIN})*`;

// What may part fields from each other: it does where a name and `=` or `:` follow. All else belongs to the value; a word
// at the end as well, once what stands behind it is read, which is left.
const PART = '(?:[&;,]|\\\\+[nrt])';
/** Words that may be the name of a next field. */
export const WORDS = '[\\w.&;,-]*(?:\\\\+[nrt][\\w.&;,-]*){0,20}';
/** What might part fields, and does not, as no name follows. */
export const NO_NAME = `(?:${PART}${WORDS}(?:[^\\s"'\`&;,=:\\w.\\\\-]|${ESCAPED}|[\\w.-]${QUOTE_INSIDE})|${PART}[=:])${TAIL}`;
const LAST_WORD = `(?:${PART}${WORDS}[\\w.-]([\\s"'\`\\\\&;,]|$))?`;

/** The rest of a value without quotes that something certain stands behind. */
export const REST = `${TAIL}(?:${NO_NAME})*(?:${PART}${WORDS}[\\w.-])?`;

/** The rest of a value without quotes. */
export const BARE_REST = `${TAIL}(?:${NO_NAME})*${LAST_WORD}`;
// Where the name of a next field follows at once, the value has ended, and neither of the two above finds more of it.
const NEXT_FIELD = `(?=${PART}{1,20}[\\w.-]+[=:])`;
// The process asks for that before it reads on in two ways.
const BARE_REST_IN_PROCESS = `${TAIL}(?:${NEXT_FIELD}|(?:${NO_NAME})*${LAST_WORD})`;
/** The rest of what stands behind an option. */
export const ARGUMENT_REST = `[^\\s"'\`\\\\]*(?:(?:\\\\+[nrt]|${ESCAPED}|${QUOTE_INSIDE})[^\\s"'\`\\\\]*)*`;
/** The rest of a header. */
export const HEADER_REST = `(?:=\\\\{0,3}["'][^"'\\r\\n]*["']|;[ ]?\\r?\\n[ \\t]|[^\\r\\n"'\\\\]|\\\\+[^nr"'\\\\]|${QUOTE_INSIDE})*`;

/** A value without quotes that begins so. */
export const bareThat = (first: string): string => first + BARE_REST;

// In brackets may stand others, that are in quotes.
const BARE_FIRST = '\\*{0,3}(?:[{[(]{0,3}[^\\s"\'`*&;,=>\\\\{[(]|\\\\+[^\\s"\'`*\\\\nrt])';

/** A value without quotes. */
export const BARE: string = bareThat(BARE_FIRST);

/** What stands behind a name and `=` or `:`, in quotes or not. */
export const VALUE = `(?:${QUOTED}|${BARE})`;
/** The same for the process. */
export const VALUE_IN_PROCESS = `(?:${QUOTED}|${BARE_FIRST}${BARE_REST_IN_PROCESS})`;

/** What stands behind an option and begins so: all up to the next space. */
export const argumentThat = (first: string): string => first + ARGUMENT_REST;

/** What stands behind an option. It does not begin with a dash, as options do. */
export const ARGUMENT: string = argumentThat('\\*{0,3}(?:[^\\s"\'`*\\\\-]|\\\\+[^\\s"\'`*\\\\])');

/** What stands in a line behind the name of a header, or up to the quote around; `a="b"` stays together. */
export const LINE = `[^\\s"'\`*[\\\\=>]${HEADER_REST}`;

/** What stands behind the name of a header: also a list. */
export const HEADER_VALUE = `(?:${QUOTED}|\\[[^\\]\\r\\n]*\\]?|(?:\\\\{1,3}t)?${LINE})`;

/** How a key begins where little tells of one: long, with digits among its letters. */
export const KEY =
  '(?:[a-z_.+/-]{1,40}[0-9][a-z0-9_.+/=-]{4}|[0-9]{1,12}[a-z_+/-][a-z0-9_.+/=-]{4}|[0-9]{12})';

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
