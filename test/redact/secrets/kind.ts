import fc from 'fast-check';

/** One secret in a text, as it may come into telemetry. */
export interface Planted {
  readonly text: string;
  /** Where in the text something stands that must not leave: from, to. */
  readonly secrets: readonly (readonly [from: number, to: number])[];
  /** The same as a list: arguments of a program, headers as Node lists them, the lines of a file. */
  readonly parts?: readonly string[];
  /** The same as a field with a name: a header, an environment variable, a cookie. */
  readonly field?: readonly [name: string, value: string];
}

/** A kind of secret, and how to make one. All of them are made up when a test runs. */
export interface SecretKind {
  readonly name: string;
  readonly family: string;
  readonly planted: fc.Arbitrary<Planted>;
}

const OPEN = '⟦';
const CLOSE = '⟧';

/** Marks what must not leave in a text of {@link kind}. */
export function hide(secret: string): string {
  return `${OPEN}${secret}${CLOSE}`;
}

/** What {@link kind} is told of a secret: texts in which {@link hide} marks what must not leave. */
export interface Told {
  readonly text: string;
  readonly parts?: readonly string[];
  readonly field?: readonly [name: string, value: string];
}

/** A kind of secret, from the pieces that differ between any two of it. */
export function kind<T>(
  family: string,
  name: string,
  pieces: { [K in keyof T]: fc.Arbitrary<T[K]> },
  tell: (pieces: T) => string | Told,
): SecretKind {
  const planted = fc.record<T>(pieces).map((made) => {
    const told = tell(made as T);
    return readMarks(typeof told === 'string' ? { text: told } : told);
  });
  return { family, name, planted };
}

function readMarks({ text, parts, field }: Told): Planted {
  const secrets: [number, number][] = [];
  let plain = '';
  for (const piece of text.split(OPEN)) {
    const end = piece.indexOf(CLOSE);
    if (end >= 0) secrets.push([plain.length, plain.length + end]);
    plain += piece.replace(CLOSE, '');
  }
  return {
    text: plain,
    secrets,
    ...(parts && { parts: parts.map(unmarked) }),
    ...(field && { field: [field[0], unmarked(field[1])] }),
  };
}

function unmarked(text: string): string {
  return text.replaceAll(OPEN, '').replaceAll(CLOSE, '');
}

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
const ALPHABETS = {
  digits: DIGITS,
  hex: `${DIGITS}abcdef`,
  lower: LOWER,
  lowerDigits: LOWER + DIGITS,
  upperDigits: LOWER.toUpperCase() + DIGITS,
  alnum: LOWER + LOWER.toUpperCase() + DIGITS,
  base64url: `${LOWER}${LOWER.toUpperCase()}${DIGITS}-_`,
  base64: `${LOWER}${LOWER.toUpperCase()}${DIGITS}+/`,
} as const;

/**
 * Random characters. What stands around a secret is what a failing case is made smaller by, not the secret: one of
 * equal letters would be none.
 */
export function random(
  alphabet: keyof typeof ALPHABETS,
  minLength: number,
  maxLength: number = minLength,
): fc.Arbitrary<string> {
  const unit = fc.constantFrom(...ALPHABETS[alphabet]);
  return fc.noShrink(fc.noBias(fc.string({ unit, minLength, maxLength, size: 'max' })));
}

/** Bytes as base64 writes them, with its padding. */
export function base64Of(bytes: number): fc.Arbitrary<string> {
  return fc
    .noShrink(fc.noBias(fc.uint8Array({ minLength: bytes, maxLength: bytes, size: 'max' })))
    .map((made) => Buffer.from(made).toString('base64'));
}

/** A name that no other text has by chance. */
export const person: fc.Arbitrary<string> = random('lower', 9, 12);

/** A password as people choose them; no detector could tell it from a word. */
export const password: fc.Arbitrary<string> = fc
  .tuple(random('lower', 8, 11), random('digits', 1, 2))
  .map((made) => made.join(''));

/** One of a few ways of writing. */
export function spelled<const S extends string>(...ways: readonly S[]): fc.Arbitrary<S> {
  return fc.constantFrom(...ways);
}

/** A prefix that scanners of repositories look for: it stands nowhere in one piece. */
export function prefix(...pieces: readonly string[]): string {
  return pieces.join('');
}
