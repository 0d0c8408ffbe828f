import { isUtf8 } from 'node:buffer';

// Letters of base64, of both alphabets; few words of prose are that long, and what those decode to is no text.
const BASE64 = /[A-Za-z0-9+/_-]{16,}={0,2}/g;
// What stands in one piece.
const RUN = /[^\s"<>]+/g;
const PERCENT = /(?:%[0-9a-f]{2})+/gi;
// Escapes that JSON has for what stands in no need of one: `=`, `&`, `/`.
const ESCAPE = /\\(?:u(00[0-9a-f]{2})|\/)/gi;

const MAY_BE_ENCODED = /(?:^|[^A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{16}/;
const HEX = /^[0-9a-f-]+$/i;
const FEWEST_HEX = 24;

const MOST_ROUNDS = 3;
const LONGEST_RUN = 16_384;

/** Whether anything in a text may be encoded: what has none of the signs of it need not be decoded. */
export function mayBeEncoded(text: string): boolean {
  return (
    text.includes('%') ||
    text.includes('\\') ||
    (text.includes('&') && text.includes(';')) ||
    (text.includes('+') && text.includes('=')) ||
    MAY_BE_ENCODED.test(text)
  );
}

/**
 * Takes out of a text what is a secret once it is decoded: percent-encoded, base64, or with the escapes of JSON. What
 * is decoded is only looked at; where something is found, all that was encoded with it is masked.
 *
 * @param full   what is done to a text that is decoded, in which more may be encoded
 * @param redact what is done to a text without decoding it
 * @param mask   what stands there instead
 */
export function maskEncoded(
  text: string,
  full: (decoded: string) => string,
  redact: (run: string) => string,
  mask: string,
): string {
  const isClean = (decoded: string) => full(decoded) === decoded;
  // What is found without decoding is left to those who find it: they know how much of what follows belongs to it.
  const isCleanOnceRedacted = (run: string) => {
    const redacted = redact(run);
    if (redacted === run || !forms(redacted).every(isClean)) return false;
    // An id that was shortened may have been a part of more.
    if (!redacted.includes(mask)) {
      const decoded = forms(run).map((one) => full(one));
      return forms(redacted).every((one, at) => one === decoded[at]);
    }
    // The parts of a URL stand on their own; of anything else, what is left may have belonged to what was masked.
    return run.includes('://') || !/[%\\]/.test(redacted.slice(redacted.indexOf(mask)));
  };
  let result = text;
  if (text.includes('&')) {
    const decoded = withoutEntities(text);
    // What an HTML page says reads as well without its entities.
    if (decoded !== text && !isClean(decoded)) result = decoded;
  }
  if (result.includes('\\')) result = withJsonTexts(result, full);
  if (result.includes('%') || result.includes('\\') || (result.includes('+') && result.includes('='))) {
    result = result.replace(RUN, (run) => {
      const decoded = forms(run);
      return decoded.every(isClean) || isCleanOnceRedacted(run) ? run : mask;
    });
  }
  let endOfKey = -1;
  return result.replace(BASE64, (run, at: number, whole: string) => {
    if ((isKeyLine(run) || isNextLine(whole, endOfKey, at)) && isAlone(whole, at, run.length)) {
      endOfKey = at + run.length;
      return mask;
    }
    const decoded = base64Decoded(run);
    return decoded === undefined || isClean(decoded) ? run : mask;
  });
}

// As long as a line of a key is, with capitals, small letters and digits: no digest in hexadecimal digits, and few names.
// Of chance, one letter of seven stands in a word of small ones.
const KEY_LINE = /^[A-Za-z0-9+/]{40,76}={0,2}$/;
const WORDS = /[a-z]{3,}/g;

function isKeyLine(run: string): boolean {
  return (
    KEY_LINE.test(run) &&
    /[A-Z]/.test(run) &&
    /[a-z]/.test(run) &&
    /[0-9+/]/.test(run) &&
    run.replace(WORDS, '').length * 2 > run.length
  );
}

// The last line of a key is shorter.
function isNextLine(text: string, end: number, at: number): boolean {
  return end >= 0 && at - end < LONGEST_INDENT && /^\r?\n[ \t]*$/.test(text.slice(end, at));
}

const LONGEST_INDENT = 18;

// Nothing else stands on its line, or in its quotes or brackets, but a tag before it.
function isAlone(text: string, at: number, length: number): boolean {
  const before = text.slice(Math.max(0, at - LONGEST_INDENT), at).replace(/[ \t]+$/, '');
  const begins = before === '' ? at < LONGEST_INDENT : /[\r\n"'`(<[{>|\]]$/.test(before);
  return begins && /^(?:[\r\n"'`)>\]},]|$)/.test(text.slice(at + length, at + length + 1));
}

const ENTITY = /&(?:quot|apos|amp|lt|gt|#\d{1,4}|#x[0-9a-f]{1,4});/gi;
const ENTITIES: Readonly<Record<string, string>> = { quot: '"', apos: "'", amp: '&', lt: '<', gt: '>' };

function withoutEntities(text: string): string {
  return text.replace(ENTITY, (entity) => {
    const name = entity.slice(1, -1).toLowerCase();
    if (!name.startsWith('#')) return ENTITIES[name] ?? entity;
    const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return String.fromCharCode(code);
  });
}

// Texts in quotes with escapes in them, as in JSON: what is found in one is masked there, and it is written anew.
function withJsonTexts(text: string, full: (decoded: string) => string): string {
  let result = '';
  let done = 0;
  let open = text.indexOf('"');
  while (open >= 0) {
    const close = endOfJsonText(text, open + 1);
    if (close < 0) break;
    const literal = text.slice(open, close + 1);
    if (literal.includes('\\')) {
      const decoded = jsonText(literal);
      const redacted = decoded === undefined ? undefined : full(decoded);
      if (redacted !== undefined && redacted !== decoded) {
        result += text.slice(done, open) + JSON.stringify(redacted);
        done = close + 1;
      }
    }
    open = text.indexOf('"', close + 1);
  }
  return result + text.slice(done);
}

function endOfJsonText(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (letter === '"') return at;
    if (letter === '\\') at += 1;
  }
  return -1;
}

function jsonText(literal: string): string | undefined {
  try {
    return JSON.parse(literal) as string;
  } catch {
    return undefined;
  }
}

// What a run is once it is decoded; of a form that was sent, a plus is a space.
function forms(run: string): string[] {
  const decoded = percentDecoded(unescaped(run));
  if (decoded === run) return run.includes('+') ? [run.replaceAll('+', ' ')] : [];
  return run.includes('+') ? [decoded, percentDecoded(unescaped(run.replaceAll('+', ' ')))] : [decoded];
}

function percentDecoded(run: string): string {
  let decoded = run.slice(0, LONGEST_RUN);
  for (let round = 0; round < MOST_ROUNDS && decoded.includes('%'); round += 1) {
    const once = decoded.replace(PERCENT, (bytes) =>
      Buffer.from(bytes.replaceAll('%', ''), 'hex').toString('utf8'),
    );
    if (once === decoded) break;
    decoded = once;
  }
  return decoded;
}

function unescaped(run: string): string {
  return run
    .slice(0, LONGEST_RUN)
    .replace(ESCAPE, (_all, code: string | undefined) =>
      code === undefined ? '/' : String.fromCharCode(Number.parseInt(code, 16)),
    );
}

// Of ids and hashes, which look the same, next to none decodes to text. The same for what is written in hexadecimal digits.
function base64Decoded(run: string): string | undefined {
  const isHex = HEX.test(run);
  if (isHex && (run.length < FEWEST_HEX || run.includes('-'))) return undefined;
  return textOf(Buffer.from(run.slice(0, LONGEST_RUN), isHex ? 'hex' : 'base64'));
}

// In UTF-16 every second byte of most texts is nothing: so PowerShell has its commands in base64.
function textOf(bytes: Buffer): string | undefined {
  if (bytes.length >= 2 && (bytes[1] === 0 || bytes[0] === 0)) {
    const from = bytes[0] === 0 ? 1 : 0;
    const letters = bytes.filter((_, at) => at % 2 === from);
    const between = bytes.filter((_, at) => at % 2 !== from);
    return between.every((byte) => byte === 0) && readable(letters)
      ? Buffer.from(letters).toString('latin1')
      : undefined;
  }
  return readable(bytes) ? bytes.toString('utf8') : undefined;
}

// Letters, tabs, line breaks and colours; of other alphabets' only what is UTF-8 throughout, as chance rarely makes it.
function readable(bytes: Uint8Array): boolean {
  let strange = 0;
  for (const byte of bytes) {
    if (byte < 32 ? byte !== 9 && byte !== 10 && byte !== 13 && byte !== 27 : byte === 127) return false;
    if (byte > 127) strange += 1;
  }
  return strange * 4 <= bytes.length || isUtf8(bytes);
}

const FEWEST_BYTES = 8;

/** The text that a list of numbers is, where they are bytes of one. */
export function readableBytes(list: readonly unknown[]): string | undefined {
  if (list.length < FEWEST_BYTES || typeof list[0] !== 'number') return undefined;
  const checked = list.slice(0, LONGEST_RUN);
  return checked.every(isByte) ? textOf(Buffer.from(checked)) : undefined;
}

function isByte(one: unknown): one is number {
  return typeof one === 'number' && Number.isInteger(one) && one >= 0 && one < 256;
}

/** Whether a map is what JSON makes of bytes: `{ type: 'Buffer', data: […] }`, or `{ 0: 112, 1: 97, … }` of an array. */
export function isWrittenBytes(fields: {
  readonly type?: unknown;
  readonly data?: unknown;
  readonly 0?: unknown;
}): boolean {
  if (fields.type === 'Buffer') return Array.isArray(fields.data) && fields.data.every(isByte);
  if (!isByte(fields[0])) return false;
  const values = Object.entries(fields);
  return values.length >= FEWEST_BYTES && values.every(([key, one], at) => key === String(at) && isByte(one));
}
