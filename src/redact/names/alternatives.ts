/**
 * The same alternatives, those that begin with the same letter together: where a text has none of the letters, some
 * twenty are asked for instead of each name. For expressions to which capitals do not count.
 *
 * @param source alternatives of an expression, with `|` between them
 */
export function byFirstLetter(source: string): string {
  const groups = new Map<string, string[]>();
  for (const one of alternatives(source)) {
    const [, letter = '', rest = one] = /^(\w)(?![?*+{])(.*)$/.exec(one) ?? [];
    const key = letter.toLowerCase();
    groups.set(key, [...(groups.get(key) ?? []), rest]);
  }
  return [...groups]
    .map(([letter, rests]) => (letter === '' ? rests.join('|') : `${letter}(?:${byLastWord(rests)})`))
    .join('|');
}

// What may part two words of a name, and the second of them.
const LAST_WORD = /^([a-z0-9]+)(\[_-\]\?[a-z]+)$/;

// Those of two words that have the second in common together: it is written once.
function byLastWord(rests: readonly string[]): string {
  const groups = new Map<string, string[]>();
  for (const rest of rests) {
    const [, first = rest, last = ''] = LAST_WORD.exec(rest) ?? [];
    groups.set(last, [...(groups.get(last) ?? []), first]);
  }
  return [...groups]
    .map(([last, firsts]) =>
      firsts.length === 1 || last === ''
        ? firsts.map((one) => one + last).join('|')
        : `(?:${firsts.join('|')})${last}`,
    )
    .join('|');
}

function alternatives(source: string): string[] {
  const found = [''];
  let depth = 0;
  for (const [part] of source.matchAll(/\\.|\[[^\]]*\]|./g)) {
    if (part === '(') depth += 1;
    if (part === ')') depth -= 1;
    if (part === '|' && depth === 0) found.push('');
    else found.push((found.pop() ?? '') + part);
  }
  return found;
}

/** What the names that an expression is not for are made of. */
interface NotNames {
  /** What no name has: the inside of a class of letters. */
  readonly not: string;
  /** Beginnings of names that are not meant either, where a digit or a sign follows. Small letters. */
  readonly beginnings?: readonly string[];
}

// A digit or a sign, as the inside of a class of letters; the dash comes last.
const NO_LETTER = '\\d_.~-';

/**
 * An expression for any name that is none of these words: without look-ahead, "is not" is spelled out letter by letter.
 * What stands behind it has to begin with a letter that no name has. There is one way to match.
 *
 * @param not what a name is not made of, as the inside of a class of letters, or that and more
 */
export function nameOtherThan(words: readonly string[], not: string | NotNames): string {
  const { not: letter, beginnings = [] } = typeof not === 'string' ? { not } : not;
  const all = [...words, ...beginnings];
  const from = (begin: string): string => {
    const rests = all.filter((word) => word.startsWith(begin)).map((word) => word.slice(begin.length));
    const isBeginning = beginnings.includes(begin);
    const next = [...new Set(rests.map((rest) => rest.charAt(0)))];
    const letters = next.filter((one) => one !== '');
    // Behind a beginning there is no branch for a digit or a sign, so that a longer word has to go on with a letter.
    const branches = letters.map((one) => one + from(begin + one));
    // What a word only begins with is none.
    const ends = begin !== '' && next.length === letters.length ? ['|'] : [];
    const others = `[^${letter}${letters.join('')}${isBeginning ? NO_LETTER : ''}]`;
    return `(?:${[...branches, `${others}[^${letter}]*`].join('|')}${ends.join('')})`;
  };
  return from('');
}
