import { MASK } from '../mask.ts';
import { byFirstLetter } from '../names/alternatives.ts';
import { namesOfSecrets, stepNames } from '../names/secret_name_rules.ts';
import { isFolder } from './credentials.ts';
import { type Detector, QUOTE, SPACE } from './detector.ts';
import { ARGUMENT, groups, KINDS_OF_QUOTES, LINE, masked, QUOTED, quotedWith } from './values.ts';

const NAMES = namesOfSecrets();

// Options whose value is a secret, or where one lies, whatever program takes them.
const ENDS =
  'cookies?|cookie-jar|username|user|e?mail|bearer|credentials?|session-id|user-session|auth|login|webhook|requirepass|masterauth';
const STEPS = stepNames('any', 'no_state');
const KEYS = '(?:hash|stream|private|hls|cryption)-keys?';
const LONGER = [
  'twofactor|ap-mso|add-headers?|headers?|http-headers?|twitch-api-header|password-(?:file|command)|activation-bytes|netrc-(?:location|cmd|file)',
  'proxy|preproxy|(?:all|http|https|geo-verification|tls)-proxy|socks[45]a?(?:-hostname)?|client-certificate(?:-key)?|cert|key|certificate',
].join('|');
const LONG = `[a-z0-9-]{0,30}(?:${NAMES}|${ENDS}|${KEYS})|[a-z-]{1,20}-param|(?:[a-z0-9-]{0,30}-)?(?:${STEPS})|${LONGER}`;

// Of one dash, as ffmpeg has them.
const OTHER_SHORT = `headers|cookies|http_proxy|auth_type|authorization|cryptokey|(?:[a-z]{1,10}_)?(?:de|en)cryption_keys|(?:audible|audible_fixed|aa_fixed)_key|activation_bytes|srtp_(?:in|out)_params|hls_enc_key|hls_key_info_file|rtmp_playpath|rtmp_conn|rtmp_tcurl|(?:srt_)?streamid|private_key|key|(?:cert|key)_(?:file|pem)`;
const SHORT = `[a-z0-9_]{0,20}(?:${NAMES})|${OTHER_SHORT}`;

/** Their names without dashes. */
export const SECRET_ARGUMENT = `cookies-from-browser|${LONG}|${SHORT}|pass(?:in|out)`;

// Between an option and its value: spaces, or as in a list. `=-` is not the next option. In a list as Go shows it there
// is no comma: of words in quotes, it is the next one in quotes.
const IS = `(?:[ ]+|=-{0,2}|${QUOTE}[ ]?,${SPACE})`;
const VALUE = `(?:(${IS}|${QUOTE}[ ]{1,2})${QUOTED}|(${IS})${ARGUMENT})`;
const MASKED = groups(3 + KINDS_OF_QUOTES) + MASK;
// `--password,hunter2,-f`: a list that became a text.
const JOINED = '(,)[^\\s"\'`,*\\\\-][^\\s"\'`,\\\\]*';

/** `--username and --password`: programs speak of their options. */
export const PROSE = /^(?:and|or|for|to|is|the|option|options|with|if|in|can|must|was|requires?)$/i;

const isProse = (value: string, found: string): boolean =>
  PROSE.test(value) && /[ ,]/.test(found.charAt(found.length - value.length - 1));

// Of one letter: user, password, second factor, proxy, cookies, header.
const LETTERS = new RegExp(
  `([\\s"']-(?:(?:[uUp2bxH]|[A-Za-z]{1,8}u)(?:[ ]+|${QUOTE}[ ]?,${SPACE})|p(?=[^\\s"':=/]*[0-9@#$!])|u(?=[^\\s"'=/]*[0-9@#$!:])))(?:${QUOTED}|${ARGUMENT})`,
  'g',
);
// Of yt-dlp's user and password glued to their letter, letters will do: unless they begin as an option of ffmpeg does.
const NO_OPTION =
  '(?!(?<=p)(?:acket|arts?\\b|ass(?:\\b|log|_)|ayload_|hase_|ix_|ixel_|laylist|re(?:\\b|buf|fer_|load|set)|robe|rofile|rogr|rotocol|s(?:nr|y))|(?<=u)(?:ndershoot|niversal|pdate|r[il]\\b|sage\\b|sed?_|ser_agent|setoc|tc_))';
