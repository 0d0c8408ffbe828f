import { MASK } from '../mask.ts';
import { namesInTexts, stepNames } from '../secret_name_rules.ts';
import type { Detector } from './detector.ts';

const NAMES = [namesInTexts('password'), namesInTexts('key'), namesInTexts('token')].join('|');

// Options whose value is a secret, or where one lies, whatever program takes them.
const LONG = [
  `[a-z0-9-]{0,30}(?:${NAMES}|cookies?|cookie-jar|username|user|e?mail|bearer|credentials?|session-id|user-session|auth|login|webhook)`,
  `(?:[a-z0-9-]{0,30}-)?(?:${stepNames('any', 'no_state')})`,
  'twofactor|ap-mso|add-headers?|headers?|http-headers?|twitch-api-header|[a-z-]{1,20}-param|[a-z0-9-]{0,30}(?:hash|stream|private|hls|cryption)-keys?|password-(?:file|command)|activation-bytes|netrc-(?:location|cmd|file)',
  'proxy|preproxy|(?:all|http|https|geo-verification|tls)-proxy|socks[45]a?(?:-hostname)?|client-certificate(?:-key)?|cert|key|certificate',
].join('|');

// Of one dash, as ffmpeg has them.
const SHORT = `headers|cookies|http_proxy|auth_type|authorization|[a-z0-9_]{0,20}(?:${NAMES})|cryptokey|(?:[a-z]{1,10}_)?(?:de|en)cryption_keys?|(?:audible|audible_fixed|aa_fixed)_key|activation_bytes|srtp_(?:in|out)_params|hls_enc_key|hls_key_info_file|rtmp_playpath|rtmp_conn|rtmp_tcurl|(?:srt_)?streamid|private_key|key|(?:cert|key)_(?:file|pem)`;

/** Their names without dashes. */
export const SECRET_ARGUMENT = `cookies-from-browser|${LONG}|${SHORT}|pass(?:in|out)`;

// Its own mask is none, nor what is left of it where quotes are escaped.
const QUOTED = '\\\\{0,3}"[^"*][^"]*"?|\'[^\'*][^\']*\'?';
/** A value without quotes, which begins with none of the letters `not`. */
const bare = (not: string) => `(?:\\\\{1,4}[^\\s"'*\\\\]|[^\\s"'*\\\\${not}])[^\\s"']*`;
// Behind a space another option may follow, which is no value.
const VALUE = `(?:[ ]+|\\\\?["'],[ ]?)(?:${QUOTED}|${bare('-')})|=(?:${QUOTED}|${bare('')})`;

/** `--username and --password`: programs speak of their options. */
export const PROSE = /^ (?:and|or|for|to|is|the|option|options|with|if|in|can|must|was|requires?)$/i;

const withoutValue = (found: string, name = ''): string =>
  PROSE.test(found.slice(name.length))
    ? found
    : `${name}${found.charAt(name.length) === '=' ? '=' : separator(found.slice(name.length))}${MASK}`;

function separator(rest: string): string {
  return /^(?:[ ]+|\\?["'],[ ]?)/.exec(rest)?.[0] ?? '';
}

// Of one letter: user, password, second factor, proxy, cookies, header.
const LETTERS = new RegExp(`([\\s"'](?:-[uUp2bxH]))((?:[ ]+|\\\\?["'],[ ]?)(?:${QUOTED}|${bare('-')}))`, 'g');

/** What programs are given on their command line. A value in quotes goes with its spaces. */
export const argumentDetectors: readonly Detector[] = [
  {
    name: 'secret_argument',
    family: 'argument',
    source: `((?:^|[\\s"'\\[(,=])--(?:${LONG}))(?:${VALUE})`,
    replacement: `$1 ${MASK}`,
    replace: withoutValue,
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
    source: `((?:^|[\\s"'\\[(,])-(?:${SHORT}))(?:${VALUE})`,
    replacement: `$1 ${MASK}`,
    replace: withoutValue,
    needs: ['-'],
  },
  {
    // What `-p` means depends on the program: so it must stand on the same line.
    name: 'letter_argument',
    family: 'argument',
    only: 'process',
    source: '\\b(?:yt-dlp|youtube-dl|gallery-dl|curl|you-get|lux)(?:\\.exe)?\\b[^\\r\\n]*',
    replacement: '',
    replace: (found) =>
      found.replace(LETTERS, (all, name: string, value: string) =>
        // Of yt-dlp, `-x` and `-U` take nothing.
        /[xUbH]$/.test(name) && !/^curl/i.test(found) ? all : `${name}${separator(value)}${MASK}`,
      ),
    needs: ['-dl', 'curl', 'you-get', 'lux'],
  },
  {
    // `-u user:password`, `-b name=value`, `-H "Name: value"`: known by their values.
    name: 'letter_argument_by_value',
    family: 'argument',
    only: 'collector',
    caseMatters: true,
    source:
      '((?:^|[\\s"\'\\[(,])-(?:[uU](?:[ ]+|\\\\?["\'],[ ]?)["\']?[^\\s"\':=*]{1,200}:|b(?:[ ]+|\\\\?["\'],[ ]?)["\']?[^\\s"\'=*]{1,200}=|H(?:[ ]+|\\\\?["\'],[ ]?)["\']?[A-Za-z0-9-]{1,60}:))[^\\r\\n"\'*]+',
    replacement: `$1${MASK}`,
    needs: ['-u', '-b', '-h'],
  },
];
