import { collectorDetectors } from '../../redact/detectors/all.ts';
import { type Detector, FAMILIES } from '../../redact/detectors/detector.ts';
import { pathBelow } from '../../redact/detectors/paths.ts';
import { SYSTEM_FOLDERS } from '../../redact/detectors/system_folders.ts';
import { bytesDetection, bytesMasking } from './bytes.ts';
import { ODD_KEY } from './key_rules.ts';
import { goExpression, literal, quoted } from './ottl.ts';

/** What tells on a record that the Collector had to mask something in it, and of which family. */
export const FAMILY_ATTRIBUTE = 'otel_media.redaction.family';

/** What stands for a name that was masked. Of a name without any letter, the stores refuse all that came with it. */
export const MASKED_KEY = 'redacted';

/** A part of a signal that the transform processor can reach. */
export interface Place {
  /** `span`, `log`, `resource`, … */
  readonly context: string;
  /** Its attributes, which also hold what is noted in passing. */
  readonly attributes: string;
  /** Its other texts. */
  readonly texts: readonly string[];
  /** When there may be something to mask. */
  readonly suspicious: readonly string[];
  /** Whether routes stand here, which look like paths of files. */
  readonly routes?: true;
  /** A body of any type. */
  readonly body?: string;
}

interface Group {
  readonly context: string;
  readonly conditions: readonly string[];
  readonly statements: readonly string[];
}

/** Statements that mask what is left in a place, and note the first family that something was found of. */
export function maskingGroups(place: Place): Group[] {
  const { context, suspicious, attributes } = place;
  return [
    {
      context,
      conditions: [...suspicious, `${attributes}["redaction.masked.count"] != nil`],
      statements: detection(place),
    },
    {
      context,
      conditions: [`${attributes}["redaction.masked.count"] != nil`],
      statements: masking(place),
    },
  ];
}

// Names of attributes, numbers and the like make most of the text, and no detector looks for anything in them.
const PLAIN_LINE = String.raw`(?m)^(?:[a-z_]{1,24}(?:\.[a-z_]{1,24}){0,6}|[A-Z]{1,8}|[0-9]{1,12}|127\.0\.0\.1)?\n`;

// JSON in Go has these escaped, and quotes are escaped by all who write JSON. Colours of a terminal, which stand between
// a name and its value, are taken away. Each begins with what is quickly looked for.
const READ_AS: readonly (readonly [found: string, as: string])[] = [
  ['\\\\"', '"'],
  ['\\\\u0026', '&'],
  ['\\\\u003c', '<'],
  ['\\\\u003e', '>'],
  [String.raw`\x1b\[[0-9;]*[A-Za-z]`, ''],
  [String.raw`\\u001b\[[0-9;]*[A-Za-z]`, ''],
];

// Each detector runs over all texts at once, and only where there is one of the words that it needs: an expression
// without capitals is slow in Go, looking for a word is not.
function detection(place: Place): string[] {
  const { context, attributes, texts, body } = place;
  const cache = (name: string) => `${context}.cache["${name}"]`;
  const all = [...texts, `ToKeyValueString(${attributes}, "\\n", "\\n\\n")`];
  const found = FAMILIES.map((family) => `${attributes}["redaction.late.${family}"] != nil`).join(' or ');
  return [
    ...bytesDetection(context, attributes, body),
    `set(${cache('t')}, Concat([${all.join(', ')}], "\\n\\n"))`,
    ...(body
      ? [`set(${cache('t')}, Concat([${cache('t')}, String(${body})], "\\n\\n")) where ${body} != nil`]
      : []),
    ...READ_AS.map(([found, as]) => `replace_pattern(${cache('t')}, ${quoted(found)}, ${quoted(as)})`),
    `replace_pattern(${cache('t')}, ${quoted(PLAIN_LINE)}, "")`,
    `set(${cache('l')}, ToLowerCase(${cache('t')}))`,
    ...detectorsOf(place).map(
      (detector) =>
        `set(${attributes}["redaction.late.${detector.family}"], true) where ${needed(detector, cache('l'))} and IsMatch(${cache('t')}, ${quoted(goExpression(detector))})`,
    ),
    `set(${attributes}["redaction.masked.count"], 1) where ${found}`,
  ];
}

// What is in the root folder of a computer, but for the system's own. Anything else that begins with a slash may be a
// route.
const ROOT_FOLDERS =
  'home|Users|root|srv|var|opt|mnt|tmp|private|Volumes|run|nix|secrets|data|media|storage|workspace';

