import { SECRET_ARGUMENT } from './detectors/arguments.ts';
import { SESSION_COOKIE_NAMES } from './detectors/cookies.ts';
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

/** Whether what follows a text in a list is a secret: `--password`, `Cookie`, `Authorization:`, `SID`, `Bearer`. */
export function announcesSecret(text: string): boolean {
  if (text.length > LONGEST_NAME || text === '') return false;
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
  if (text.startsWith('-')) return LETTER.test(text) || argument.test(text);
  const name = text.replace(/[:=]\s*$/, '').trim();
  if (!/^[\w .-]+$/.test(name)) return false;
  if (/^(?:bearer|basic)$/i.test(name)) return true;
  sessionCookie ??= new RegExp(`^(?:${SESSION_COOKIE_NAMES})$`, 'i');
  return sessionCookie.test(name) || policy().ruleOf(name).how === 'secret';
}

const NAMES = ['name', 'key', 'header', 'field', 'attribute'];
const VALUES = ['value', 'val', 'content', 'values'];

/** The field that is a secret in a map of a name and a value, as in `{ name: 'Cookie', value: '…' }`. */
export function namedPair(fields: Readonly<Record<string, unknown>>): string | undefined {
  for (const name of NAMES) {
    const said = fields[name];
    if (typeof said !== 'string' || !announcesSecret(said)) continue;
    return VALUES.find((value) => Object.hasOwn(fields, value));
  }
  return undefined;
}
