import { SECRET_ARGUMENT } from './detectors/arguments.ts';
import { SESSION_COOKIE_NAMES } from './detectors/cookies.ts';
import { isNoPassword, isPassName } from './detectors/passes.ts';
import { policy } from './policy.ts';

// In argument lists of curl, yt-dlp and ffmpeg one letter may do.
const LETTER = /^-[uUbHpx2]$/;

const LONGEST_NAME = 128;

let sessionCookie: RegExp | undefined;
let argument: RegExp | undefined;

// Texts of lists repeat, and are short.
const MAX_REMEMBERED = 1000;
let remembered = new Map<string, boolean>();
let rememberedOf: unknown;

// A program may be told of its first or second pass.
const PASS_NAME = /pass$/i;

/**
 * Whether what follows a text in a list is a secret: `--password`, `Cookie`, `Authorization:`, `SID`, `Bearer`.
 *
 * @param next what follows; `--pass` and a number tell of no password
 */
export function announcesSecret(text: string, next?: unknown): boolean {
  if (text.length > LONGEST_NAME || text === '') return false;
  if (next !== undefined && PASS_NAME.test(text) && isNoPassword(next)) return false;
  const inForce = policy();
  if (rememberedOf !== inForce || remembered.size >= MAX_REMEMBERED) {
    rememberedOf = inForce;
    remembered = new Map();
  }
  let known = remembered.get(text);
  if (known === undefined) {
    known = announces(text);
    remembered.set(text, known);
  }
  return known;
}

function announces(text: string): boolean {
  argument ??= new RegExp(`^--?(?:${SECRET_ARGUMENT})$`, 'i');
  if (text.startsWith('-')) {
    return LETTER.test(text) || argument.test(text) || isPassName(text.replace(/^-+/, ''));
  }
  const name = text.replace(/[:=]\s*$/, '').trim();
  if (!/^[\w .-]+$/.test(name)) return false;
  if (/^(?:bearer|basic)$/i.test(name)) return true;
  sessionCookie ??= new RegExp(`^(?:${SESSION_COOKIE_NAMES})$`, 'i');
  const { how } = policy().ruleOf(name);
  // `pass` alone is a word of lists of results.
  return sessionCookie.test(name) || how === 'secret' || (how === 'pass' && !/^pass$/i.test(name));
}

const NAMES = ['name', 'key', 'header', 'field', 'attribute'];
// A command of a database has arguments: `{ name: 'auth', args: […] }`.
const VALUES = ['value', 'val', 'content', 'values', 'args'];

/** The field that is a secret in a map of a name and a value, as in `{ name: 'Cookie', value: '…' }`. */
export function namedPair(fields: Readonly<Record<string, unknown>>): string | undefined {
  for (const name of NAMES) {
    const said = fields[name];
    if (typeof said !== 'string' || !(announcesSecret(said) || policy().ruleOf(said).how === 'pass'))
      continue;
    return VALUES.find((value) => Object.hasOwn(fields, value));
  }
  return undefined;
}
