const USUAL_COLUMNS = 80;

/** Lines of words, none longer than `columns` unless a single word is. */
export function wrapWords(words: readonly string[], columns: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && width(longer) <= columns) lines[lines.length - 1] = longer;
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
    if (width(line) <= columns || line.startsWith(' ')) return [line];
    return wrapLine(line, columns, '', '  ');
  });
  return wrapped.join('\n');
}

/** One line wrapped between words, with something before its beginning and something before what goes on. */
export function wrapLine(line: string, columns: number, first: string, next: string): string[] {
  if (width(first) + width(line) <= columns) return [`${first}${line}`.trimEnd()];
  const lines = wrapWords(line.split(' '), columns - Math.max(width(first), width(next)));
  return lines.map((one, at) => `${at === 0 ? first : next}${one}`.trimEnd());
}

/** How many columns a stream has; without end where it is no terminal: what is piped is for programs, line by line. */
export function columnsOf(stream: { readonly isTTY?: boolean; readonly columns?: number }): number {
  // A terminal that nobody gave a size says 0.
  return stream.isTTY ? stream.columns || USUAL_COLUMNS : Number.POSITIVE_INFINITY;
}

function width(text: string): number {
  let count = 0;
  for (const _character of text) count += 1;
  return count;
}