const GLUED = new RegExp(
  `(["']-[pu])${NO_OPTION}[^\\s"'\`\\\\*:=/-][^"'\`\\\\]*|(\\s-[pu])${NO_OPTION}[a-zA-Z]{3}[^\\s"'\`\\\\]*`,
  'g',
);
// Of yt-dlp, `-x` and `-U` take nothing; of curl, `-p` does not, and letters before `-u` may be others.
// And a header that tells of nobody stays.
const TAKES_NOTHING = { curl: /-p$/, others: /-(?:[xUbH]|[A-Za-z]+u)\W+$/, spawnargs: /-[^u]\W*$/ };
/** Headers that say how, and not what or who. */
export const PLAIN_HEADERS =
  'content-(?:type|length|encoding)|accept(?:-[a-z]{1,12})?|range|cache-control|connection|expect|icy-metadata';
const PLAIN_HEADER = new RegExp(`-H\\W{1,6}(?:${PLAIN_HEADERS}):`, 'i');
const CALLED =
  '\\b(?:yt-dlp|youtube-dl|gallery-dl|librespot|curl|you-get|lux|command-line (?:config|args)|spawnargs)';

const programIn = (command: string): keyof typeof TAKES_NOTHING =>
  /^curl/i.test(command) ? 'curl' : /^spawnargs/i.test(command) ? 'spawnargs' : 'others';

// All of those with a value behind `=`, and variables. It is written once for each kind of quote, so the names stand in it
// once: an expression of more than 20 KB is one that V8 takes no care of.
const LISTED_NAME = [
  `(?:-[a-z0-9-]{0,31}|--?[a-z0-9]{0,20}_[a-z0-9_]{0,30}|[a-z0-9_]{0,40})(?:${byFirstLetter(NAMES)})`,
  `-[a-z0-9-]{0,31}(?:${byFirstLetter(`${ENDS}|${KEYS}`)})|-[a-z-]{1,21}-param|-(?:[a-z0-9-]{0,31}-)?(?:${STEPS})`,
  `--?(?:${byFirstLetter(`${LONGER}|${OTHER_SHORT}`)})|[a-z0-9_]{0,40}_(?:pass|key)`,
].join('|');

const LISTED_HEADER = '(?:proxy-)?authorization|(?:set-)?cookie|x-[a-z0-9-]{0,30}(?:key|token|auth)';
const LISTED = `(?:(?:${LISTED_NAME})=|(?:${LISTED_HEADER}):[ ]?)`;
// The process reads any name up to its sign, and from there back whether it is one of those: once for all kinds of quotes,
// and not anew at each of its letters. None of those has a letter that is not of `[\w-]`.
const LISTED_AHEAD = `(?=[bu$]?\\\\{0,3}["'\`][\\w-]+?(?:=(?<=["'\`](?:${LISTED_NAME})=)|:(?<=["'\`](?:${LISTED_HEADER}):)))`;
const NEEDS_OF_LISTED = ['=', 'authorization:', 'cookie:', 'key:', 'token:', 'auth:'];
// A quote that another letter follows than the one that ends an element of a list.
const GOES_ON = '[^\\s"\'`\\\\,*\\]});:|&>]';
const inElement = (open: string, written: string): string =>
  `([[,]${SPACE}(?:[bu$]?${open}["'\`])${LISTED})\\*{0,3}(?:[^\\s"'\`\\\\*]|${written})[^"'\`\\\\]*(?:${written}[^"'\`\\\\]*)*`;

