// The signs that secrets have about them, and what words are made of. By hand, not by an expression: every text passes
// here, most pass no further, and this takes half the time.
const OTHER = 0;
const WORD = 1;
const SIGN = 2;

const KINDS = new Uint8Array(128).fill(OTHER);
for (let code = 0; code < 128; code += 1) {
  const letter = String.fromCharCode(code);
  if (/[\w.+-]/.test(letter)) KINDS[code] = WORD;
  else if (/[/\\@=:\t[%]/.test(letter)) KINDS[code] = SIGN;
}

const SPACE = 32;
const DASH = 45;
const DOT = 46;
const QUOTE = 34;
const APOSTROPHE = 39;
const SMALL = 32;
const [LETTER_D, LETTER_E, LETTER_N, LETTER_Y] = [100, 101, 110, 121];

// As long as a key, or an id with the ending of a file.
const LONG_WORD = 14;

/**
 * Whether a text may have anything that a detector looks for: one of the signs that stand about secrets, a word as long
 * as a key, a number with a dot in it, an option of a program, a word that says that one follows.
 */
export function mayHaveSecret(text: string): boolean {
  let length = 0;
  let last = SPACE;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const kind = code < 128 ? KINDS[code] : isWideSign(code) ? SIGN : OTHER;
    if (kind === SIGN) return true;
    if (kind === WORD) {
      length += 1;
      if (length >= LONG_WORD) return true;
      if (last === DASH && (length === 2 || code === DASH)) return true;
      if (last === DOT && isDigit(code) && isDigit(text.charCodeAt(at - 2))) return true;
    } else {
      if (length >= 3 && (announces(text, at) || isQuotedInList(text, at))) return true;
      length = 0;
    }
    last = code;
  }
  return false;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

// The colon and the equals sign of those who write Chinese and Japanese.
function isWideSign(code: number): boolean {
  return code === 0xff1a || code === 0xff1d;
}

// A key or a header that is told, a line of a netrc file, and one of an archive of what was downloaded.
function announces(text: string, end: number): boolean {
  switch (text.charCodeAt(end - 1) | SMALL) {
    case LETTER_Y:
      return /key$/i.test(text.slice(end - 3, end));
    case LETTER_N:
      return text.startsWith('login', end - 5) || /authorization$/i.test(text.slice(end - 13, end));
    case LETTER_E:
      return text.startsWith('youtube', end - 7);
    case LETTER_D:
      return text.startsWith('recorded', end - 8);
    default:
      return false;
  }
}

// `"password","…"`, two of a list.
function isQuotedInList(text: string, end: number): boolean {
  const code = text.charCodeAt(end);
  return (code === QUOTE || code === APOSTROPHE) && /^.[ ]?,/.test(text.slice(end, end + 3));
}
