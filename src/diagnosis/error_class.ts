/** Names of error classes at the start of a line, with what they belong to: `pytube.exceptions.VideoUnavailable: …`. */
const CLASS = /^(?:\w{1,40}\.){0,6}((?:[A-Z]+[a-z]{1,20}){2,8})(?: \[\w{1,60}\])?(?::|$)/;

/**
 * The words that the name of an error's class is made of, as a sentence: `AgeRestrictedError` says `age restricted`.
 *
 * @returns undefined where the line does not begin with such a name
 */
export function wordsOfClass(plain: string): string | undefined {
  const name = CLASS.exec(plain)?.[1];
  if (name === undefined) return undefined;
  const words = name.replace(/(?:Error|Exception)$/, '').replace(/([a-z])([A-Z])/g, '$1 $2');
  return words.includes(' ') ? words.toLowerCase() : undefined;
}
