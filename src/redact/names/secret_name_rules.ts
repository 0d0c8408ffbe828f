import { byFirstLetter } from './alternatives.ts';
import { type InTexts, SECRET_NAMES, type SecretNames, type SecretValue } from './secret_names.ts';

/** Between two words of a name in a text. */
const APART = '[_-]?';
const APART_IN_SENTENCES = '[ _-]?';

const withPlace = (at: SecretNames['at']) => SECRET_NAMES.filter((row) => row.at === at);

// Alternatives at the top of a list of names stand between commas; those in brackets capture nothing.
function expression(rows: readonly SecretNames[], apart: string): string {
  return rows
    .map(({ names }) => names.replaceAll(',', '|').replaceAll('(', '(?:').replaceAll(' ', apart))
    .join('|');
}

/**
 * The names that one sort of detector looks for in a text, as an expression in small letters.
 *
 * @param apart what may stand between two words of a name
 */
export function namesInTexts(inTexts: InTexts, apart: string = APART): string {
  return expression(
    SECRET_NAMES.filter((row) => row.inTexts === inTexts),
    apart,
  );
}

/** The names of passwords, keys and tokens, wherever one is given by its name. */
export const namesOfSecrets = (): string =>
  [namesInTexts('password'), namesInTexts('key'), namesInTexts('token')].join('|');

/** What passwords are called in other languages: of several words, with spaces between them too. */
export const passwordsInOtherLanguages = (): string => namesInTexts('other_language', APART_IN_SENTENCES);

/** Names whose last words tell, by the values that are a secret under them: `pin`, `MY_PW`. */
export function stepNames(...values: readonly SecretValue[]): string {
  const rows = withPlace('step').filter(({ value }) => values.includes(value));
  return byFirstLetter(expression(rows.map(withoutFirstBrackets), APART));
}

/** The same where their first letter is all that parts them from the word before: `smtpPin`, `userAuthCode`. */
export function stepNamesInCapitals(...values: readonly SecretValue[]): string {
  return expression(
    withPlace('step')
      .filter(({ value }) => values.includes(value))
      .map(withCapitals),
    '',
  );
}

function withCapitals(row: SecretNames): SecretNames {
  return {
    ...row,
    names: row.names.replaceAll(/(?:^|(?<=[,( |]))[a-z]/g, (letter) => letter.toUpperCase()),
  };
}

/** Any name of a secret, whole, with whatever may stand before it: for what stands in quotes, or in the place of a name. */
export function anySecretName(): string {
  const ends = byFirstLetter(expression(withPlace('end').map(withoutFirstBrackets), APART));
  const rows = [...withPlace('step'), ...withPlace('whole')].map(withoutFirstBrackets);
  const steps = byFirstLetter(`pass|${expression(rows, APART)}`);
  return `[a-z0-9_.-]{0,60}(?:${ends})|(?:[a-z0-9_.-]{0,60}[._-])?(?:${steps})`;
}

// `(a|b) key` is `a key,b key`: so each alternative begins with a letter.
function withoutFirstBrackets(row: SecretNames): SecretNames {
  const names = row.names.split(',').map((name) => {
    const [, either, rest = ''] = /^\(([^)]*)\)(?!\?)(.*)$/.exec(name) ?? [];
    return either === undefined
      ? name
      : either
          .split('|')
          .map((one) => one + rest)
          .join(',');
  });
  return { ...row, names: names.join(',') };
}

const ofEnd = new Map<SecretValue, RegExp>();
const ofSteps = new Map<SecretValue, RegExp>();
const ofWhole = new Map<SecretValue, RegExp>();

function compiled(
  to: Map<SecretValue, RegExp>,
  at: SecretNames['at'],
  frame: (names: string) => string,
  apart: string,
) {
  for (const value of ['any', 'no_state', 'login', 'code', 'digits'] as const) {
    const rows = withPlace(at).filter((row) => row.value === value);
    if (rows.length > 0) to.set(value, new RegExp(frame(expression(rows, apart))));
  }
}

/** A name without what differs between spellings of it: capitals, dashes, underscores, spaces. */
export function bareName(name: string): string {
  return name.toLowerCase().replaceAll(/[-_\s]/g, '');
}

// `smtpPin`, `SMTP-PIN`, `smtp pin` are `smtp_pin`.
function steps(name: string): string {
  return name
    .replaceAll(/([a-z][0-9]?)([A-Z])/g, '$1_$2')
    .replaceAll(/[-\s]+/g, '_')
    .toLowerCase();
}

/**
 * Which values are a secret under a name, or undefined where the name tells of none.
 *
 * @param name of a field, a header, a variable; without what stands before its last dot
 */
export function secretUnder(name: string): SecretValue | undefined {
  if (ofWhole.size === 0) {
    compiled(ofEnd, 'end', (names) => `(?:${names})$`, '');
    compiled(ofSteps, 'step', (names) => `(?:^|_)(?:${names})$`, '_?');
    compiled(ofWhole, 'whole', (names) => `^(?:${names})$`, '');
  }
  const bare = bareName(name);
  const inSteps = steps(name);
  return found(ofWhole, bare) ?? found(ofEnd, bare) ?? found(ofSteps, inSteps);
}

function found(expressions: ReadonlyMap<SecretValue, RegExp>, name: string): SecretValue | undefined {
  for (const [value, expression] of expressions) if (expression.test(name)) return value;
  return undefined;
}

/**
 * The names, as expressions for keys that the Collector masks by: of Go, which knows no look-around, and takes capitals as
 * told. It tries all alternatives at each letter; those that begin alike stand together, of which it makes one.
 */
export function collectorKeyPatterns(): readonly string[] {
  const sorted = (rows: readonly SecretNames[], apart: string) =>
    expression(
      [...rows.map(withoutFirstBrackets)]
        .flatMap((row) => row.names.split(',').map((names) => ({ ...row, names })))
        .sort((a, b) => (a.names < b.names ? -1 : 1)),
      apart,
    );
  const apart = '[-_ ]?';
  const steps = withPlace('step');
  const inCapitals = steps.map(withCapitals).map(withoutFirstBrackets);
  return [
    `(?i)(?:${sorted(withPlace('end'), apart)})\\z`,
    `(?i)(?:^|\\.)(?:${sorted(withPlace('whole'), apart)})\\z`,
    `(?i)(?:^|[._ -])(?:${sorted(steps, apart)})\\z`,
    `(?:${sorted(inCapitals, '')})\\z`,
  ];
}
