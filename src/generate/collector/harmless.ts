import { BEFORE_VERSION, BEFORE_VERSION_OF_PROGRAM } from '../../redact/detectors/addresses.ts';
import { PLAIN_HEADERS, PROSE } from '../../redact/detectors/arguments.ts';
import { HARMLESS } from '../../redact/detectors/compiled.ts';
import { BEFORE_FOLDER, FOLDER } from '../../redact/detectors/credentials.ts';
import { IS } from '../../redact/detectors/detector.ts';
import { UNITS } from '../../redact/detectors/emails.ts';
import { ADDRESS, NO_PASSWORD, OTHER_STEPS, PART_OF_WORK } from '../../redact/detectors/passes.ts';
import { SIGNED_BY } from '../../redact/detectors/signed_urls.ts';
import { METHOD } from '../../redact/detectors/told_secrets.ts';
import { STATE } from '../../redact/names/secret_values.ts';
import {
  NO_PASSWORD_BEGINS_WITH,
  NO_PLAYER_PASSWORDS,
  PLAYER_ROUTES,
} from '../../redact/urls/player_logins.ts';
import { BRIEF, COMMON, PARTS_OF_PACKAGES, PLAYER } from '../../redact/urls/public_paths.ts';
import { INSTALLED_FOLDERS, SYSTEM_FOLDERS, VARIABLE_FOLDERS } from '../../redact/urls/system_folders.ts';
import { URL_ATTRIBUTES } from '../../registry/foreign.ts';
import { any, type Gate } from './gate.ts';
import { literal } from './ottl.ts';
import { NAME_SIGN, ROOT_SIGNS, SIGNED_KEYS, SIGNED_NAMES, SIGNED_ROOTS } from './signs.ts';

// What a detector's expression finds and the process leaves all the same: it asks again by code. To the Collector that is
// told by more expressions, which take it out of a copy of the text before the detector is asked a second time. Only a
// text in which something was found pays for that.

/** What is taken out, in Go's syntax, and what is put there. */
type Piece = readonly [found: string, left: string];

/** What is taken out of a text before some detectors are asked again. */
export interface Harmless {
  /** A text without it, in small letters, has none of them. */
  readonly needs?: Gate;
  /** What is taken out first. */
  readonly after?: Harmless;
  readonly pieces: readonly Piece[];
}

const END = '[\\s"\'<>|:,;()`\\]]|\\z';
const BEFORE = '(^|[\\s"\'=(\\[,:`])';
const PLAIN = '(?:[\\w+-][\\w.+-]*|\\.[\\w+-][\\w.+-]*)';
const LAST = '[^\\s/"\'<>|:,;()`\\]]*';
// Its alternatives only.
const inside = (expression: RegExp) => expression.source.replace(/^\^/, '').replace(/\$$/, '');
const list = (words: Iterable<string>) => [...words].map(literal).join('|');
const common = `(?:${list(COMMON)})`;
const partOfPackage = `(?:${list([...COMMON, ...PARTS_OF_PACKAGES])}|(?:hls|dash)?[0-9.]{1,10})`;
const temporary = `(?:(?:${list([...COMMON, ...BRIEF])})(?:(?:[-_.][0-9a-f]{0,39})?[0-9][0-9a-f]{0,39})?|[0-9a-f]{8,40})`;
const BELOW = `(?:/vendor(?:/${PLAIN})*/${LAST}\\.php|(?:/(?:node_modules|site-packages|dist-packages)(?:/${PLAIN})*)?/${LAST})`;

