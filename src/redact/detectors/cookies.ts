import { MASK } from '../mask.ts';
import { type Detector, IS, WORD } from './detector.ts';

const TAB = '(?:\\t|\\\\{1,3}t|%09)';

/** Names of cookies that log somebody in, or follow them, at sites that media come from, as an expression. */
export const SESSION_COOKIE_NAMES = [
  '__Secure-[13]P(?:API)?SID(?:TS|CC|RTS)?|S?APISID|[HS]?SID(?:CC)?|LOGIN_INFO|VISITOR_INFO1_LIVE|VISITOR_PRIVACY_METADATA|YSC|__Secure-(?:ROLLOUT_TOKEN|YEC|YNID|ENID)',
  'session_?id(?:_ss)?|sid_(?:tt|guard|ucp_v1)|uid_tt|msToken|ttwid|odin_tt|tt_(?:csrf_token|chain_token|webid(?:_v2)?)|s_v_web_id',
  'auth[_-]token|ct0|kdt|twid|guest_id|c_user|datr|ds_user_id|csrftoken|rur|ig_did',
  'reddit_session|token_v2|twilight-user|oauth_token|sc_anonymous_id|sp_(?:dc|key|t)|user_session(?:_secure)?|etp_rt|(?:Secure)?NetflixId',
  'SESSDATA|bili_jct|DedeUserID(?:__ckMd5)?|buvid[34]|session-token|(?:at|sess-at|x|ubid)-main|remix(?:n?sid|stlid)',
  'PHPSESSID|JSESSIONID|ASP\\.NET_SessionId|ASPSESSIONID[A-Z]*|connect\\.sid|laravel_session|_?[a-z]{1,20}_session|cf_clearance|__cf_bm|XSRF-TOKEN|wordpress_logged_in_[0-9a-f]*',
].join('|');

// Names so short that they are words of something else as well: only before a long value.
const SHORT_NAMES = 'xs|fr|sb|arl|NID|SSID|vimeo|vuid|nauth|z_c0|a1|web_session';

// To the end of the line or of the quotes around; a value may itself stand in quotes: `a="b"`.
const REST_OF_HEADER = '[^\\s"\'*](?:=\\\\{0,3}["\'][^"\'\\r\\n]*["\']|[^\\r\\n"\'\\\\]|\\\\[^nr"\'\\\\])*';

/** Cookies: lines of cookie files, headers, and single ones by their names. */
export const cookieDetectors: readonly Detector[] = [
  {
    // A line of a Netscape cookie file: domain, flag, path, flag, expiry, name, value.
    name: 'netscape_cookie',
    family: 'cookie',
    source: `(^|[\\s"'\\\\]|\\\\[nr])[^\\s"'\\\\*]+${TAB}(?:TRUE|FALSE)${TAB}[^\\t"\\\\%]+${TAB}(?:TRUE|FALSE)${TAB}-?\\d+(?:\\.\\d+)?${TAB}[^\\t"\\\\%]+${TAB}[^\\s"\\\\*][^\\r\\n"\\\\]*`,
    replacement: `$1${MASK}`,
    needs: ['\t', '\\t', '%09'],
  },
  {
    name: 'cookie_header',
    family: 'cookie',
    source: `${WORD}((?:set-)?cookies?2?${IS})${REST_OF_HEADER}`,
    replacement: `$1${MASK}`,
    needs: ['cookie'],
  },
  {
    name: 'session_cookie',
    family: 'cookie',
    source: `${WORD}((?:${SESSION_COOKIE_NAMES})${IS})[^;,\\s"'*\\\\&][^;,\\s"'\\\\&]*`,
    replacement: `$1${MASK}`,
    needs: [
      ...['sid', 'login_info', 'visitor_', 'ysc', '__secure-', 'session', 'tt', 'mstoken', 's_v_web_id'],
      ...['auth', 'ct0', 'kdt', 'twid', 'guest_id', 'c_user', 'datr', 'ds_user_id', 'csrf', 'rur', 'ig_did'],
      ...['token', 'twilight', 'sc_anon', 'sp_', 'etp_rt', 'netflixid', 'sessdata', 'bili_jct', 'dedeuserid'],
      ...['buvid', '-main', 'remix', 'sessid', 'cf_', 'wordpress_'],
    ],
  },
  {
    name: 'short_session_cookie',
    family: 'cookie',
    source: `(^|[\\s;"'?&])((?:${SHORT_NAMES})=)[^;,\\s"'*\\\\&]{16,}`,
    replacement: `$1$2${MASK}`,
    needs: ['xs=', 'fr=', 'sb=', 'arl=', 'id=', 'vimeo=', 'nauth=', 'z_c0=', 'a1=', 'web_session='],
  },
];
