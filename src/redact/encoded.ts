// Letters of base64, of both alphabets; a word of prose is not that long.
const BASE64 = /[A-Za-z0-9+/_-]{24,}={0,2}/g;
// What stands in one piece.
const RUN = /[^\s"'<>]+/g;
const PERCENT = /(?:%[0-9a-f]{2})+/gi;
// Escapes that JSON has for what stands in no need of one: `=`, `&`, `/`.
const ESCAPE = /\\(?:u(00[0-9a-f]{2})|\/)/gi;

const MOST_ROUNDS = 3;
const LONGEST_RUN = 16_384;

/**
 * Takes out of a text what is a secret once it is decoded: percent-encoded, base64, or with the escapes of JSON. What
 * is decoded is only looked at; where something is found, all that was encoded with it is masked.
 *
 * @param isClean whether a decoded text has nothing that must not leave
 * @param mask    what stands there instead
 */
export function maskEncoded(text: string, isClean: (decoded: string) => boolean, mask: string): string {
  let result = text;
  if (result.includes('%') || result.includes('\\u00') || result.includes('\\/')) {
    result = result.replace(RUN, (run) => {
      const decoded = percentDecoded(unescaped(run));
      return decoded === run || isClean(decoded) ? run : mask;
    });
  }
  return result.replace(BASE64, (run) => {
    const decoded = base64Decoded(run);
    return decoded === undefined || isClean(decoded) ? run : mask;
  });
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

// Of ids and hashes, which look the same, next to none decodes to text.
function base64Decoded(run: string): string | undefined {
  const bytes = Buffer.from(run.slice(0, LONGEST_RUN), 'base64');
  return readable(bytes) ? bytes.toString('latin1') : undefined;
}

// Letters, tabs and line breaks, and what begins with more than 7 bits, as in UTF-8.
function readable(bytes: Uint8Array): boolean {
  let strange = 0;
  for (const byte of bytes) {
    if (byte < 32 ? byte !== 9 && byte !== 10 && byte !== 13 : byte === 127) return false;
    if (byte > 127) strange += 1;
  }
  return strange * 4 <= bytes.length;
}

const FEWEST_BYTES = 8;

/** The text that a list of numbers is, where they are bytes of one. */
export function readableBytes(list: readonly unknown[]): string | undefined {
  if (list.length < FEWEST_BYTES || typeof list[0] !== 'number') return undefined;
  const checked = list.slice(0, LONGEST_RUN);
  if (!checked.every((one) => typeof one === 'number' && Number.isInteger(one) && one >= 9 && one < 256))
    return undefined;
  const bytes = Uint8Array.from(checked as number[]);
  return readable(bytes) ? Buffer.from(bytes).toString('latin1') : undefined;
}
