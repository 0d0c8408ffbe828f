/**
 * The texts that arguments are. Each in quotes is one; but words alone are one text that nobody put in quotes: taken one
 * by one they would say nothing.
 */
export function messagesOf(positionals: readonly string[]): readonly string[] {
  const words = positionals.length > 1 && positionals.every((one) => !/\s/.test(one));
  return words ? [positionals.join(' ')] : positionals;
}