/** What a person may call a route, and what everybody calls a folder. */
export const PATHS: Harmless = {
  pieces: [
    [
      '(^|[\\s"\'(\\[])((?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|CONNECT|TRACE) )/[^\\s"\'<>|:,;()`\\]]*',
      '$1$2',
    ],
    [`((?:^|\\n|")(?:${list(URL_ATTRIBUTES)})(?:\\n|"[ ]?:[ ]?"))/[^\\n"]*`, '$1'],
    // Twice: what ends one path is what another begins behind.
    ...twice([
      [`(?i)${BEFORE}(?:/(?:${common}|python[0-9.]{1,6}))+${BELOW}(${END})`, '$1$2'],
      [`${BEFORE}/opt/${PLAIN}/(?:${INSTALLED_FOLDERS.join('|')})/${LAST}(${END})`, '$1$2'],
      [
        `(?i)${BEFORE}/(?:var/(?:${VARIABLE_FOLDERS.join('|')})|run)(?:/${partOfPackage})*/${LAST}(${END})`,
        '$1$2',
      ],
      [`(?i)${BEFORE}/tmp(?:/${temporary})*/${LAST}(${END})`, '$1$2'],
      // Groups of processes, methods of gRPC, what a cloud calls its groups of logs.
      [`${BEFORE}(?:/[\\w@.-]{1,60}\\.(?:slice|scope|service))+/${LAST}(${END})`, '$1$2'],
      [`${BEFORE}/[a-z][\\w.]{0,80}\\.[A-Z]\\w{0,60}/[A-Z]\\w{0,60}(${END})`, '$1$2'],
      [`${BEFORE}/aws(?:/${PLAIN})*/${LAST}(${END})`, '$1$2'],
      [`${BEFORE}${PLAYER}[^\\s"'<>|:,;()\`\\]]*(${END})`, '$1$2'],
      // A place for a name, in what a system is set up with.
      [
        `${BEFORE}/(?:${SYSTEM_FOLDERS.join('|')})(?:/${PLAIN})*/%[a-z](?:/(?:${PLAIN}|%[a-z]))*/${LAST}(${END})`,
        '$1$2',
      ],
      // What a query could follow is a route.
      [`${BEFORE}/[^\\s"'<>|:,;()\`\\]]*\\?(${END})`, '$1$2'],
    ]),
  ],
};

/** The same, and signs before the roots that are not anybody's. */
export const SIGNED_PATHS: Harmless = {
  pieces: [...PATHS.pieces, [ROOT_SIGNS, ''], ...SIGNED_ROOTS],
};

/** The same of Windows. */
export const WINDOWS_PATHS: Harmless = {
  pieces: [
    ['(?i)\\bc:\\\\+ws\\\\+deps\\\\+openssl\\\\[^\\s"\'<>|:]*', ''],
    [`(?i)\\b[a-z]:\\\\+(?:${common}\\\\+)+[^\\\\"'<>|:\\r\\n]*(["'<>|:\\r\\n]|\\z)`, '$1'],
  ],
};

// Of Python, of a shell: a letter that belongs to the quote behind it.
const BEFORE_QUOTE = `(?:\\b[bu]|\\$)(["'])\\*{4}`;

const ESCAPED_SPACE = '\\\\{1,7}(?:[nrtbf]|u[0-9a-f]{4})';
const ANY_QUOTE = '\\\\{0,7}["\'`]';

/**
 * What the process leaves around its masks, before any detector is asked again: spaces as JSON has them, letters and quotes
 * before a mask, a name in the same element of a list, and commas of a list that was split at its spaces.
 */
export const AROUND_MASKS: readonly Piece[] = [
  [`(?:${ESCAPED_SPACE}|[\\s\\x0b\\pZ])+((?:${ANY_QUOTE})?\\*{4})`, ' $1'],
  [BEFORE_QUOTE, '$1****'],
  [`([:=][ ]?)${ANY_QUOTE}\\*{4}`, '$1****'],
  [`(${ANY_QUOTE}[ ]?,[ ]?${ANY_QUOTE})[\\w.-]{1,60}=\\*{4}(${ANY_QUOTE})`, '$1****$2'],
  [`(["'])[ ]?,(?:${ESCAPED_SPACE}|\\s)*(${ANY_QUOTE},${ANY_QUOTE})`, '$1$2'],
  // Behind a name with a colon.
  [`:${ANY_QUOTE},[ ]?${ANY_QUOTE}\\*{4}`, '****'],
];

