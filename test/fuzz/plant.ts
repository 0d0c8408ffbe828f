import type fc from 'fast-check';
import type { SecretKind } from '../redact/secrets/kind.ts';
import { ENCODINGS, type Encoding } from './encodings.ts';

/** What is put into a field of a signal: a text, or a list or field where that is how it comes. */
export interface Plant {
  readonly kind: string;
  readonly way: string;
  readonly field: string;
  readonly text: string;
  readonly parts?: readonly string[];
  readonly named?: readonly [name: string, value: string];
  /** None of these may be found in what leaves. */
  readonly needles: readonly string[];
}

// A secret this long is found by its beginning or by its end: half of one is one, too.
const HALVED_FROM = 20;
const HALF = 10;
/** Shorter than this a piece of an encoded text may be there by chance. */
const SHORTEST_NEEDLE = 6;

function slices(from: number, to: number): (readonly [number, number])[] {
  return to - from < HALVED_FROM
    ? [[from, to]]
    : [
        [from, from + HALF + 2],
        [to - HALF - 2, to],
      ];
}

function needlesOf(
  text: string,
  secrets: readonly (readonly [number, number])[],
  encoding: Encoding,
): string[] {
  const ranges = secrets.flatMap(([from, to]) => slices(from, to));
  const found = ranges.flatMap(([from, to]) => [text.slice(from, to), encoding.piece(text, from, to)]);
  // A value may begin as its name does: that alone is no secret.
  let around = text;
  for (const [from, to] of secrets) around = around.replace(text.slice(from, to), ' ');
  return [...new Set(found)].filter((needle) => needle.length >= SHORTEST_NEEDLE && !around.includes(needle));
}

const AS_TEXT = ENCODINGS.map(({ name }) => name);
const AS_VALUE: readonly string[] = ['split over a list', 'split at its spaces', 'as a field of its name'];

/** All ways in which a secret can come. */
export const WAYS: readonly string[] = [...AS_TEXT, ...AS_VALUE];

/** Whether a way needs a field that takes more than texts. */
export function asValue(way: string): boolean {
  return AS_VALUE.includes(way);
}

/** A secret of a kind, in one of the ways, for a field; nothing where it cannot come in that way. */
export function plantOf(kind: SecretKind, way: string, field: string): fc.Arbitrary<Plant | undefined> {
  return kind.planted.map((made): Plant | undefined => {
    const about = { kind: kind.name, way, field };
    const plain = ENCODINGS[0];
    const encoding = ENCODINGS.find(({ name }) => name === way);
    if (encoding !== undefined) {
      return {
        ...about,
        text: encoding.encode(made.text),
        needles: needlesOf(made.text, made.secrets, encoding),
      };
    }
    if (plain === undefined) return undefined;
    const needles = needlesOf(made.text, made.secrets, plain);
    if (way === 'as a field of its name') {
      if (made.field === undefined) return undefined;
      const whole = made.field[1];
      const inIt = needles.filter((needle) => whole.includes(needle));
      return { ...about, text: whole, named: made.field, needles: inIt };
    }
    const parts =
      way === 'split over a list' ? (made.parts ?? made.text.split(/\r?\n/)) : made.text.split(' ');
    return parts.length < 2 ? undefined : { ...about, text: made.text, parts, needles };
  });
}
