import { textOfBytes } from './bytes_as_text.ts';
import { isAlone, isKeyLine, isNextLine } from './key_lines.ts';

// Letters of base64, of both alphabets; few words of prose are that long, and what those decode to is no text.
const BASE64 = /[A-Za-z0-9+/_-]{16,}={0,2}/g;
// What stands in one piece.
const RUN = /[^\s"<>]+/g;
const PERCENT = /(?:%[0-9a-f]{2})+/gi;
// Escapes that JSON has for what stands in no need of one: `=`, `&`, `/`.
const ESCAPE = /\\(?:u(00[0-9a-f]{2})|\/)/gi;

// What a package or a script is checked by: `sha512-…==`.
const INTEGRITY = /^["']?(?:sha256-[\w+/]{43}=|sha384-[\w+/]{64}|sha512-[\w+/]{86}==)["']?[,;]?$/;

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
  if (result.includes('\\u00')) {
    const decoded = withoutEscapedLetters(result);
    // Nobody has to write these so: the name of a secret does not hide behind it.
    if (decoded !== result && !isClean(decoded)) result = decoded;
  }
  if (result.includes('\\')) result = withJsonTexts(result, full);
  if (result.includes('%') || result.includes('\\') || (result.includes('+') && result.includes('='))) {
    result = result.replace(RUN, (run) => {
      if (INTEGRITY.test(run)) return run;
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

// Letters, digits, `_` and `-`, which no JSON has to escape.
const ESCAPED_LETTER = /\\{1,7}u00(2d|3[0-9]|4[1-9a-f]|5[0-9af]|6[1-9a-f]|7[0-9a])/gi;

function withoutEscapedLetters(text: string): string {
  return text.replace(ESCAPED_LETTER, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
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

// What a run is once it is decoded, after each round: what is a percent sign then may begin no code. Of a form that was
// sent, a plus is a space.
function forms(run: string): string[] {
  const found = decodings(run);
  if (!run.includes('+')) return found;
  const spaced = run.replaceAll('+', ' ');
  return found.length === 0 ? [spaced] : [...found, ...decodings(spaced)];
}

function decodings(run: string): string[] {
  let decoded = unescaped(run);
  const found = decoded === run ? [] : [decoded];
  for (let round = 0; round < MOST_ROUNDS && decoded.includes('%'); round += 1) {
    const once = decoded.replace(PERCENT, (bytes) =>
      Buffer.from(bytes.replaceAll('%', ''), 'hex').toString('utf8'),
    );
    if (once === decoded) break;
    decoded = once;
    found.push(decoded);
  }
  return found;
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
  return textOfBytes(Buffer.from(run.slice(0, LONGEST_RUN), isHex ? 'hex' : 'base64'));
}