/** Options that a sentence speaks of. A dash is what no value of an option begins with. */
export const ARGUMENTS: Harmless = {
  pieces: [[`(?i)(--?[a-z0-9_-]+)[ ,]${inside(PROSE)}([\\s"',]|\\z)`, '$1 -$2']],
};

const WORD_OF_NONE = inside(HARMLESS);

// `no` begins many words, so it takes what may stand before it. In Go, words one by one are quicker than all together.
function wordsOf(expression: string): string[] {
  const words = expression.replaceAll(/\[[^\]]*\]/g, '').match(/[a-z]{2,}/g) ?? [];
  return words.flatMap((word) =>
    word === 'no' ? ['=', ':', ' ', '"', "'", '\\t', 'd', 'a'].map((before) => before + word) : word,
  );
}

// What a mask is put for is masked as far as the detectors go.
const named = (word: string): Harmless => ({
  needs: any(...wordsOf(word), '#ext-x-', '\\*{4}'),
  pieces: [
    [`(?i)(${IS})${word}(\\\\{0,3}["']|\\\\[nr]|[\\r\\n]|\\z)`, '$1****$2'],
    [`(?i)(=[ ]?)${word}([\\s&,;|)}\\]])`, '$1****$2'],
    [`(?i)(":[ ]?)${word}([,}\\]])`, '$1****$2'],
    // Of an element.
    [`(?i)>${word}(<|\\z)`, '>****$1'],
    // In a list, over several lines.
    [`(?i)(\\\\{0,3}["'][ ]?,(?:\\s|\\\\{1,3}[nrt])+\\\\{0,3}["'])${word}(\\\\{0,3}["'])`, '$1****$2'],
    // A tag of a playlist, which has a method first.
    ['(?i)#EXT-X-(?:SESSION-)?KEY:', ''],
  ],
});
/** Words that say that there is no secret. */
export const NAMED = named(WORD_OF_NONE);
/** In a pair of a name and a value, that word is what tells of it. */
export const PAIRS = named(WORD_OF_NONE.replace('|value', ''));

/** The same, with signs behind names of secrets. */
export const SIGNED_NAMED: Harmless = { after: NAMED, pieces: [[NAME_SIGN, ''], SIGNED_NAMES] };
export const SIGNED_PAIRS: Harmless = { after: PAIRS, pieces: [[NAME_SIGN, ''], SIGNED_NAMES] };

/** The same where a value is a word: what follows behind a space is none of it. */
export const WORDS_OF_NONE: Harmless = {
  needs: any(...wordsOf(WORD_OF_NONE), '#ext-x-', '\\*{4}', 'pwd'),
  after: NAMED,
  pieces: [
    [`(?i)(:[ ]{1,2})${WORD_OF_NONE}([ ])`, '$1****$2'],
    // Twice: what ends one is what another begins behind.
    ...twice([[`(?i)${BEFORE_FOLDER}pwd${IS}${FOLDER}([\\s"'&;,]|\\\\["'nrt]|\\z)`, '$1$2']]),
  ],
};

/** And names of an object's fields, of which no list is made. */
export const KEYS: Harmless = { after: NAMED, pieces: [SIGNED_KEYS] };

/** And how something was signed. */
export const SIGNATURES: Harmless = {
  after: NAMED,
  pieces: [
    [
      `(?i)(sig(?:nature)?\\\\{0,3}["'][ ]?(?:[:=]|=>)[ ]{0,2}\\\\{0,3}["'])(?:${inside(SIGNED_BY)})`,
      '$1****',
    ],
  ],
};

/** And the number of a stream, which is called as a cookie is. */
export const COOKIES: Harmless = {
  needs: any('=0x', ':0x', ' 0x', '"0x', "'0x", 'd0x', 'a0x', ...wordsOf(WORD_OF_NONE), '\\*{4}', '":', "':"),
  after: NAMED,
  pieces: [SIGNED_KEYS, [`(?i)(${IS})0x[0-9a-f]{1,4}([;,\\s"'\\\\&]|\\z)`, '$1****$2']],
};

