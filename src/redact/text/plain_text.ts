// What letters may stand for, as bits. By hand, not by an expression: every id and every name of a host passes here.
const DIGIT = 1;
const HEX = 2;
const SMALL = 4;

const KINDS = new Uint8Array(128);
for (let code = 0; code < 128; code += 1) {
  const letter = String.fromCharCode(code);
  if (/[0-9]/.test(letter)) KINDS[code] = DIGIT | HEX;
  else if (/[a-f]/.test(letter)) KINDS[code] = HEX | SMALL;
  else if (/[g-z]/.test(letter)) KINDS[code] = SMALL;
}

const DASH = 45;
const DOT = 46;

const TIME = /^\d{4}-\d\d-\d\d(?:T[\d:.]{8,16}Z?)?$/;

const UUID_LENGTH = 36;
const LONGEST_WORD = 21;
const MOST_WORDS = 5;
const [SHORTEST_ENDING, LONGEST_ENDING] = [2, 10];

/**
 * Whether a text is an id (a UUID, or of a trace or span), a time, a host or another name of words and dots in small
 * letters: these no detector looks for, and of the ids each is new.
 */
export function isPlainText(text: string): boolean {
  const { length } = text;
  if (length === UUID_LENGTH && isUuid(text)) return true;
  if ((length === 16 || length === 32) && isHex(text, 0, length)) return true;
  return is(SMALL, text.charCodeAt(0)) ? isDottedName(text) : TIME.test(text);
}

function is(kind: number, code: number): boolean {
  return code < 128 && ((KINDS[code] ?? 0) & kind) !== 0;
}

// Without a question at each letter: few texts that come here are none.
function isHex(text: string, from: number, to: number): boolean {
  let shared = HEX;
  let codes = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    codes |= code;
    shared &= KINDS[code & 127] ?? 0;
  }
  return shared === HEX && codes < 128;
}

function isUuid(text: string): boolean {
  return (
    text.charCodeAt(8) === DASH &&
    text.charCodeAt(13) === DASH &&
    text.charCodeAt(18) === DASH &&
    text.charCodeAt(23) === DASH &&
    isHex(text, 0, 8) &&
    isHex(text, 9, 13) &&
    isHex(text, 14, 18) &&
    isHex(text, 19, 23) &&
    isHex(text, 24, UUID_LENGTH)
  );
}

// Words that begin with a letter, at most four of them before the last, which has letters only.
function isDottedName(text: string): boolean {
  let start = 0;
  for (let words = 1; words <= MOST_WORDS; words += 1) {
    let end = start;
    let letters = true;
    for (; end < text.length; end += 1) {
      const code = text.charCodeAt(end);
      if (code === DOT) break;
      if (!is(SMALL, code)) {
        if (!is(DIGIT, code) || end === start) return false;
        letters = false;
      }
    }
    const length = end - start;
    if (end === text.length)
      return words > 1 && letters && length >= SHORTEST_ENDING && length <= LONGEST_ENDING;
    if (length === 0 || length > LONGEST_WORD) return false;
    start = end + 1;
  }
  return false;
}
