import { MASK } from '../mask.ts';
import { ASSIGNED, type Detector, QUOTE, SPACE } from './detector.ts';
import { argumentThat, bareThat, masked, maskedBare, quotedThat, REST } from './values.ts';

// `pass` is a name of a password in settings, and a word: of an encoder that takes two of them, of a filter, of a test.
// So a number of up to three digits is never one, and a name counts only as the last step of a longer one.

/** Steps before `pass` in names of something else: filters, encoders and what lets through. Small letters. */
export const OTHER_STEPS: readonly string[] = (
  'low high band all by one two three single multi dual both first second third last next final current num n encode ' +
  'encoding render boarding season dry sub over fly shadow quality depth color colour light lighting geometry bloom blur post ' +
  'pre opaque shader compute filter denoise scale analysis transcode fastcgi grpc uwsgi scgi memcached'
).split(' ');

const OTHER_PASSES = new RegExp(`(?:^|[^a-z])(?:${OTHER_STEPS.join('|')})[-_ ]?pass$`, 'i');

const PASS = /(?:^|[-_\s])pass$/i;
const PASS_OF_TWO_WORDS = /[a-z0-9]Pass$/;

/** What a pass is counted by, or told of: none of these is a password. */
export const NO_PASSWORD =
  /^(?:\d{1,3}|first|second|third|last|final|one|two|ok|okay|done|all|fail|skip|skipped|passed|through|on|off|null|nil|none|true|false|yes|no|value|undefined|enabled|disabled|high|medium|low)$/i;

// Of a server that passes on what it is asked: where to. What is in such an address is for others to tell.
export const ADDRESS = /^(?:https?|wss?|unix|tcp):/i;

/** Whether a name is that of a password by its last step: `pass`, `DB_PASS`, `smtpPass`; not `bypass`, not `low_pass`. */
export function isPassName(name: string): boolean {
  return (PASS.test(name) || PASS_OF_TWO_WORDS.test(name)) && !OTHER_PASSES.test(name);
}

/** Whether what stands under such a name is a number of a pass, or a word of one, and no password. */
export function isNoPassword(value: unknown): boolean {
  const text = String(value);
  return NO_PASSWORD.test(text) || ADDRESS.test(text);
}

const WORD_ITSELF = '(?:pass|Pass|PASS)';
// Not with the step before it: that would be read again from each of its letters.
const LONGER = `[_-]${WORD_ITSELF}|[a-z0-9]Pass`;
const ALONE = `(?:\\b|\\\\[nrt])${WORD_ITSELF}`;
const SET = `${QUOTE}?[ \\t]{0,20}(?:=>|=|%3[Dd])[ \\t]{0,20}`;

// No number of up to three digits.
const AFTER_DIGITS = '[A-Za-z_@#$!^+~=-]';
const begins = (not: string) =>
  `(?:[0-9]{4}|[0-9]{1,3}(?:[/.][0-9]{0,3})?${AFTER_DIGITS}|\\*{0,3}[^0-9\\s"'\`*;&,\\\\${not}]|\\\\+[^\\s"'\`*\\\\nrt])`;
const IN_QUOTES = quotedThat(
  (quote, written) => `(?:[0-9]{4}|[0-9]{0,3}\\*{0,3}(?:[^0-9${quote}*\\\\]|${written}))`,
);
const BARE = bareThat(begins('>'));

const NAME_OF_PASS = /^.*?(?:pass|Pass|PASS)/s;

// The step before it tells what sort of pass it is.
// `{"render":{"pass":"bloom"}}`
export const PART_OF_WORK =
  /(?:^|[^a-z])(?:render(?:er|ing)?|encod(?:e|er)|transcod(?:e|er)|shader)s?[^\w,]{1,8}$/i;

const isNone = (value: string, found: string, before: string): boolean =>
  isNoPassword(value.replace(/[.)}\]`]+$/, '')) ||
  PART_OF_WORK.test(before) ||
  OTHER_PASSES.test(before + (NAME_OF_PASS.exec(found)?.[0] ?? ''));

// What may stand behind it: all else costs nothing.
const NEEDS = [
  'pass=',
  'pass:',
  'pass"',
  "pass'",
  'pass`',
  'pass]',
  'pass =',
  'pass :',
  'pass  ',
  'pass \t',
  'pass %3',
  'pass\\',
  'pass%3',
  'pass\t',
];

/** Passwords that are called `pass`. */
export const passDetectors: readonly Detector[] = [
  {
    name: 'quoted_pass',
    family: 'credential',
    caseMatters: true,
    source: `((?:${LONGER})(?:${ASSIGNED}|${QUOTE}[ ]?,${SPACE})|${ALONE}${ASSIGNED})${IN_QUOTES}`,
    replacement: masked(1),
    unless: isNone,
    needs: NEEDS,
  },
  {
    name: 'named_pass',
    family: 'credential',
    caseMatters: true,
    source: `((?:${LONGER})(?:${SET}|${QUOTE}?[ \\t]{0,20}:[ \\t]{0,20})|${ALONE}(?:${SET}|${QUOTE}[ ]?:[ ]?))${BARE}`,
    replacement: maskedBare(1),
    unless: isNone,
    needs: NEEDS,
  },
  {
    // `pass: x` where a field may begin and end, as in YAML or what Node shows. In capitals it is the result of a test.
    name: 'told_pass',
    family: 'credential',
    caseMatters: true,
    source: `((?:^|[\\r\\n{,;(|\\]:"'\`]|\\\\[nrt]|\\b[Uu]ser(?:[Nn]ame|name)?[:=][ ]?[^\\s"'*,;]{1,100},?)[ \\t]{0,8}[Pp]ass:[ ]{0,2})${begins('>')}${REST}((?:$|[\\r\\n,;"'\\\\]|[ ][}\\])|,;]))`,
    replacement: `$1${MASK}$2`,
    unless: isNone,
    needs: ['pass:'],
  },
  {
    // Elsewhere `: ` may end a part of a sentence: so there it takes a digit behind a letter.
    name: 'told_pass_with_digit',
    family: 'credential',
    caseMatters: true,
    source: `(\\b[Pp]ass:[ ]?)${bareThat('[A-Za-z_@#$!^+~=-]{4,40}[0-9]')}`,
    replacement: maskedBare(1),
    needs: ['pass:'],
  },
  {
    // `--pass 2`, `-pass 1` are passes of an encoder; `--lowpass` is a filter's.
    name: 'pass_argument',
    family: 'argument',
    caseMatters: true,
    source: `((?:^|[\\s"'\\[(,=])-{1,2}(?:[A-Za-z0-9]{1,30}[_-]){0,4}(?:${WORD_ITSELF}(?:in|out)?|[A-Za-z0-9]{0,30}[a-z0-9]Pass)(?:[ ]+|=|${QUOTE}[ ]?,${SPACE}))(?:${IN_QUOTES}|${argumentThat(begins('-'))})`,
    replacement: masked(1),
    unless: isNone,
    needs: ['pass ', 'pass=', 'pass"', "pass'", 'pass\\', 'passin', 'passout'],
  },
];