/** And a place for a secret, in a sentence. */
export const ELEMENTS: Harmless = {
  after: NAMED,
  pieces: [['(?i)(<[a-z0-9:_-]+(?:[ ][^<>]*)?>) [a-z]{1,20} [a-z]{1,20} [a-z]', '$1****']],
};

const SAID_BEHIND = '[.)}\\]`>]*';
/** And words that say how a secret is. */
export const STATES: Harmless = {
  after: NAMED,
  pieces: [
    [`(?i)(\\\\{0,3}["'])${inside(STATE)}${SAID_BEHIND}(\\\\{0,3}["'])`, '$1****$2'],
    [
      `(?i)((?:[=:]|=>|%3d)[ \\t]{0,2}(?:[bu]?\\\\{0,3}["'])?)${inside(STATE)}${SAID_BEHIND}([\\s"';&,<\\\\]|\\z)`,
      '$1****$2',
    ],
  ],
};

// The rest of a value without quotes.
const OF_CODE = '[^\\s"\';&,<\\\\]*';
/** A pin of a chip, or one that has letters. */
export const CODES: Harmless = {
  after: NAMED,
  pieces: [[`(?i)(pin(?:[_-]?code)?[^a-z0-9]{1,8})[0-9-]*[a-z_@$!^+~]${OF_CODE}`, '$1']],
};

/** Codes of an error have no small letters. */
export const OAUTH_CODES: Harmless = {
  pieces: [['((?i:code)(?:=|\\\\{0,3}["\'][ ]?:[ ]?\\\\{0,3}["\']))[^a-z\\s"\'&\\\\]+([&"\'\\\\])', '$1$2']],
};

/** Words of what is done with secrets, that have digits in them. */
export const METHODS: Harmless = {
  after: NAMED,
  pieces: [[`(?i)([ \\t|"'\`\\[(<])${inside(METHOD)}[^\\s"'\`]*`, '$1']],
};

/** What a program takes under an option that others take a login under. */
export const LOGIN_OPTIONS: Harmless = {
  after: NAMED,
  pieces: [
    [`(-[uU](?:[ ]+|\\\\{0,3}["'],[ ]?)\\\\{0,3}["']?)https?://[^\\s"']*`, '$1'],
    [`(?i)-H(?:[ ]+|\\\\{0,3}["'],[ ]?)\\\\{0,3}["']?(?:${PLAIN_HEADERS}):`, ''],
  ],
};

const NO_PASS = inside(NO_PASSWORD);
/** Passes of encoders and filters, and what counts them. */
export const PASSES: Harmless = {
  pieces: [
    [`(?i)(^|[^a-z])(?:${OTHER_STEPS.join('|')})[-_ ]?pass`, '$1'],
    [`(?i)${inside(PART_OF_WORK)}pass`, ''],
    [
      `(?i)(pass(?:in|out)?(?:\\\\{0,3}["'])?[ \\t]{0,2}(?:=>|[:=,]|%3d)?[ \\t]{0,2}\\\\{0,3}["']?)${inside(ADDRESS)}[^\\s"'\\\\;&]*`,
      '$1****',
    ],
    [
      `(?i)(pass(?:in|out)?(?:\\\\{0,3}["'])?[ \\t]{0,2}(?:=>|[:=,]|%3d)[ \\t]{0,2}|pass(?:in|out)?[ ]+)${NO_PASS}[.)}\\]\`]*([\\s&,;\\\\]|\\z)`,
      '$1*$2',
    ],
    [
      `(?i)(pass(?:in|out)?(?:\\\\{0,3}["'])?[ \\t]{0,2}(?:=>|[:=,]|%3d)?[ \\t]{0,2}\\\\{0,3}["'])${NO_PASS}(\\\\{0,3}["'])`,
      '$1*$2',
    ],
  ],
};

