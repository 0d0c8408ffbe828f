import type { Step } from '../detectors/compiled.ts';

// Which letters and signs stand side by side in a text: what lacks two neighbours of a word lacks the word. Looking for
// some hundreds of words in every text would cost more than all else.

const LETTERS = 64;
const PAIRS = LETTERS * LETTERS;

// Capitals and small letters are the same, and some signs: it is asked again where all of them are there.
function letterAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return (code & 31) | ((code & 64) >> 1);
}

// For each text its own number stands at what it has, so that nothing has to be emptied before.
const seen = new Uint32Array(PAIRS + LETTERS);
const MOST_TEXTS = 2 ** 32 - 1;
let current = 0;

/** Notes what a text has; tells whether it has other letters than ASCII. */
function note(text: string): boolean {
  let before = letterAt(text, 0);
  let codes = text.charCodeAt(0);
  seen[PAIRS + before] = current;
  for (let at = 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const letter = (code & 31) | ((code & 64) >> 1);
    codes |= code;
    seen[before * LETTERS + letter] = current;
    seen[PAIRS + letter] = current;
    before = letter;
  }
  return codes > 127;
}

/** Where it is noted what a word is made of: its first, middle and last two letters, or the only one. */
function placesOf(word: string): readonly [number, number, number] {
  const pair = (at: number) => letterAt(word, at) * LETTERS + letterAt(word, at + 1);
  if (word.length < 2) {
    const letter = PAIRS + letterAt(word, 0);
    return [letter, letter, letter];
  }
  return [pair(word.length - 2), pair(0), pair((word.length - 1) >> 1)];
}

/**
 * Makes a function that tells which steps a text may need, by their places in the list: those of which it has one of
 * the words.
 */
export function stepFinder(steps: readonly Step[]): (text: string) => number[] {
  const stepsOf = new Map<string, number[]>();
  for (const [at, { needs }] of steps.entries()) {
    for (const word of needs) stepsOf.set(word, [...(stepsOf.get(word) ?? []), at]);
  }
  const words = [...stepsOf].map(([word, its]) => ({ word, its }));
  const places = Uint16Array.from(words.flatMap(({ word }) => placesOf(word)));
  const needed = new Uint8Array(steps.length);
  return (text) => {
    const found: number[] = [];
    if (text === '') return found;
    if (current === MOST_TEXTS) seen.fill(0);
    current = current === MOST_TEXTS ? 1 : current + 1;
    let lower: string | undefined;
    // A letter that is not Latin may become one when it is made small: İ, K.
    if (note(text)) {
      lower = text.toLowerCase();
      note(lower);
    }
    needed.fill(0);
    let at = 0;
    for (const { word, its } of words) {
      const all =
        seen[places[at] ?? 0] === current &&
        seen[places[at + 1] ?? 0] === current &&
        seen[places[at + 2] ?? 0] === current;
      at += 3;
      if (!all) continue;
      lower ??= text.toLowerCase();
      if (!lower.includes(word)) continue;
      for (const step of its) needed[step] = 1;
    }
    for (let step = 0; step < needed.length; step += 1) if (needed[step] === 1) found.push(step);
    return found;
  };
}
