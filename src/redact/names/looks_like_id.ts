const WORDS = /^(?:[A-Z]+|[A-Z]?[a-z]+(?:[A-Z][a-z]+)*|[a-z]+(?:[-_][a-z]+)+)$/;

/** Whether a word looks like an id and not like one word or some: capitals or digits in the middle of it. */
export function looksLikeId(word: string): boolean {
  return /[0-9A-Z_-]/.test(word.slice(1)) && /[a-zA-Z]/.test(word) && !WORDS.test(word);
}

/** The same where nothing around tells that there is one: capitals, and digits or dashes or capitals again. */
export function surelyId(word: string): boolean {
  return (
    looksLikeId(word) &&
    /[A-Z]/.test(word) &&
    !/[-_]\d{3,4}[pi]$/.test(word) &&
    (/[0-9_-]/.test(word) || /[a-z][A-Z].*[a-z][A-Z]/.test(word))
  );
}
