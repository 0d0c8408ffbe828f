import { MASK } from '../mask.ts';
import { byFirstLetter, nameOtherThan } from '../names/alternatives.ts';
import { ASSIGNED, type Detector, IS, PART, QUOTE, WORD } from './detector.ts';
import { HEADER_VALUE, masked, QUOTE_INSIDE, QUOTED } from './values.ts';

// Those who copy a file often turn them into spaces.
const TAB = '(?:\\t|\\\\{1,3}t|[ ]{1,16})';

/** Names of cookies that log somebody in, or follow them, at sites that media come from, as an expression. */
export const SESSION_COOKIE_NAMES = [
  '__Secure-[13]P(?:API)?SID(?:TS|CC|RTS)?|SAPISID|APISID|SID(?:CC)?|HSID(?:CC)?|SSID(?:CC)?|LSID(?:CC)?|OSID(?:CC)?|LOGIN_INFO|VISITOR_INFO1_LIVE|VISITOR_PRIVACY_METADATA|YSC|__Secure-(?:ROLLOUT_TOKEN|YEC|YNID|ENID|OSID)|__Host-GAPS',
  'session_?id(?:_ss)?|session_?token|sid_(?:tt|guard|ucp_v1)|uid_tt|msToken|ttwid|odin_tt|tt_(?:csrf_token|chain_token|webid(?:_v2)?)|s_v_web_id',
  'auth[_-]token|auth_xsrft|ct0|kdt|twid|guest_id|c_user|datr|ds_user_id|csrftoken|rur|ig_did|li_at|_pinterest_sess|api_token',
  'reddit_session|token_v2|twilight-user|unique_id|oauth_token|sc_anonymous_id|sp_(?:dc|key|t|adid)|user_session(?:_secure)?|nicosid|etp_rt|NetflixId|SecureNetflixId',
  'SESSDATA|bili_jct|ac_time_value|DedeUserID(?:__ckMd5)?|buvid[34]|session-token|at-main|sess-at-main|ubid-main|remix(?:n?sid|stlid)|patreon_device_id|steamLoginSecure',
  'PHPSESSID|JSESSIONID|ASP\\.NET_SessionId|ASPSESSIONID[A-Z]*|connect\\.sid|[a-z]{1,20}(?:_[a-z]{1,20})?_session|cf_clearance|__cf_bm|XSRF-TOKEN|wordpress_logged_in_[0-9a-f]*',
].join('|');

/** Names so short that they are words of something else as well: only before a long value. */
export const SHORT_COOKIE_NAMES = 'xs|fr|sb|sk|mid|att|arl|NID|vimeo|vuid|nauth|z_c0|a1|web_session';

// The sources of three detectors are made when they are asked for: few texts need them, and every start would wait.
const names = (): string => byFirstLetter(SESSION_COOKIE_NAMES);

// What is called name or value, before a secret of one.
const named = (what: 'name' | 'value'): string => `${what}${QUOTE}?[ ]?[:=][ ]?`;
const secretName = (): string =>
  `(?:${names()}|${SHORT_COOKIE_NAMES}|session|sess|persistent|(?:set-)?cookie|(?:proxy-)?authorization|x-[a-z0-9-]{0,30}(?:key|token|auth))`;

// What else an object says, up to another name or value: from there on it is read once more, as one of its own.
const upTo = (another: 'name' | 'value'): string =>
  `[^\\w{}\\r\\n]*(?:${nameOtherThan([another], '\\W')}[^\\w{}\\r\\n]+){0,60}?`;

const VALUE = `(?:^|[^\\w.]|\\\\[nrt])${named('value')}`;
const FIRST_LETTER = '[^"\'`*\\\\{[]';
// Where another value begins at each word, all of them would be read to the end: so few quotes stand in one.
const UP_TO_QUOTE = '(?:[^"\'`\\\\]|\\\\+[^"\'`\\\\])*';
const turned = (upToQuote: string, quotes: number, end: string): string =>
  `(${VALUE}${QUOTE})${FIRST_LETTER}${upToQuote}(?:${QUOTE_INSIDE}${upToQuote}){0,${quotes}}${end}(${QUOTE}${upTo('value')}${named('name')}${QUOTE}${secretName()}${QUOTE})`;

// Not into another value, which is read as one of its own: each would be read from eight before it.
const upToQuoteOrValue = `${UP_TO_QUOTE}(?!(?<=${VALUE})${QUOTE}${FIRST_LETTER})`;
// Nor does it end at a quote behind which a letter, and then another quote, stand before a name: that one was tried first.
const NO_QUOTE_BEFORE_NAME = `(?!(?:\\\\*["'\`])+(?=[^\\s"'\`,;:&|)\\]}>/\\\\.?!=])(?:(?!name)[^"'\`{}\\r\\n\\\\])*${QUOTE})`;