/** Anchors of pages, and what is no URL. */
export const FRAGMENTS: Harmless = {
  pieces: [
    ['#[a-z]{1,20}(?:-[a-z]{1,20}){2,}[).,;:!?\\]}\\\\]*([\\s"\'<>`]|\\z)', '$1'],
    // Of no URL.
    ['(^|[\\s"\'<>])[^\\s"\'<>:?#]*#[^\\s"\'<>?]*', '$1'],
  ],
};

/** The process looks for parameters behind a question mark only. */
export const PARAMETERS: Harmless = { pieces: [['(^|[\\s"\'])[^\\s"\'?]+', '$1']] };

const OCTET = '[0-9]{1,3}';
const NO_OCTET = '(?:25[6-9]|2[6-9][0-9]|[3-9][0-9][0-9]|0[0-9]{1,2})';
/** Versions, sections, addresses of one's own network and numbers that are no address. */
export const ADDRESSES: Harmless = {
  pieces: [
    [`(?i)(?:\\bv|${BEFORE_VERSION})${OCTET}(?:\\.${OCTET}){3}\\b|\\b${OCTET}(?:\\.${OCTET}){3}-node\\b`, ''],
    [`(?i)(?:${BEFORE_VERSION_OF_PROGRAM})${OCTET}\\.(?:0\\.${OCTET}|${OCTET}\\.0)\\.${OCTET}\\b`, ''],
    [
      `\\b(?:(?:10|127|0)\\.${OCTET}|192\\.168|169\\.254|172\\.(?:1[6-9]|2[0-9]|3[01]))\\.${OCTET}\\.${OCTET}\\b`,
      '',
    ],
    ['\\b[0-9]\\.[0-9]\\.[0-9]\\.[0-9]\\b', ''],
    [
      `\\b${OCTET}\\.(?:${NO_OCTET}\\.${OCTET}\\.${OCTET}|${OCTET}\\.(?:${NO_OCTET}\\.${OCTET}|${OCTET}\\.${NO_OCTET}))\\b`,
      '',
    ],
  ],
};

const END_OF_HOST = '(\\.?(?:[^a-zA-Z0-9.-]|\\z))';
/** The list that ffmpeg asks to write to, units of systemd, and what every source of a radio is called. */
export const MAILS: Harmless = {
  pieces: [
    [`(^|[^a-zA-Z0-9._%+-])ffmpeg-devel@ffmpeg\\.org${END_OF_HOST}`, '$1$2'],
    // What stands before it is no address any more without its host.
    [`@[a-zA-Z0-9_.-]{1,60}\\.(?:${UNITS.join('|')})${END_OF_HOST}`, '$1'],
    ['(^|[^a-zA-Z0-9_.+-])source@', '$1'],
    // Where a repository is.
    ['(^|[^a-zA-Z0-9._%+-])git@([a-zA-Z0-9.-]{1,200}:)', '$1$2'],
  ],
};

const WORDS = '(?:[A-Z]+|[A-Z]?[a-z]+(?:[A-Z][a-z]+)*|[a-z]+(?:[-_][a-z]+)+|[0-9_-]+)';
/** Words where ids of videos stand, as looksLikeId() has them. */
export const IDS: Harmless = {
  pieces: [
    // What else is in brackets tells of an id behind it.
    [`\\[(${WORDS})\\]`, '$1]'],
    [`(\\byoutube[a-z:+]*\\] )(?:${WORDS}|[0-9]{4}-[0-9]{2}[a-zA-Z0-9_-]*):`, '$1:'],
  ],
};

/** Of a quality, no password. */
export const PLAYED: Harmless = {
  pieces: [
    [
      `(?i)/(?:${PLAYER_ROUTES.join('|')})/[^\\s/]+/(?:${list(NO_PLAYER_PASSWORDS)}|(?:${NO_PASSWORD_BEGINS_WITH.join('|')})[0-9_.~-][^\\s/]*)/`,
      '/',
    ],
  ],
};

function twice(some: readonly Piece[]): readonly Piece[] {
  return [...some, ...some];
}
