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
    .map(([letter, rests]) => (letter === '' ? rests.join('|') : `${letter}(?:${rests.join('|')})`))
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

/**
 * An expression for any name that is none of these words: without look-ahead, "is not" is spelled out letter by letter.
 * What stands behind it has to begin with a letter that no name has. There is one way to match.
 *
 * @param not what a name is not made of, as the inside of a class of letters
 */
export function nameOtherThan(words: readonly string[], not: string): string {
  const from = (begin: string): string => {
    const rests = words.filter((word) => word.startsWith(begin)).map((word) => word.slice(begin.length));
    const next = [...new Set(rests.map((rest) => rest.charAt(0)))];
    const letters = next.filter((letter) => letter !== '');
    const branches = letters.map((letter) => letter + from(begin + letter));
    // What a word only begins with is none.
    const ends = begin !== '' && next.length === letters.length ? ['|'] : [];
    return `(?:${[...branches, `[^${not}${letters.join('')}][^${not}]*`].join('|')}${ends.join('')})`;
  };
  return from('');
}
