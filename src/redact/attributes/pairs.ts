import { SECRET_ARGUMENT } from '../detectors/arguments.ts';
import { SESSION_COOKIE_NAMES } from '../detectors/cookies.ts';
import { isNoPassword, isPassName } from '../detectors/passes.ts';
import { secretUnder } from '../names/secret_name_rules.ts';
import { isSecretValue } from '../names/secret_values.ts';
import { policy } from '../policy/policy.ts';

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
  return known && (next === undefined || (isSecretNamed(text, next) && !mayBeNextWord(text, next)));
}

// `--pin` and a word, `otp` and the state of it, the number of a pass.
function isSecretNamed(name: string, value: unknown): boolean {
  if (PASS_NAME.test(name) && isNoPassword(value)) return false;
  const under = secretUnder(bareOption(name));
  return under === undefined || isSecretValue(value, under);
}

// In a list without dashes, what is next to a word may be another: `csrf`, `cors`. So there it takes a digit.
function mayBeNextWord(text: string, next: unknown): boolean {
  return (
    !/^-|[:=]\s*$/.test(text) && !/\d/.test(String(next)) && secretUnder(bareOption(text)) === 'no_state'
  );
}

function bareOption(text: string): string {
  return text.replaceAll(/^-+|[:=]\s*$/g, '');
}

function announces(text: string): boolean {
  argument ??= new RegExp(`^--?(?:${SECRET_ARGUMENT})$`, 'i');
  if (text.startsWith('-')) {
    const option = text.replace(/^-+/, '');
    return (
      LETTER.test(text) || argument.test(text) || isPassName(option) || secretUnder(option) !== undefined
    );
  }
  const name = text.replace(/[:=]\s*$/, '').trim();
  if (!/^[\w .-]+$/.test(name)) return false;
  if (/^(?:bearer|basic)$/i.test(name)) return true;
  sessionCookie ??= new RegExp(`^(?:${SESSION_COOKIE_NAMES})$`, 'i');
  const { how } = policy().ruleOf(name);
  // `pass` alone is a word of lists of results.
  return (
    sessionCookie.test(name) ||
    how === 'secret' ||
    how === 'folder' ||
    how === 'told' ||
    (how === 'pass' && !/^pass$/i.test(name))
  );
}

const NAMES = ['name', 'key', 'header', 'field', 'attribute'];
// A command of a database has arguments: `{ name: 'auth', args: […] }`.
const VALUES = ['value', 'val', 'content', 'values', 'args'];

/** The field that is a secret in a map of a name and a value, as in `{ name: 'Cookie', value: '…' }`. */
export function namedPair(fields: Readonly<Record<string, unknown>>): string | undefined {
  for (const name of NAMES) {
    const said = fields[name];
    if (typeof said !== 'string') continue;
    const value = VALUES.find((one) => Object.hasOwn(fields, one));
    if (value === undefined) return undefined;
    const isSecretName = announcesSecret(said) || policy().ruleOf(said).how === 'pass';
    if (isSecretName && isSecretNamed(said, fields[value])) return value;
  }
  return isOAuthCode(fields) ? 'code' : undefined;
}

// What somebody who has signed in comes back with: who has it may sign in with it, once. Of failures, `code` is a word
// or a number, and a state is beside it as well.
function isOAuthCode(fields: Readonly<Record<string, unknown>>): boolean {
  const { code } = fields;
  return (
    typeof code === 'string' &&
    /^[\w./~+%-]{10,}$/.test(code) &&
    /\d/.test(code) &&
    /[a-z]/.test(code) &&
    ['state', 'grant_type', 'redirect_uri', 'code_verifier'].some((name) => typeof fields[name] === 'string')
  );
}