/** What stands in a list as one, with its name: before those that know a value by its name alone. */
export const listedDetectors: readonly Detector[] = [
  {
    // `'--password=two words', 'X-Api-Key: …'`: in a list it goes up to the quote around.
    name: 'listed_assignment',
    family: 'argument',
    only: 'process',
    source: `([[,]${SPACE})${quotedWith(LISTED)}`,
    inProcess: `([[,]${SPACE})${LISTED_AHEAD}${quotedWith('[\\w-]+(?:=|:[ ]?)')}`,
    replacement: masked(1),
    unless: (value, found) => /^[[,]\W{0,8}(?:old)?pwd=/i.test(found) && isFolder(value),
    needs: NEEDS_OF_LISTED,
  },
  {
    // The same without the names for each kind of quote, which Go would write out: it ends with any that ends an element.
    name: 'listed_assignment_of_any_quote',
    family: 'argument',
    only: 'collector',
    source: inElement('', `(?:\\\\+[^\\\\]|["'\`]+${GOES_ON})`),
    replacement: `$1${MASK}`,
    needs: NEEDS_OF_LISTED,
  },
  {
    // In a text in JSON, where what opens and ends an element is escaped.
    name: 'listed_assignment_escaped',
    family: 'argument',
    only: 'collector',
    source: inElement('\\\\{1,3}', `(?:\\\\+[^"'\`\\\\]|\\\\*["'\`](?:["'\`]|\\\\)*${GOES_ON})`),
    replacement: `$1${MASK}`,
    needs: NEEDS_OF_LISTED,
  },
];

/** What programs are given on their command line. A value in quotes goes with its spaces. */
export const argumentDetectors: readonly Detector[] = [
  {
    name: 'secret_argument',
    family: 'argument',
    source: `((?:^|[\\s"'\\[(,=])--(?:${LONG}))(?:${VALUE}|${JOINED})`,
    replacement: groups(4 + KINDS_OF_QUOTES) + MASK,
    unless: isProse,
    needs: ['--'],
  },
  {
    // The name of a browser stays; the profile in it, its folder and all else do not.
    name: 'browser_argument',
    family: 'argument',
    source:
      '((?:^|[\\s"\'\\[(,=])--cookies-from-browser(?:[ ]+|=|\\\\?["\'],[ ]?))(?:(\\\\{0,3}"[a-z]*)[^"a-z\\\\*][^"]*|(\'[a-z]*)[^\'a-z\\\\*][^\']*|([a-z]*)[^a-z\\s"\'\\\\*,.;)`-][^\\s"\']*)',
    replacement: `$1$2$3$4${MASK}`,
    needs: ['--cookies-from-browser'],
  },
  {
    name: 'short_argument',
    family: 'argument',
    source: `((?:^|[\\s"'\\[(,])-(?:${SHORT}))${VALUE}`,
    replacement: MASKED,
    unless: isProse,
    needs: ['-'],
  },
  {
    // What `-p` means depends on the program: so it must stand on the same line.
    name: 'letter_argument',
    family: 'argument',
    only: 'process',
    source: `${CALLED}(?:\\.exe)?\\b[^\\r\\n]*`,
    replacement: '',
    replace: (found) => {
      const program = programIn(found);
      const line = program === 'others' ? found.replace(GLUED, `$1$2${MASK}`) : found;
      return line.replace(LETTERS, (all, name: string, ...quotes: string[]) =>
        TAKES_NOTHING[program].test(name) || PLAIN_HEADER.test(all)
          ? all
          : `${name}${quotes.slice(0, KINDS_OF_QUOTES).join('')}${MASK}`,
      );
    },
    needs: ['-dl', 'curl', 'you-get', 'lux', 'librespot', 'command-line', 'spawnargs'],
  },
  {
    // `-u user:password`, `-b name=value`, `-H "Name: value"`: known by their values.
    name: 'letter_argument_by_value',
    family: 'argument',
    only: 'collector',
    caseMatters: true,
    source: `((?:^|[\\s"'\\[(,])-(?:[sSfLkiv]{0,6}[uU](?:[ ]+|${QUOTE},[ ]?)${QUOTE}?[^\\s"':=*\\\\]{1,200}:|b(?:[ ]+|${QUOTE},[ ]?)${QUOTE}?[^\\s"'=*\\\\]{1,200}=|H(?:[ ]+|${QUOTE},[ ]?)${QUOTE}?[A-Za-z0-9-]{1,60}:[ ]?))${LINE}`,
    replacement: `$1${MASK}`,
    needs: ['u ', 'u"', "u'", 'u\\', '-b', '-h'],
  },
];
