// A private key whose lines come one by one, as what is written to a console does: its begin is somewhere else.

// As long as a line of a key is, with capitals, small letters and digits: no digest in hexadecimal digits, and few names.
// Of chance, one letter of seven stands in a word of small ones.
const KEY_LINE = /^[A-Za-z0-9+/]{40,76}={0,2}$/;
const WORDS = /[a-z]{3,}/g;

/** Whether letters of base64 are what a line of a key is made of. */
export function isKeyLine(run: string): boolean {
  return (
    KEY_LINE.test(run) &&
    /[A-Z]/.test(run) &&
    /[a-z]/.test(run) &&
    /[0-9+/]/.test(run) &&
    run.replace(WORDS, '').length * 2 > run.length
  );
}

/** Whether a line comes right behind one that ends there: the last of a key is shorter. */
export function isNextLine(text: string, end: number, at: number): boolean {
  return end >= 0 && at - end < LONGEST_INDENT && /^\r?\n[ \t]*$/.test(text.slice(end, at));
}

const LONGEST_INDENT = 18;

/** Whether nothing else stands on a line, or in its quotes or brackets, but a tag before it. */
export function isAlone(text: string, at: number, length: number): boolean {
  const before = text.slice(Math.max(0, at - LONGEST_INDENT), at).replace(/[ \t]+$/, '');
  const begins = before === '' ? at < LONGEST_INDENT : /[\r\n"'`(<[{>|\]]$/.test(before);
  return begins && /^(?:[\r\n"'`)>\]},]|$)/.test(text.slice(at + length, at + length + 1));
}
