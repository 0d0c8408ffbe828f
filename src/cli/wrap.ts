/** Lines of words, none longer than `columns` unless a single word is. */
export function wrapWords(words: readonly string[], columns: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trimStart();
    if (lines.length > 0 && longer.length <= columns) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/**
 * A text for a terminal: its lines wrapped between words, each continued with two spaces. Lines that begin with a
 * space, such as those of a log, stay as they are.
 */
export function wrapText(text: string, columns: number): string {
  const wrapped = text.split('\n').flatMap((line) => {
    if (line.length <= columns || line.startsWith(' ')) return [line];
    const [first = '', ...rest] = wrapWords(line.split(' '), columns - 2);
    return [first, ...rest.map((more) => `  ${more}`)];
  });
  return wrapped.join('\n');
}