// Of a path below somebody's home the process leaves the name of the file: here that is part of the expression.
const FOLDERS_AND_NAME = String.raw`(?:(?:[/\\]+[^/\\\s"'*:]+)*([/\\]+[^/\\\s"'*:]+))?`;
const detectors: readonly Detector[] = collectorDetectors.map((detector) =>
  detector.name === 'home_folder'
    ? {
        ...detector,
        source: detector.source + FOLDERS_AND_NAME,
        replacement: `${detector.replacement}$${groupsOf(detector.source) + 1}`,
      }
    : detector,
);

function groupsOf(source: string): number {
  return source.match(/(?<!\\)\((?!\?)/g)?.length ?? 0;
}

function detectorsOf({ routes }: Place): readonly Detector[] {
  return routes ? detectors.map((one) => (one.name === 'unix_path' ? inRootFolders(one) : one)) : detectors;
}

function inRootFolders(unixPath: Detector): Detector {
  return {
    ...unixPath,
    needs: [...ROOT_FOLDERS.split('|'), ...SYSTEM_FOLDERS].map((folder) => `/${folder.toLowerCase()}/`),
    source: pathBelow(`(?:${ROOT_FOLDERS})`),
  };
}

// Some words that a detector needs stand in many texts. Where what is around them can be told, it is.
const WORDS_THAT_SAY_MORE: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  session_cookie: {
    tt: ['ttwid', 'tt_', '_tt'],
    auth: ['auth_token', 'auth-token'],
    token: ['token_v2', 'auth_token', 'session-token', 'xsrf-token', 'rollout_token', 'csrftoken', 'mstoken'],
  },
  connection_string: {
    user: ['user=', 'user =', 'id=', 'id =', 'username=', 'username ='],
    uid: ['uid=', 'uid ='],
  },
  // In front of an argument, and of a value.
  short_argument: { '-': [' -', '\n-', '"-', "'-", '[-', '(-', ',-', '=-'] },
};

function needed({ name, needs }: Detector, lower: string): string {
  const words = needs.flatMap((need) => WORDS_THAT_SAY_MORE[name]?.[need] ?? [need]);
  const some = [...new Set(words)].map((word) => `IsMatch(${lower}, ${quoted(literal(word))})`);
  return some.length === 1 ? some.join('') : `(${some.join(' or ')})`;
}

// Texts that are no attributes become some for a while, so that a detector is asked once. Lists and maps become texts of
// JSON for good: only so can a detector look into them.
function masking(place: Place): string[] {
  const { context, attributes, texts, body } = place;
  const note = (at: number) => `${attributes}["redaction.text.${at}"]`;
  const fields = [...texts, ...(body ? [body] : [])];
  return [
    `set(${context}.cache["t"], ToKeyValueString(${attributes}, "\\n", "\\n\\n"))`,
    `stringify_all(${attributes}) where IsMatch(${context}.cache["t"], ${quoted(String.raw`\n[\[{]`)})`,
    ...fields.map(
      (path, at) => `set(${note(at)}, String(${path})) where ${path} != ${path === body ? 'nil' : '""'}`,
    ),
    ...bytesMasking(attributes),
    ...READ_AS.map(
      ([found, as]) => `replace_all_patterns(${attributes}, "value", ${quoted(found)}, ${quoted(as)})`,
    ),
    `replace_all_patterns(${attributes}, "key", ${quoted(`(?s)^.*(?:${ODD_KEY}).*\\z`)}, "${MASKED_KEY}")`,
    ...detectorsOf(place).map(
      (detector) =>
        `replace_all_patterns(${attributes}, "value", ${quoted(goExpression(detector))}, ${quoted(detector.replacement)}) where ${attributes}["redaction.late.${detector.family}"] != nil`,
    ),
    ...fields.map((path, at) => `set(${path}, ${note(at)}) where ${note(at)} != nil`),
    ...FAMILIES.map(
      (family) =>
        `set(${attributes}["${FAMILY_ATTRIBUTE}"], "${family}") where ${attributes}["redaction.late.${family}"] != nil and ${attributes}["${FAMILY_ATTRIBUTE}"] == nil`,
    ),
    // Masked for its name alone.
    `set(${attributes}["${FAMILY_ATTRIBUTE}"], "credential") where ${attributes}["${FAMILY_ATTRIBUTE}"] == nil`,
  ];
}
