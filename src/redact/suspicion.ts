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
    const kind = code < 128 ? KINDS[code] : OTHER;
    if (kind === SIGN) return true;
    if (kind === WORD) {
      length += 1;
      if (length >= LONG_WORD) return true;
      if (last === DASH && (length === 2 || code === DASH)) return true;
      if (last === DOT && isDigit(code) && isDigit(text.charCodeAt(at - 2))) return true;
    } else {
      if (length >= 5 && announces(text, at)) return true;
      length = 0;
    }
    last = code;
  }
  return false;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

// A line of a netrc file, and one of an archive of what was downloaded.
function announces(text: string, end: number): boolean {
  return (
    text.startsWith('login', end - 5) ||
    text.startsWith('youtube', end - 7) ||
    text.startsWith('recorded', end - 8)
  );
}
