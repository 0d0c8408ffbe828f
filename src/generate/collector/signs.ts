import { QUOTE, SPACE } from '../../redact/detectors/detector.ts';
import { SECRET_NAMES } from '../../redact/detectors/named_pairs.ts';
import { BEGIN, FOLDER, ODD, SYSTEM_ROOTS } from '../../redact/detectors/paths.ts';
import { COMMON_ROOTS, VARIABLE_FOLDERS } from '../../redact/urls/system_folders.ts';

// Letters that nobody sees, put into a text before an expression that would else be a long one, and taken out behind it.

/** What tells in a text what stands behind it; nothing else may stand there. */
const [COMMON, SYSTEM, VARIABLE] = ['\u0004', '\u0005', '\u0006'] as const;

/** All of these signs. */
export const ROOT_SIGNS = '[\\x04-\\x06]';

/** Signs before paths whose roots are not anybody's, in this order: found, and what is put there. */
export const SIGNED_ROOTS: readonly (readonly [found: string, signed: string])[] = [
  [SYSTEM_ROOTS, SYSTEM],
  [`var/(?:${VARIABLE_FOLDERS.join('|')})`, VARIABLE],
  [`${COMMON_ROOTS.join('|')}|var`, COMMON],
].map(([roots, sign]) => [`(?i)((?:${BEGIN})~?)(/(?:${roots})/)`, `$1${sign}$2`] as const);

/** The same as `unix_path` finds, of a text with these signs: that a root is none of some is a long expression. */
export const SIGNED_PATH = `(${BEGIN})~?(?:${FOLDER}|${COMMON}${FOLDER}${FOLDER}|${VARIABLE}${FOLDER}${FOLDER}${FOLDER}|${SYSTEM}${FOLDER}(?:${FOLDER})*/${ODD})(?:${FOLDER})*(${FOLDER})`;

/** Behind a name of a secret where the next expressions have a place for one; nothing else may stand there. */
const SIGN = '\u0007';

/** That sign. */
export const NAME_SIGN = '\\x07';

/** Signs behind names of secrets: found, and what is put there. */
export const SIGNED_NAMES: readonly [found: string, signed: string] = [
  `(?i)(\\b(?:key|name|header|field|attribute|id)${QUOTE}?${SPACE}[:=]${SPACE}${QUOTE}?(?:${SECRET_NAMES}))(${QUOTE}|[\\r\\n]|\\\\{1,3}[rn])`,
  `$1${SIGN}$2`,
];

/** Before a key of an object, which is no element of a list: found, and what is put there. */
export const SIGNED_KEYS: readonly [found: string, signed: string] = [
  String.raw`,((?:\s|\\+[nrt])*[bu]?\\*["'\x60][^"'\x60\\,]*\\*["'\x60]\s*(?::|=>))`,
  `,${SIGN}$1`,
];

/** The same expression for a text with these signs. The names are most of it. */
export function withSignedNames(source: string): string {
  return source.replaceAll(`(?:${SECRET_NAMES})`, () => `[^"'\\\\\\r\\n${SIGN}]*${SIGN}`);
}
