import { MASK } from '../mask.ts';
import { stepNames, stepNamesInCapitals } from '../names/secret_name_rules.ts';
import { isSecretValue } from '../names/secret_values.ts';
import { ASSIGNED, type Detector, IS, QUOTE } from './detector.ts';
import { bareThat, masked, maskedBare, quotedThat, REST as REST_OF_VALUE } from './values.ts';

// Names that count as the last words of a longer one: `pw`, `MY_PW`, `smtpPin`; letters of other words as well.
const BEGIN = '(?:\\b|_|\\\\[nrt])';
const NAMES = stepNames('no_state', 'any');
const CODES = `${stepNames('code', 'digits')}|passcode`;

/** Between a name and its value, but for a colon without quotes and for lists. */
const SET = `(?:${QUOTE}?\\]?[ \\t]{0,2}(?:=>|:?={1,3}|%3d)[ \\t]{0,2}(?:[bu]?${QUOTE})?|${QUOTE}\\]?[ ]?:[ ]?(?:[bu]?${QUOTE})?)`;
/** The next of a list. */
const LISTED = `${QUOTE}[ ]?,[ ]?${QUOTE}`;
/** Also a colon with a space behind it: without one, it is a host and its port. */
const TOLD = `(?:${SET}|${LISTED}|:[ \\t]{1,2}${QUOTE}?|:${QUOTE})`;
/** The same before a value without quotes. */
const SET_BARE = `(?:${QUOTE}?\\]?[ \\t]{0,20}(?:=>|:?={1,3}|%3[Dd])[ \\t]{0,20}|${QUOTE}\\]?[ ]?:[ ]?)`;

const REST = '[^\\s"\';&,<\\\\]*';
// The number of a card stands in groups.
const NUMBER = '[0-9]{4}(?:[ -][0-9]{2,6}){0,5}';
// Signs that a number, a share or a version has, with a letter behind them.
const AFTER_DIGITS = '(?:[/.%][0-9]*)*[A-Za-z_@#$!^+~-]';
/** No number of up to three digits, which counts something. */
const BARE_BEGIN = `(?:${NUMBER}|[0-9]{1,3}${AFTER_DIGITS}|\\*{0,3}[^0-9\\s"'\`*;&,=>{[(\\\\]|\\\\+[^\\s"'\`*\\\\nrt])`;
const IN_QUOTES = quotedThat(
  (quote, written) => `(?:[0-9]{4}|[0-9]{0,3}\\*{0,3}(?:[^0-9${quote}*\\\\]|${written}))`,
);
const WITH_DIGIT = `(?:${NUMBER}|[0-9]{1,3}${AFTER_DIGITS}|[A-Za-z_@#$!^+~-]{1,40}[0-9])`;
const CODE = `(?:[0-9]{3}[ -][0-9]{3}\\b|[0-9]{4}${REST}|[0-9]{1,3}[A-Za-z-][A-Za-z0-9-]{2}${REST}|[A-Z-]{1,12}[0-9][A-Z0-9-]{2}${REST})`;

const isState = (value: string): boolean => !isSecretValue(value.replace(/[.)}\]`>]+$/, ''), 'no_state');

// A pin may be one of a chip: so it takes four digits. In a name of capitals the words after it are small.
const PIN = /pin(?:[_-]?code)?[^a-z0-9]*$/i;
const unlessNoCode = (found: string, name = ''): string =>
  isSecretValue(found.slice(name.length).replace(/[.)}\]`>]+$/, ''), PIN.test(name) ? 'digits' : 'code')
    ? name + MASK
    : found;

const NEEDS = [
  ...['pw', 'cred', 'psk', 'csrf', 'xsrf', 'verifier', 'mnemonic', 'phrase', 'words', 'code'],
  ...['card', 'iban', 'ssn', 'key', 'cvv', 'cvc', 'bearer', 'hash', 'auth_data', 'auth-data', 'authdata'],
  ...['arl=', 'arl:', 'arl"', "arl'", 'arl\\', 'arl ', 'arl%'],
];
const NEEDS_OF_CODES = ['otp', '2fa', 'mfa', 'tfa', 'code', 'pin'];