/** A name of a secret and its value that stand apart: these come first, since what stands between is no value. */
export const pairDetectors: readonly Detector[] = [
  {
    // As browsers and Python show one: a name, what else there is to say, and the value.
    name: 'exported_cookie',
    family: 'cookie',
    get source() {
      return `(\\b${named('name')}${QUOTE}${secretName()}${QUOTE}${upTo('name')}${named('value')})${QUOTED}`;
    },
    replacement: masked(1),
    needs: ['value'],
  },
  {
    // One in an object that stands there as a text is no name of it, nor is one in an attribute that is called so.
    name: 'exported_cookie_turned',
    family: 'cookie',
    get source() {
      return turned(UP_TO_QUOTE, 8, '');
    },
    get inProcess() {
      return turned(upToQuoteOrValue, 12, NO_QUOTE_BEFORE_NAME);
    },
    replacement: `$1${MASK}$2`,
    needs: ['value'],
  },
];

/** Cookies: lines of cookie files, headers, and single ones by their names. */
export const cookieDetectors: readonly Detector[] = [
  {
    // A line of a Netscape cookie file: domain, flag, path, flag, expiry, name, value.
    name: 'netscape_cookie',
    family: 'cookie',
    source: `(^|[\\s"'\\\\]|\\\\[nr])[^\\s"'\\\\*]+${TAB}(?:TRUE|FALSE)${TAB}[^\\s"\\\\]+${TAB}(?:TRUE|FALSE)${TAB}-?\\d+(?:\\.\\d+)?${TAB}[^\\s"\\\\]+${TAB}"?[^\\s"\\\\*](?:[^\\r\\n"\\\\]|\\\\+[^\\r\\nnr"\\\\]|${QUOTE_INSIDE})*`,
    replacement: `$1${MASK}`,
    needs: ['true', 'false'],
  },
  {
    name: 'cookie_header',
    family: 'cookie',
    source: `((?:${PART}|-H)(?:set[-_])?cookie2?${ASSIGNED})${HEADER_VALUE}`,
    replacement: masked(1),
    needs: ['cookie'],
  },
  {
    // The word is one of prose as well: there, no name and equals sign follow. No cookie's name has a colon.
    name: 'cookie_list',
    family: 'cookie',
    source: `${PART}(cookies${IS})[^\\s"'*[=:]{1,80}=[^\\r\\n"'\\\\]*`,
    replacement: `$1${MASK}`,
    needs: ['cookies'],
  },
  {
    name: 'session_cookie',
    family: 'cookie',
    get source() {
      return `${WORD}((?:${names()})(?:${IS}|[ ]value=))[^;,\\s"'*\\\\&][^;,\\s"'\\\\&]*`;
    },
    replacement: `$1${MASK}`,
    // The number of a stream: `sid=0x1`.
    replace: (found, name = '') =>
      /^0x[0-9a-f]{1,4}$/i.test(found.slice(name.length)) ? found : name + MASK,
    needs: [
      ...[
        'sid',
        'login_info',
        'visitor_',
        'ysc',
        '__secure-',
        '__host-',
        'session',
        'mstoken',
        'ttwid',
        'uid_tt',
        'odin_tt',
      ],
      ...[
        'tt_csrf',
        'tt_chain',
        'tt_webid',
        's_v_web_id',
        'auth_',
        'auth-token',
        'ct0',
        'kdt',
        'twid',
        'guest_id',
        'c_user',
      ],
      ...[
        'datr',
        'ds_user_id',
        'csrftoken',
        'rur',
        'ig_did',
        'li_at',
        '_pinterest_sess',
        'api_token',
        'token_v2',
      ],
      ...[
        'twilight',
        'unique_id',
        'oauth_token',
        'sc_anon',
        'sp_',
        'etp_rt',
        'netflixid',
        'sessdata',
        'bili_jct',
      ],
      ...[
        'ac_time',
        'dedeuserid',
        'buvid',
        '-main',
        'remix',
        'patreon',
        'steamlogin',
        'cf_',
        'xsrf-token',
        'wordpress_',
      ],
    ],
  },
  {
    name: 'short_session_cookie',
    family: 'cookie',
    source: `(^|[\\s;"'?&{,<]|\\\\[nrt])((?:${SHORT_COOKIE_NAMES})(?:=|${QUOTE}[ ]?:[ ]?${QUOTE}))[a-z0-9_%.+/:|-]{16}[^;,\\s"'\\\\&]*`,
    replacement: `$1$2${MASK}`,
    needs: [
      'xs',
      'fr',
      'sb',
      'sk',
      'mid',
      'att',
      'arl',
      'nid',
      'vimeo',
      'vuid',
      'nauth',
      'z_c0',
      'a1',
      'web_session',
    ],
  },
  {
    // Ids of sessions of our own have dashes, and stay.
    name: 'plain_session_cookie',
    family: 'cookie',
    source: `(^|[\\s;"'?&{,<]|\\\\[nrt])((?:session|sess|persistent)(?:=|${QUOTE}[ ]?:[ ]?${QUOTE}))[a-z0-9_%.+/:|]{16}[^;,\\s"'\\\\&]*`,
    replacement: `$1$2${MASK}`,
    needs: ['sess', 'persistent'],
  },
];
