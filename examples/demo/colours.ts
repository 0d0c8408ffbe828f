/** Ways to set text off. */
export interface Palette {
  bold(text: string): string;
  dim(text: string): string;
  bad(text: string): string;
  good(text: string): string;
}

/** Colours of a terminal, or none. */
export function palette(colours: boolean): Palette {
  const paint =
    (on: number, off: number) =>
    (text: string): string =>
      colours && text !== '' ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  return { bold: paint(1, 22), dim: paint(2, 22), bad: paint(31, 39), good: paint(32, 39) };
}

/** Whether the terminal shows colours and its user wants them (https://no-color.org). */
export function wantsColours(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv = process.env): boolean {
  if (env.NO_COLOR) return false;
  return Boolean(env.FORCE_COLOR && env.FORCE_COLOR !== '0') || (stream.isTTY && env.TERM !== 'dumb');
}
