// The signs that secrets have about them, and what words are made of. By hand, not by an expression: every text passes
// here, most pass no further, and this takes half the time.
const OTHER = 0;
const WORD = 1;
const SIGN = 2;

const KINDS = new Uint8Array(128).fill(OTHER);
for (let code = 0; code < 128; code += 1) {
  const letter = String.fromCharCode(code);
  if (/[\w.+-]/.test(letter)) KINDS[code] = WORD;
  else if (code === 0 || /[/\\@=:\t[%<]/.test(letter)) KINDS[code] = SIGN;
}

const SPACE = 32;
const DASH = 45;
const DOT = 46;
const QUOTE = 34;
const APOSTROPHE = 39;
const SMALL = 32;
const [E, R] = [101, 114];

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
    const kind = code < 128 ? KINDS[code] : isOdd(code) ? SIGN : OTHER;
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

// Letters that are wide or that nobody sees, and spaces that are none: src/redact/text/readable.ts reads past them.
function isOdd(code: number): boolean {
  return (
    (code >= 0xff01 && code <= 0xff5e) ||
    (code >= 0x2000 &&
      code <= 0x206f &&
      (code <= 0x200f || code >= 0x205f || (code >= 0x202a && code <= 0x202f))) ||
    code === 0xa0 ||
    code === 0xad ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

// Words behind which a secret is told without a sign; a line of a netrc file, and one of an archive of what was downloaded.
const ANNOUNCE =
  /(?:passwords?|passwd|pwd|pass|passphrase|secret|tokens?|key|authorization|auth|obscure|identified|login|youtube|recorded|bearer|passcode|otp|\bpin|[0-9] is your|(?:tion|rity|log-?in|sign-?in|access|time|auth|cator|sms|otp|[2m]fa|factor|guard|backup|very|your|user|enter|er the|er this) code)$/i;
const LONGEST_WORD = 13;

// Their last two letters, asked first.
const ENDS = new Uint8Array(128 * 128);
for (const end of [
  'rd',
  'ds',
  'wd',
  'ss',
  'se',
  'et',
  'en',
  'ns',
  'ey',
  'on',
  'ed',
  'in',
  'be',
  'th',
  're',
  'de',
  'tp',
  'ur',
]) {
  ENDS[(end.charCodeAt(0) << 7) | end.charCodeAt(1)] = 1;
}

function announces(text: string, end: number): boolean {
  const last = text.charCodeAt(end - 1) | SMALL;
  const beforeLast = text.charCodeAt(end - 2) | SMALL;
  return (
    (ENDS[(beforeLast << 7) | last] === 1 || isRer(text, end, beforeLast, last)) &&
    ANNOUNCE.test(text.slice(Math.max(0, end - LONGEST_WORD), end))
  );
}

// `bearer`: many words end as it does, but few in these three letters.
function isRer(text: string, end: number, beforeLast: number, last: number): boolean {
  return last === R && beforeLast === E && (text.charCodeAt(end - 3) | SMALL) === R;
}

// `"password","…"`, two of a list.
function isQuotedInList(text: string, end: number): boolean {
  const code = text.charCodeAt(end);
  return (code === QUOTE || code === APOSTROPHE) && /^.[ ]?,/.test(text.slice(end, end + 3));
}
