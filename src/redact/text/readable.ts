// Colours of a terminal, letters of nothing, signs that nobody sees, spaces that are none, the wide letters of Chinese and Japanese, and quotes
// as printers set them: they stand between a name and its value, or make of a word one that no detector knows.

const ESCAPE = String.fromCharCode(27);
const COLOUR = new RegExp(`${ESCAPE}\\[[0-9;]{0,20}[A-Za-z]`, 'g');

const INVISIBLE =
  '\\u00ad\\u034f\\u061c\\u115f\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u206f\\ufe00-\\ufe0f\\ufeff';
const SPACES = '\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000';
const WIDE = '\\uff01-\\uff5e';
const QUOTES = '\\u00ab\\u00bb\\u201c-\\u201f\\u2039\\u203a';
const SINGLE_QUOTES = '\\u2018-\\u201b';
const ODD = new RegExp(`[${INVISIBLE}${SPACES}${WIDE}]`);
const ANY_QUOTE = new RegExp(`[${QUOTES}${SINGLE_QUOTES}]`);
const ALL_QUOTES = new RegExp(`[${QUOTES}]`, 'g');
const ALL_SINGLE_QUOTES = new RegExp(`[${SINGLE_QUOTES}]`, 'g');
const ALL_INVISIBLE = new RegExp(`[${INVISIBLE}]`, 'g');
const ALL_SPACES = new RegExp(`[${SPACES}]`, 'g');
const ALL_WIDE = new RegExp(`[${WIDE}]`, 'g');

/** How far wide letters are from those of ASCII. */
const WIDE_FROM_ASCII = 0xfee0;

/** A text without the colours of a terminal. Itself where it has none. */
export function withoutColours(text: string): string {
  return text.includes(ESCAPE) ? text.replace(COLOUR, '') : text;
}

const NOTHING = String.fromCharCode(0);
const TWO_BYTES = new RegExp(`(?:[^${NOTHING}]${NOTHING}){2,}`, 'g');

/**
 * A text without letters of nothing. In UTF-16 one stands behind or before every letter; elsewhere it parts an argument or
 * a variable from the next. Itself where it has none.
 */
export function withoutNothing(text: string): string {
  if (!text.includes(NOTHING)) return text;
  return text.replace(TWO_BYTES, (run) => run.replaceAll(NOTHING, '')).replaceAll(NOTHING, ' ');
}

/** A text with the quotes of programs for those of printers. Itself where it has none. */
export function withPlainQuotes(text: string): string {
  if (!ANY_QUOTE.test(text)) return text;
  return text.replace(ALL_QUOTES, '"').replace(ALL_SINGLE_QUOTES, "'");
}

const NO_QUOTE = `[^${QUOTES}"'\\r\\n]`;
const ASSIGNED_IN_QUOTES = new RegExp(
  `([=:>][ \\t]{0,4})(?:[${QUOTES}](${NO_QUOTE}*)[${QUOTES}]|[${SINGLE_QUOTES}](${NO_QUOTE}*?)[${SINGLE_QUOTES}])`,
  'g',
);

/**
 * A text with the quotes of programs around what is assigned to a name in those of printers: single ones, since it may
 * stand in JSON. Itself where it has none.
 */
export function withAssignedQuotes(text: string): string {
  return ANY_QUOTE.test(text) ? text.replace(ASSIGNED_IN_QUOTES, "$1'$2$3'") : text;
}

/** A text as a person reads it: in plain letters and spaces. Itself where it has nothing else. */
export function readable(text: string): string {
  if (!ODD.test(text)) return text;
  return text
    .replace(ALL_INVISIBLE, '')
    .replace(ALL_SPACES, ' ')

    .replace(ALL_WIDE, (letter) => String.fromCharCode(letter.charCodeAt(0) - WIDE_FROM_ASCII));
}