/** What stands behind names that are words as well, or parts of some. */
export const stepNameDetectors: readonly Detector[] = [
  {
    name: 'card_code',
    family: 'credential',
    source: `(${BEGIN}(?:${stepNames('any')})${TOLD})[0-9]{3,4}\\b`,
    replacement: `$1${MASK}`,
    needs: ['cvv', 'cvc'],
  },
  {
    // In groups of four, as it is printed.
    name: 'iban',
    family: 'credential',
    source: `(${BEGIN}iban${IS})[a-z]{2}[0-9]{2}(?:[ ]?[a-z0-9]{2,4}){3,8}`,
    replacement: `$1${MASK}`,
    needs: ['iban'],
  },
  {
    name: 'quoted_step_name',
    family: 'credential',
    source: `(${BEGIN}(?:${NAMES})${ASSIGNED})${IN_QUOTES}`,
    replacement: masked(1),
    unless: isState,
    needs: NEEDS,
  },
  {
    // In a list another name may follow: so there it takes a digit.
    name: 'listed_step_name',
    family: 'credential',
    source: `(${BEGIN}(?:${NAMES})${QUOTE}[ ]?,[ ]?)${quotedThat(() => WITH_DIGIT)}`,
    replacement: masked(1),
    unless: isState,
    needs: NEEDS,
  },
  {
    // Behind a colon without quotes a part of a sentence may follow: likewise.
    name: 'step_name',
    family: 'credential',
    source: `(${BEGIN}(?:${NAMES}))(?:(${SET_BARE})${BARE_BEGIN}|(:[ ])${WITH_DIGIT})${bareThat('')}`,
    replacement: maskedBare(3),
    unless: isState,
    needs: NEEDS,
  },
  {
    name: 'quoted_step_name_in_capitals',
    family: 'credential',
    caseMatters: true,
    source: `([a-z]{2}(?:${stepNamesInCapitals('no_state', 'any')})${ASSIGNED})${IN_QUOTES}`,
    replacement: masked(1),
    unless: isState,
    needs: NEEDS,
  },
  {
    name: 'step_name_in_capitals',
    family: 'credential',
    caseMatters: true,
    source: `([a-z]{2}(?:${stepNamesInCapitals('no_state', 'any')})${SET_BARE})${bareThat(BARE_BEGIN)}`,
    replacement: maskedBare(1),
    unless: isState,
    needs: NEEDS,
  },
  {
    // `pw: x` where a field may begin and end, as in YAML or what Node shows.
    name: 'field_of_step_name',
    family: 'credential',
    source: `((?:^|[\\r\\n{,;(|]|\\\\[nrt])[ \\t]{0,8}(?:[a-z0-9_-]{1,30}[_-])?(?:${NAMES}):[ ]{0,2})${BARE_BEGIN}${REST_OF_VALUE}((?:$|[\\r\\n,;"'\\\\]|[ ][}\\])|,;]))`,
    replacement: `$1${MASK}$2`,
    unless: isState,
    needs: NEEDS,
  },
  {
    name: 'code_argument',
    family: 'argument',
    source: `((?:^|[\\s"'\\[(,])--?(?:[a-z0-9-]{0,30}-)?(?:${CODES})(?:[ ]+|=|\\\\?["'],[ ]?)${QUOTE}?)${CODE}`,
    replacement: `$1${MASK}`,
    replace: unlessNoCode,
    needs: NEEDS_OF_CODES,
  },
  {
    name: 'named_code',
    family: 'credential',
    source: `(${BEGIN}(?:${CODES})${TOLD})${CODE}`,
    replacement: `$1${MASK}`,
    replace: unlessNoCode,
    needs: NEEDS_OF_CODES,
  },
  {
    name: 'code_element',
    family: 'credential',
    source: `(<(?:[a-z0-9:_-]{0,30}[:_-])?(?:${CODES})>)${CODE}`,
    replacement: `$1${MASK}`,
    replace: unlessNoCode,
    needs: ['<'],
  },
  {
    name: 'named_code_in_capitals',
    family: 'credential',
    caseMatters: true,
    source: `([a-z]{2}(?:${stepNamesInCapitals('code', 'digits')})${TOLD.replace('%3d', '%3[Dd]')})${CODE}`,
    replacement: `$1${MASK}`,
    replace: unlessNoCode,
    needs: NEEDS_OF_CODES,
  },
];
