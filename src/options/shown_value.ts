import { MASK } from '../redact/mask.ts';
import { explainText, redactText } from '../redact/text/text.ts';

const LONGEST = 200;

// A member of an enumeration, a name, a switch, a number with its unit.
const WORD = /^-?[a-z](?:[_-]?[a-z]){0,23}$/i;
const NUMBER = /^[+-]?\d{1,12}(?:\.\d{1,6})?[a-z%]{0,3}$/i;
const PIECE = /[^\s,=]+/g;

/** Settings that say themselves what is a secret: nothing of them is ever shown. */
const ABOUT_SECRETS = new Set(['secretKeys', 'secretPatterns', 'allowedValues']);

/** Whether a setting's value is nobody's business. */
export function isPrivateSetting(
  name: string,
  schema: { readonly confidential?: true } | undefined,
): boolean {
  return schema?.confidential === true || ABOUT_SECRETS.has(name);
}

/**
 * A value that was refused, for people: whoever set the wrong variable may have put a password there. Words and numbers
 * are shown, since they were most likely misspelt; all else is masked.
 */
export function shownValue(value: unknown): string {
  const shown = JSON.stringify(value, (_key, one: unknown) =>
    typeof one === 'string' ? shownText(one) : one,
  );
  return redactText((shown ?? String(value)).slice(0, LONGEST));
}

/** The same of a text, without quotes. */
export function shownText(text: string): string {
  // A URL is read by what it is made of.
  if (text.includes('://')) return redactText(text);
  return text
    .slice(0, LONGEST)
    .replaceAll(/[\r\n]+/g, ' ')
    .replace(PIECE, (piece) => (WORD.test(piece) || NUMBER.test(piece) ? piece : MASK));
}

/** The name of an option that there is not, with its dashes: whoever forgot the quotes may have given a key. */
export function shownOption(given: string): string {
  const name = given.replace(/^-+/, '');
  const dashes = given.slice(0, Math.min(2, given.length - name.length));
  return dashes + (/\s/.test(name) ? MASK : shownText(name));
}

/**
 * A message with what somebody typed in it, for that very person's terminal: paths stay as they are, so that they can be
 * followed, but for all else that is a secret.
 */
export function shownMessage(message: string): string {
  const { findings } = explainText(message);
  return findings.every(({ family }) => family === 'path') ? message : redactText(message, { paths: false });
}
