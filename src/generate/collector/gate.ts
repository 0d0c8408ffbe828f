import { literal, quoted } from './ottl.ts';

/**
 * What a text has to have before a detector's expression is asked: an expression, or some or all of several. In Go,
 * looking for a word takes a twentieth of a microsecond, and so does an expression that begins with a word where that is
 * not found; one that begins with anything else takes as long for every second letter. So these are words or begin with
 * one.
 */
export type Gate = string | { readonly any: readonly Gate[] } | { readonly all: readonly Gate[] };

/** One of them is enough. */
export const any = (...some: readonly Gate[]): Gate => ({ any: some });

/** All of them are needed. */
export const all = (...some: readonly Gate[]): Gate => ({ all: some });

/** Whether a gate is open to every text. */
export const isAlwaysOpen = (gate: Gate): boolean =>
  typeof gate === 'object' && 'all' in gate && gate.all.length === 0;

/**
 * One of these texts. Those that begin with the same letter are one expression: Go looks for that letter, and each
 * condition takes as long as a few of the letters, and time at start.
 */
export function oneOf(texts: readonly string[]): Gate {
  const letters = [...new Set(texts.map((text) => text.charAt(0)))];
  return any(
    ...letters.map((letter) => {
      const same = [...new Set(texts)].filter((text) => text.startsWith(letter));
      return same.length === 1
        ? same.map(literal).join('')
        : `${literal(letter)}(?:${same.map((text) => literal(text.slice(1))).join('|')})`;
    }),
  );
}

/** One of these texts, which have no spaces. */
export const words = (list: string): Gate => oneOf(list.split(' '));

/** The gate as a condition of the Collector's language, on the text that stands at a path. */
export function condition(gate: Gate, path: string): string {
  if (typeof gate === 'string') {
    const text = textOf(gate);
    // Half as long as an expression, where there are no others in it.
    return text === undefined ? `IsMatch(${path}, ${quoted(gate)})` : `Index(${path}, ${quoted(text)}) >= 0`;
  }
  const [some, between] = 'any' in gate ? [gate.any, ' or '] : [gate.all, ' and '];
  const conditions = some.map((one) => condition(one, path));
  return conditions.length === 1 ? conditions.join('') : `(${conditions.join(between)})`;
}

// What an expression stands for that finds just one text.
function textOf(expression: string): string | undefined {
  const text = expression
    .replaceAll('\\n', '\n')
    .replaceAll('\\t', '\t')
    .replaceAll(/\\([^a-zA-Z0-9])/g, '$1');
  return literal(text) === expression ? text : undefined;
}

/** Whether a text opens the gate. */
export function opens(gate: Gate, text: string): boolean {
  if (typeof gate === 'string') return new RegExp(gate).test(text);
  return 'any' in gate ? gate.any.some((one) => opens(one, text)) : gate.all.every((one) => opens(one, text));
}
