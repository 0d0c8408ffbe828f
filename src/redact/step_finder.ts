import type { Step } from './detectors/compiled.ts';

// Which letters and signs a text has, as bits of one number: what lacks a letter of a word lacks the word. Looking for
// some two hundred words in every text would cost more than all else.

const DIGIT = 26;
const SIGNS: Readonly<Record<string, number>> = { '-': 27, '.': 28, '=': 29, '/': 30 };
// All that is not ASCII. The signs that have no bit are in most texts anyhow.
const FOREIGN = 31;

const BITS = new Int32Array(128);
for (let code = 0; code < 128; code += 1) {
  const letter = String.fromCharCode(code).toLowerCase();
  if (letter >= 'a' && letter <= 'z') BITS[code] = 1 << (letter.charCodeAt(0) - 97);
  else if (letter >= '0' && letter <= '9') BITS[code] = 1 << DIGIT;
  else if (letter in SIGNS) BITS[code] = 1 << (SIGNS[letter] ?? 0);
}

// Capitals and small letters are the same.
function lettersOf(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // A letter that is not Latin may become one when it is made small: İ, K.
    bits |=
      code < 128
        ? (BITS[code] ?? 0)
        : (1 << FOREIGN) | (code === 0x130 ? 1 << 8 : code === 0x212a ? 1 << 10 : 0);
  }
  return bits;
}

// Words that begin alike are asked for by their beginning first.
const STEM = 4;
const FEWEST_OF_A_STEM = 3;
const PRESENT = 1;
const MISSING = 2;

/** The beginnings that several words have, and for each word which of them it has: -1 for none. */
function stemsOf(words: readonly string[]): { stems: readonly string[]; stemOf: Int16Array } {
  const counts = new Map<string, number>();
  const begin = (word: string) => (word.length > STEM ? word.slice(0, STEM) : '');
  for (const word of words) counts.set(begin(word), (counts.get(begin(word)) ?? 0) + 1);
  const stems = [...counts.keys()].filter(
    (stem) => stem !== '' && (counts.get(stem) ?? 0) >= FEWEST_OF_A_STEM,
  );
  return { stems, stemOf: Int16Array.from(words, (word) => stems.indexOf(begin(word))) };
}

/**
 * Makes a function that tells which steps a text may need, by their places in the list: those of which it has one of
 * the words.
 */
export function stepFinder(steps: readonly Step[]): (text: string) => number[] {
  const words: string[] = [];
  const stepOf: number[] = [];
  for (const [at, { needs }] of steps.entries()) {
    for (const word of needs) {
      words.push(word);
      stepOf.push(at);
    }
  }
  const lettersOfWords = Int32Array.from(words, lettersOf);
  const { stems, stemOf } = stemsOf(words);
  return (text) => {
    const letters = lettersOf(text);
    const found: number[] = [];
    let lower: string | undefined;
    let last = -1;
    const seen = new Uint8Array(stems.length);
    for (let at = 0; at < lettersOfWords.length; at += 1) {
      const needed = lettersOfWords[at] ?? 0;
      if ((needed & letters) !== needed) continue;
      const step = stepOf[at] ?? -1;
      if (step === last) continue;
      lower ??= text.toLowerCase();
      const stem = stemOf[at] ?? -1;
      if (stem >= 0) {
        if (seen[stem] === 0) seen[stem] = lower.includes(stems[stem] ?? '') ? PRESENT : MISSING;
        if (seen[stem] === MISSING) continue;
      }
      if (!lower.includes(words[at] ?? '')) continue;
      last = step;
      found.push(step);
    }
    return found;
  };
}
