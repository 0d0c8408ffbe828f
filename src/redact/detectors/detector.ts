/**
 * What detectors look for, in few words: the Collector counts what it masks by these, and dashboards and alerts tell
 * them apart. Closed: a new one is a new series, a new line of a panel and a word of the docs.
 */
export const FAMILIES = [
  'cookie',
  'credential',
  'token',
  'signed_url',
  'stream_key',
  'api_key',
  'argument',
  'path',
  'email',
  'address',
  'media_id',
] as const;

export type Family = (typeof FAMILIES)[number];

/** One thing that must not leave, and how it is found in a text. */
export interface Detector {
  /** Unique, in lower case with underscores. */
  readonly name: string;
  readonly family: Family;
  /**
   * Source of the expression, in the syntax that JavaScript and RE2 (Go) share: no look-around, no back-references.
   * Nothing in it can be matched in two ways, so that matching stays linear in JavaScript too. It never matches its
   * own mask.
   */
  readonly source: string;
  /** The same for the process alone, where what Go does not know, as look-behind, keeps JavaScript from reading again. */
  readonly inProcess?: string;
  /** Capitals count; else an expression takes them as small letters. */
  readonly caseMatters?: true;
  /** What stands there instead; `$1` is the part that tells what it was. */
  readonly replacement: string;
  /** A text without any of these, in lower case, cannot match: saves running the expression. */
  readonly needs: readonly string[];
  /**
   * Set where only one of the two uses it: the process reads URLs and paths by code, of which an expression can only
   * be the rough form, for the Collector.
   */
  readonly only?: 'process' | 'collector';
  /** What the process puts there, where it can tell better than `replacement`: given what `replace` gives. */
  readonly replace?: (found: string, ...groups: string[]) => string;
  /** Where the process leaves what was found as it is: told by the value, by all of it, and by the letters before it. */
  readonly unless?: (value: string, found: string, before: string) => boolean;
}

// Inside a list or map the Collector sees JSON, where a line break is \n: a letter, which hides that a word begins.
/** Where a word begins. */
export const WORD = '(?:\\b|\\\\[nrt])';

/** The same, and behind an underscore, to which `\b` is blind: `TWITCH_STREAM_KEY`, `backup_ghp_…`. */
export const PART = '(?:\\b|_|\\\\[nrt])';

/** A quote, as it is or escaped in JSON. */
export const QUOTE = '(?:\\\\{0,3}["\'])';

/** Spaces and line breaks, also those of JSON. */
export const SPACE = '(?:\\s|\\\\{1,3}[nrt]){0,20}';

/**
 * Between a name and its value or the quote before that, which begins with neither `=` nor `>`: `=`, `==`, `:=`, `: `,
 * `": `, `"] = `, `' => `, `%3D`. In settings they may stand in columns.
 */
export const ASSIGNED = `(?:${QUOTE}?\\]?[ \\t]{0,2}=>|(?:${QUOTE}\\]?)?[ \\t]{0,20}(?::=?|={1,3}|%3[ad]))[ \\t]{0,20}`;

/**
 * Between a name and its value, which begins with neither `=` nor `>`: `=`, `==`, `:=`, `: `, `": "`, `"] = "`, `': b'` of
 * Python, `', '` of a list, `%3D`.
 */
export const IS = `(?:${ASSIGNED}(?:[bu]?${QUOTE})?|${QUOTE}[ ]?,[ ]?${QUOTE})`;
