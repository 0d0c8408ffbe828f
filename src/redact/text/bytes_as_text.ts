import { isUtf8 } from 'node:buffer';

/** What bytes say: in UTF-8 or, as PowerShell has its commands, in UTF-16. Nothing where they are no text. */
export function textOfBytes(bytes: Buffer): string | undefined {
  if (readable(bytes)) return bytes.toString('utf8');
  return bytes.length % 2 === 0 && bytes.includes(0) ? textOfUtf16(bytes) : undefined;
}

// Half of the bytes of a Latin text are nothing, and some of any with a sign or a space in it. What is no letter of any
// alphabet chance makes soon.
function textOfUtf16(bytes: Buffer): string | undefined {
  let zeros = 0;
  let zerosBefore = 0;
  for (const [at, byte] of bytes.entries()) {
    if (byte !== 0) continue;
    if (at % 2 === 1) zeros += 1;
    else zerosBefore += 1;
  }
  const [most, fewest] = zeros > zerosBefore ? [zeros, zerosBefore] : [zerosBefore, zeros];
  // A letter of another alphabet may have one in the other place.
  if (fewest * 4 > most || most * 8 < bytes.length) return undefined;
  const text = (zeros > zerosBefore ? bytes : Buffer.from(bytes).swap16()).toString('utf16le');
  return NO_LETTER.test(text) ? undefined : text;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these no text has.
const NO_LETTER = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f\ud800-\uf8ff\ufff0-\uffff]/;

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
const MOST_BYTES = 16_384;

/** The text that a list of numbers is, where they are bytes of one. */
export function readableBytes(list: readonly unknown[]): string | undefined {
  if (list.length < FEWEST_BYTES || typeof list[0] !== 'number') return undefined;
  const checked = list.slice(0, MOST_BYTES);
  return checked.every(isByte) ? textOfBytes(Buffer.from(checked)) : undefined;
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
