import { MASK } from './mask.ts';

/** A detector that a regular expression is enough for. Used in the process and, by generation, in the Collector. */
export interface Pattern {
  readonly name: string;
  /**
   * Source of the expression, in the syntax that JavaScript and RE2 (Go) share: no look-around, no back-references.
   * Case does not matter. Nothing in it can be matched in two ways, so that matching stays linear in JavaScript too.
   * It never matches its own mask.
   */
  readonly source: string;
  /** What stands there instead; `$1` is the part that tells what it was. */
  readonly replacement: string;
  /** A text without any of these, in lower case, cannot match: saves running the expression. */
  readonly needs: readonly string[];
}

// Names in a URL, in its query or as /name/value in its path, that carry a signature, a token or a key.
const URL_SECRETS =
  '(?:sig|lsig|signature|x-(?:amz|goog)-(?:signature|credential|security-token)|awsaccesskeyid|key-pair-id|policy|hdnts|hdnea|(?:access_|id_|refresh_|auth_)?token|pot|api_?key|secret|password|passwd|sessionid|jwt)';

// Inside a list or map the Collector sees JSON, where a line break is \n: a letter, which hides that a word begins. Hence
// `(?:\b|\\[nrt])`.

/** The detectors, in the order they are applied. */
export const PATTERNS: readonly Pattern[] = [
  {
    // A line of a Netscape cookie file: domain, flag, path, flag, expiry, name, value. Inside a list or map the
    // Collector sees JSON, where a tab is \t.
    name: 'netscape_cookie',
    source:
      '(^|[\\s"\\\\])[^\\s"\\\\]+(?:\\t|\\\\t)(?:TRUE|FALSE)(?:\\t|\\\\t)[^\\t"\\\\]+(?:\\t|\\\\t)(?:TRUE|FALSE)(?:\\t|\\\\t)\\d+(?:\\t|\\\\t)[^\\t"\\\\]+(?:\\t|\\\\t)[^\\s"\\\\*][^\\r\\n"\\\\]*',
    replacement: `$1${MASK}`,
    needs: ['\t', '\\t'],
  },
  {
    name: 'header',
    source:
      '(?:\\b|\\\\[nrt])((?:proxy-)?authorization|(?:set-)?cookie|x-api-key|x-auth-token|x-goog-visitor-id)(["\']?[:=]["\']?[ ]?["\']?)[^\\s"\'*][^\\r\\n"\'*]*',
    replacement: `$1$2${MASK}`,
    needs: ['authorization', 'cookie', 'x-api-key', 'x-auth-token', 'x-goog-visitor-id'],
  },
  {
    name: 'bearer',
    source: '(?:\\b|\\\\[nrt])(bearer[ ]+)[a-z0-9._~+/-]{16,}=*',
    replacement: `$1${MASK}`,
    needs: ['bearer'],
  },
  {
    name: 'jwt',
    source: '(?:\\b|\\\\[nrt])eyJ[a-z0-9_-]{10,}\\.[a-z0-9_-]{10,}\\.[a-z0-9_-]+',
    replacement: MASK,
    needs: ['eyj'],
  },
  {
    name: 'session_cookie',
    source:
      '(?:\\b|\\\\[nrt])((?:__Secure-[13]P(?:API)?SID(?:TS|CC)?|S?APISID|[HS]?SID|LOGIN_INFO|session_?id|auth_token|SESSDATA|VISITOR_INFO1_LIVE)=)[^;\\s"\'*\\\\&]+',
    replacement: `$1${MASK}`,
    needs: ['sid', 'login_info', 'session', 'auth_token', 'sessdata', 'visitor_info'],
  },
  {
    name: 'url_secret',
    source: `(^|[?&;/\\s"]|\\\\[nrt])(${URL_SECRETS}[=/])[^&;/\\s"'*\\\\]+`,
    replacement: `$1$2${MASK}`,
    needs: ['=', '/'],
  },
  {
    name: 'url_password',
    source: '\\b([a-z][a-z0-9+.-]{1,20}://)[^/\\s:@"*]*:[^/\\s@"*]+@',
    replacement: `$1${MASK}@`,
    needs: ['@'],
  },
  {
    name: 'secret_argument',
    source:
      '(--(?:cookies(?:-from-browser)?|username|password|video-password|twofactor|ap-(?:username|password|mso)|add-headers?|proxy|geo-verification-proxy|client-certificate-password|netrc-location|netrc-cmd)(?:[ ]+|=)["\']?)[^\\s"\'*]+',
    replacement: `$1${MASK}`,
    needs: ['--'],
  },
  {
    name: 'email',
    source: '\\b[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){0,6}\\.[a-z]{2,24}\\b',
    replacement: MASK,
    needs: ['@'],
  },
  {
    name: 'home_folder',
    source: '(/home/|/Users/|\\b[a-z]:\\\\+Users\\\\+|\\\\Users\\\\+)[^/\\\\\\s"\'*:]+',
    replacement: `$1${MASK}`,
    needs: ['/home/', '/users/', 'users\\'],
  },
];
