import { SYSTEM_FOLDERS } from '../../redact/urls/system_folders.ts';

/**
 * Texts in which no detector can find anything, told at a fraction of the cost. Go's regular expressions are quick only
 * where each letter decides alone how it goes on (it calls that "one-pass"): so each of these begins at the start, and
 * no two ways on begin alike. test/generate/collector/ordinary.test.ts holds every detector against them.
 *
 * Words have at most 15 letters and parts after a dash at most nine: the shortest token of the detectors is longer. None
 * begins with x, as Slack's do. Two dots between digits are a version, three are an address.
 */
const WORD = '[a-wyzA-WYZ_*][a-zA-Z0-9_*]{0,14}';
// A bracket goes with the word before it, so that it does not begin two things.
const MORE_WORDS = String.raw`,? \(?(?:[a-zA-Z_*]{1,15}|[0-9]{1,7})\)?`;

/** Words alone, of which texts are made. */
const WORDS = String.raw`${WORD}(?:\.(?:[a-z_]{1,9}(?:\.[a-z_]{1,9}){0,3})?|(?:-(?:[a-z_]{1,9}|[0-9]{1,3})){1,2}[.!]?|/(?:[a-z][a-z0-9]{0,9}|[0-9]{1,4}(?:\.[0-9]{1,4}){0,2})|(?:\)|${MORE_WORDS})(?:${MORE_WORDS})*[.!]?|!)?`;

const REST_OF_ID = '[0-9a-f]{0,35}';
const REST_OF_UUID = '-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

// Of one's own network, and a port.
const LOCAL_ADDRESS = String.raw`1(?:27|0)\.[0-9]{1,3}|192\.168`;
const REST_OF_ADDRESS = String.raw`(?:\.[0-9]{1,3}){2}`;
const PORT = '(?::[0-9]{1,5})?';
// No label begins with a digit: such a host may have somebody's address in it.
const HOST = '[a-z][a-z0-9]{0,14}(?:[.-][a-z][a-z0-9]{0,14}){0,5}';

// Parts of a path behind which a secret, an id or somebody's folder may stand, by their first three letters.
const TELLING_PARTS =
  'sig lsig lsparams pot hdnts spc vprv sparams jwt sessionid x home services workflows triggers'.split(' ');

/** In the root of a computer; anything else that begins with a slash may be a route. Small letters. */
export const ROOT_FOLDERS =
  'home users root srv var opt mnt tmp private volumes run nix secrets data media storage workspace'.split(
    ' ',
  );

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** A path of short words, versions, numbers, and what else stands for a part. */
function path(without: readonly string[], other = ''): string {
  return `(?:/(?:${beginOtherThan(without)}[a-z_-]{0,7}|[0-9]{1,4}${other})?)+`;
}

/**
 * The first letters of a word that begins like none of these. RE2 has no look-ahead, so "does not begin with" is spelled
 * out letter by letter.
 */
function beginOtherThan(words: readonly string[]): string {
  const from = (begin: string): string => {
    const same = words.filter((word) => word.startsWith(begin));
    const next = [...new Set(same.map((word) => word.charAt(begin.length)))];
    const free = `[${ranges([...LETTERS].filter((letter) => !next.includes(letter)))}${begin === 'v' ? '0-9' : ''}]`;
    const longer =
      begin.length === 2
        ? []
        : next
            .filter((letter) => !words.includes(begin + letter))
            .map((letter) => letter + from(begin + letter));
    return longer.length === 0 ? free : `(?:${[free, ...longer].join('|')})`;
  };
  return from('');
}

// `abcx` is `a-cx`.
function ranges(letters: readonly string[]): string {
  return letters.join('').replaceAll(RUNS, (run) => `${run.charAt(0)}-${run.charAt(run.length - 1)}`);
}
const RUNS = new RegExp(
  [...LETTERS]
    .flatMap((_, from) => Array.from({ length: 24 - from }, (_, at) => LETTERS.slice(from, 26 - at)))
    .join('|'),
  'g',
);

/** What is ordinary anywhere. */
export const ORDINARY: readonly string[] = [
  // A word; words with dots or dashes between them; a name and its version, a type of media; words of a
  // sentence. A number, an id in hexadecimal digits (of a trace, a span or a hash), a UUID, a version, an address that
  // was shortened.
  String.raw`^(?:${WORDS}|-?[0-9]${REST_OF_ID}(?:${REST_OF_UUID}|\.[0-9]{1,20}(?:\.[0-9]{1,20}(?:\.0)?)?)?)\z`,
  // Ids that begin with a letter. An address of one's own network; a URL without a query: what stands behind a host is
  // its port, whatever its name.
  String.raw`^(?:[a-f]${REST_OF_ID}(?:${REST_OF_UUID})?|(?:${LOCAL_ADDRESS})${REST_OF_ADDRESS}${PORT}|https?://(?:(?:${LOCAL_ADDRESS})${REST_OF_ADDRESS}|${HOST})${PORT}(?:${path(TELLING_PARTS)})?)\z`,
];

/** Names of spans, events and metrics: words with dots. */
export const ORDINARY_NAME = String.raw`^(?:[a-wyzA-WYZ_][a-zA-Z0-9_]{0,14}(?:\.[a-z_][a-z0-9_]{0,14}){1,8})\z`;

/** A route, and the name of a span with one: `/api/items/:id`, `GET /api/items/{id}`. Elsewhere this may be a path. */
export const ORDINARY_ROUTE = String.raw`^(?:[A-Z]{3,7} )?${path([...TELLING_PARTS, ...ROOT_FOLDERS, ...SYSTEM_FOLDERS], String.raw`|:[a-z]{1,9}|\{[a-z_]{1,9}\}|\*`)}\z`;

/** The names of packages that scopes have. */
export const ORDINARY_SCOPE = String.raw`^@[a-z]{1,30}/[a-wyz_][a-z_]{0,29}(?:-[a-wyz_][a-z_]{0,8}){0,2}\z`;

/** Where the conventions lie that a resource or a scope keeps to. */
export const ORDINARY_SCHEMA = String.raw`^https://opentelemetry\.io/schemas/[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\z`;

const MEMBER = '[a-z0-9_@/*-]{1,32}=[a-zA-Z0-9_~-]{1,15}(?:[:;][a-zA-Z0-9_~-]{1,15}){0,6}';

/** What vendors pass on in a trace: short values without names in them. Anything else is taken away. */
export const ORDINARY_TRACE_STATE = String.raw`^${MEMBER}(?:,${MEMBER}){0,7}\z`;

/** An address that the detector of public ones finds, alone, with all but its last part as `$1`; in one pass, too. */
export const PUBLIC_ADDRESS = String.raw`^((?:[3-9][0-9]?|2(?:[01][0-9]?|2[0-3]?|[3-9])?|1(?:0[0-9]|[13-58][0-9]?|2[0-689]?|6[0-8]?|7[0134-9]?|9[013-9]?)?)\.[0-9]{1,3}\.[0-9]{1,3})\.[1-9][0-9]{0,2}\z`;
