import { MASK } from '../mask.ts';
import { byFirstLetter, nameOtherThan } from '../names/alternatives.ts';
import { namesInTexts } from '../names/secret_name_rules.ts';
import { type Detector, QUOTE } from './detector.ts';
import { bareThat, KEY, masked, QUOTED, quotedThat } from './values.ts';

// What stands behind the name of a secret without a colon is mostly the next word of a sentence. So it takes letters and
// digits, as few words have.
const MADE_UP =
  '(?:[a-z_.@$!%^+~-]{1,40}[0-9][^\\s"\'`\\])>|,;\\\\]{4,}|[a-z]{4,40}[0-9][a-z][^\\s"\'`\\])>|,;\\\\]{1,}|[0-9]{1,12}[a-z_@$!%^+~][^\\s"\'`\\])>|,;\\\\]{5,})';
// A digit ends the letters that all of these begin with: one reading tells that there is none.
const DIGIT_AHEAD = '(?=[a-z_.@$!%^+~-]*?[0-9])';
const PASSWORD = 'passwords?|passwd|passphrase|passcode|pwd';
const NAMES = byFirstLetter(
  `passwords|tokens?|${namesInTexts('password', '[ _-]?')}|${namesInTexts('key', '[ _-]?')}`,
);
const NEEDS = ['pass', 'pwd', 'token', 'secret', 'key', 'webhook', 'magic'];

// Words of what is done with secrets that have digits in them: no letters stand between, as in a token that begins so.
export const METHOD =
  /^(?:(?:sha|md|base|utf|http|aes|rsa|oauth|ipv|pkcs|bcrypt|pbkdf|argon|scrypt)[sv]?[^a-z\s"'`]|x50|p1[02]|h26|mp\d|v\d[\d.]*\b|\d+[-_](?:bit|char|hour|day|min|sec))/i;

// The same before their digits, as whole words, and what else is numbered where passwords are spoken of.
const NUMBERED =
  'sha md base utf aes ipv bcrypt argon x p h v hs rs step field rule type version attempt'.split(' ');
const UNIT =
  /^[0-9]+(?:[msdhxk]|ms|st|nd|rd|th|fa|of|[kmg]b|bits?|bytes?|char\w*|digits?|letters?|sec\w*|min\w*|hours?|days?)[.)]?$/i;

const REST = '[^\\s"\'`\\])>|,;\\\\]';
const SIGNS = '[@$#!^+]{1,3}';
const numbered = `${nameOtherThan(NUMBERED, '\\W\\d')}[0-9]`;

const KEYS =
  '(?:api|access|secret|private|auth|account|admin|master|signing|encryption|deploy|license|subscription|client)[ ]keys?';

const OF_WHOM = '(?:[ ](?:of|for)[ ][^\\s"\']{1,40})?';
const IS_SAID =
  '[ ]{1,3}(?:(?:has[ ]been[ ]|was[ ]|is[ ]|now[ ])?(?:re)?(?:set|changed)[ ]to|is[ ]now|is|was|are)(?:[ ]{1,3}|[ ]?:[ ]{1,2})';
const BETWEEN = '(?:[ ]{1,3}(?:is|was|of)?[ ]?:?[ ]?|[ ]?\\|[ ]?|\\t{1,3})';
// The same in more letters: spaces stand in it in one way only, or what follows would be read again for each.
const BETWEEN_IN_ONE_WAY =
  '(?:[ ](?:[ ]{0,2}(?:is|was|of)(?:[ ]{0,2}|[ ]?:[ ]?)|[ ]{0,3}(?::[ ]?)?|[ ]{4}|\\|[ ]?)|\\|[ ]?|\\t{1,3})';
const OPEN = `(?:${QUOTE}|[\`\\[(<“”„‚‘’«‹])?`;

const told = (between: string, ahead: string): string => `((?:${NAMES})${between}${OPEN})${ahead}${MADE_UP}`;

/** Secrets that a sentence tells, or a command for a database. */
export const toldSecretDetectors: readonly Detector[] = [
  {
    // `the password is x1y2z3w4`, `token 'x1y2z3w4' expired`, `| password | x1y2z3w4 |`
    name: 'told_secret',
    family: 'credential',
    source: told(BETWEEN, ''),
    inProcess: told(BETWEEN_IN_ONE_WAY, DIGIT_AHEAD),
    replacement: `$1${MASK}`,
    replace: (found, name = '') => (METHOD.test(found.slice(name.length)) ? found : name + MASK),
    needs: NEEDS,
  },
  {
    // `the password is hunter2`, `passphrase of bob was changed to abc123`, `the password hunter2 was refused`: they may be
    // short, and have a digit behind a word that nothing is counted by.
    name: 'told_short_secret',
    family: 'credential',
    source: `((?:(?:${PASSWORD}|[_-]secret)[ ]|(?:${NAMES})${OF_WHOM}${IS_SAID})${OPEN})${numbered}${REST}*`,
    replacement: `$1${MASK}`,
    needs: NEEDS,
  },
  {
    // `the password is P@ssword`, `is 1q2w3e`: with a sign among its letters, or a digit behind them.
    name: 'told_password',
    family: 'credential',
    source: `((?:${PASSWORD}|secret)${OF_WHOM}${IS_SAID}${OPEN})(?:[a-z]{1,40}${SIGNS}[a-z0-9]|${SIGNS}[a-z]{1,40}[0-9@$#!^+]|[0-9]{1,12}[a-z@$#!^+]{1,20}[0-9]|(?:[vxhp]|hs|rs|md)[0-9]{1,12}[a-z]{3})${REST}*`,
    replacement: `$1${MASK}`,
    needs: ['pass', 'pwd', 'secret'],
  },
  {
    // A number that ends what is said, `the password is 123456.`, and letters behind one: to the Collector those are
    // ordinary words.
    name: 'told_number',
    family: 'credential',
    only: 'process',
    source: `((?:${PASSWORD})${OF_WHOM}${IS_SAID}${OPEN})([0-9]{1,12}[a-z]{1,40}|[0-9]{4,})($|[\\s.,;!?)\\]"'\`])`,
    replacement: `$1${MASK}$3`,
    replace: (found, name = '', told = '', end = '') =>
      UNIT.test(told) || (end === ' ' && !/[a-z]/i.test(told)) ? found : name + MASK + end,
    needs: ['pass', 'pwd'],
  },
  {
    // `Your API key: x1y2z3w4`: a name of two words, as people write it.
    name: 'told_key',
    family: 'api_key',
    source: `(\\b${KEYS}[ ]?(?:[:=]|=>|->)[ ]{0,2})(?:${quotedThat(() => KEY)}|${bareThat(KEY)})`,
    replacement: masked(1),
    needs: [' key'],
  },
  {
    name: 'sql_password',
    family: 'credential',
    source: `((?:identified[ ]by|(?:password|passphrase|token|secret|key)${QUOTE}[ ]with[ ]value|password|passphrase)[ ]{1,3}(?:password[ ])?)${QUOTED}`,
    replacement: masked(1),
    needs: ['identified by', 'password', 'passphrase', ' with value '],
  },
];
