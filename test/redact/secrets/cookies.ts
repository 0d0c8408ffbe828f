import fc from 'fast-check';
import { base64Of, hide, kind, random, type SecretKind, spelled } from './kind.ts';

const FAMILY = 'cookie';

const cookieHeader = spelled(
  'Cookie',
  'cookie',
  'COOKIE',
  'Set-Cookie',
  'set-cookie',
  'SET-COOKIE',
  'Cookie2',
);
const value = fc.oneof(
  random('alnum', 16, 40),
  random('base64url', 20, 60),
  random('hex', 32, 40),
  fc.tuple(random('alnum', 12), random('alnum', 12)).map(([a, b]) => `${a}%3A${b}`),
);
const domain = spelled(
  '.youtube.com',
  '#HttpOnly_.google.com',
  'www.instagram.com',
  '.bilibili.com',
  'localhost',
);
const flag = spelled('TRUE', 'FALSE');

// Names under which the big sites keep who is signed in, with values of the shape that they have there.
const SESSION_COOKIES: readonly (readonly [
  site: string,
  names: readonly string[],
  value: fc.Arbitrary<string>,
])[] = [
  [
    'Google',
    [
      'SID',
      'HSID',
      'SSID',
      'APISID',
      'SAPISID',
      'SIDCC',
      'NID',
      'LSID',
      'OSID',
      '__Secure-1PSID',
      '__Secure-3PSID',
      '__Secure-1PAPISID',
      '__Secure-3PAPISID',
      '__Secure-1PSIDTS',
      '__Secure-3PSIDTS',
      '__Secure-1PSIDCC',
      '__Secure-3PSIDCC',
      '__Host-GAPS',
      '__Secure-ROLLOUT_TOKEN',
      '__Secure-YEC',
      'VISITOR_PRIVACY_METADATA',
    ],
    random('base64url', 34, 70),
  ],
  ['YouTube', ['LOGIN_INFO'], fc.tuple(random('base64url', 40), base64Of(60)).map((two) => two.join(':'))],
  ['YouTube', ['VISITOR_INFO1_LIVE', 'YSC'], random('base64url', 11)],
  [
    'Instagram',
    ['sessionid'],
    fc
      .tuple(random('digits', 10), random('alnum', 14), random('base64url', 30))
      .map(([a, b, c]) => `${a}%3A${b}%3A28%3A${c}`),
  ],
  ['Instagram', ['csrftoken', 'ig_did', 'mid', 'rur'], random('alnum', 32)],
  ['Facebook', ['xs', 'fr', 'datr', 'sb'], random('base64url', 24, 44)],
  ['Facebook', ['c_user', 'ds_user_id'], random('digits', 15)],
  ['X', ['auth_token', 'ct0', 'kdt', 'twid', 'guest_id', 'att'], random('hex', 40, 160)],
  [
    'TikTok',
    [
      'sessionid',
      'sessionid_ss',
      'sid_tt',
      'sid_guard',
      'uid_tt',
      'tt_chain_token',
      'ttwid',
      'msToken',
      'odin_tt',
    ],
    random('hex', 32, 64),
  ],
  [
    'Bilibili',
    ['SESSDATA'],
    fc.tuple(random('hex', 8), random('hex', 32)).map(([a, b]) => `${a}%2C1790000000%2C${b}*11`),
  ],
  ['Bilibili', ['bili_jct', 'DedeUserID__ckMd5', 'buvid3', 'sid', 'ac_time_value'], random('hex', 32)],
  [
    'Twitch',
    ['auth-token', 'twilight-user', 'persistent', 'unique_id', 'api_token'],
    random('lowerDigits', 30),
  ],
  [
    'SoundCloud',
    ['oauth_token', 'sc_session', 'sc_anonymous_id'],
    fc.tuple(random('digits', 6), random('alnum', 14)).map(([a, b]) => `2-${a}-${a}-${b}`),
  ],
  ['Vimeo', ['vimeo', 'vuid', 'auth_xsrft'], random('alnum', 30, 60)],
  ['Patreon', ['session_id', 'patreon_device_id', '__cf_bm', 'cf_clearance'], random('base64url', 40)],
  ['Spotify', ['sp_dc', 'sp_key', 'sp_t', 'sp_adid'], random('base64url', 40, 150)],
  [
    'Niconico',
    ['user_session', 'user_session_secure'],
    fc.tuple(random('digits', 8), random('hex', 40)).map(([a, b]) => `user_session_${a}_${b}`),
  ],
  [
    'others',
    [
      'PHPSESSID',
      'JSESSIONID',
      'connect.sid',
      'laravel_session',
      'ASP.NET_SessionId',
      'reddit_session',
      'token_v2',
      'remixsid',
      'li_at',
      'arl',
      'etp_rt',
      '_pinterest_sess',
      'steamLoginSecure',
      'sessionToken',
      'NetflixId',
      'SecureNetflixId',
      'wordpress_logged_in_0a1b',
      'XSRF-TOKEN',
      'session',
      'ory_kratos_session',
      'crunchyroll_session',
    ],
    random('alnum', 24, 48),
  ],
];

const sessionCookie = fc
  .constantFrom(
    ...SESSION_COOKIES.flatMap(([site, names, made]) => names.map((name) => ({ site, name, made }))),
  )
  .chain(({ site, name, made }) => made.map((is) => ({ site, name, is })));

/** Cookies: in files, in headers, by their names, as libraries print them. */
export const COOKIES: readonly SecretKind[] = [
  kind(
    FAMILY,
    'line of a Netscape cookie file',
    { domain, flag, secure: flag, name: random('alnum', 4, 12), value },
    (p) => {
      const line = `${p.domain}\t${p.flag}\t/\t${p.secure}\t1799999999\t${p.name}\t${hide(p.value)}`;
      return { text: line, parts: ['# Netscape HTTP Cookie File', line] };
    },
  ),
  kind(
    FAMILY,
    'line of a cookie file with expiry 0 and a path',
    { domain, value },
    (p) => `${p.domain}\tTRUE\t/watch/deep\tFALSE\t0\tYSC\t${hide(p.value)}`,
  ),
  kind(
    FAMILY,
    'line of a cookie file, its tabs turned into spaces',
    { domain, value },
    (p) => `${p.domain}  TRUE  /  TRUE  1799999999  __Secure-3PSID  ${hide(p.value)}`,
  ),
  kind(
    FAMILY,
    'two lines of a cookie file',
    { a: value, b: value },
    (p) =>
      `.youtube.com\tTRUE\t/\tTRUE\t1799999999\tA1\t${hide(p.a)}\n.youtube.com\tTRUE\t/\tFALSE\t1799999999\tB2\t${hide(p.b)}\n`,
  ),
  kind(
    FAMILY,
    'cookie header',
    { header: cookieHeader, a: value, b: value, space: spelled(' ', '', '  ', '\t') },
    (p) => ({
      text: `${p.header}:${p.space}first=${hide(p.a)}; second=${hide(p.b)}`,
      parts: [p.header, `first=${hide(p.a)}; second=${hide(p.b)}`],
      field: [p.header.toLowerCase(), `first=${p.a}; second=${p.b}`],
    }),
  ),
  kind(
    FAMILY,
    'cookie header in an object of Node',
    { header: spelled('cookie', 'Cookie'), value },
    (p) => `{ '${p.header}': 'a=b; theirs=${hide(p.value)}', host: 'x' }`,
  ),
  kind(
    FAMILY,
    'list of set-cookie headers',
    { a: value, b: value },
    (p) => `{"set-cookie":["a=${hide(p.a)}; Path=/","b=${hide(p.b)}; HttpOnly"]}`,
  ),
  kind(
    FAMILY,
    'cookie header in a dump of headers',
    { value },
    (p) =>
      `GET /x HTTP/1.1\r\nHost: www.youtube.com\r\nCookie: theirs=${hide(p.value)}\r\nAccept: */*\r\n\r\n`,
  ),
  kind(
    FAMILY,
    'cookie header as curl -v shows it',
    { value },
    (p) => `> Host: x\n> cookie: theirs=${hide(p.value)}\n>`,
  ),
  kind(
    FAMILY,
    'set-cookie header as curl -v shows it',
    { value },
    (p) => `< HTTP/2 200\n< set-cookie: theirs=${hide(p.value)}; secure\n<`,
  ),
  kind(
    FAMILY,
    'cookie header with quotes in its value',
    { value },
    (p) => `Cookie: pref="a b"; theirs="${hide(p.value)}"; z=1`,
  ),
  kind(FAMILY, 'session cookie of a big site', { cookie: sessionCookie }, ({ cookie }) => ({
    text: `sent ${cookie.name}=${hide(cookie.is)}`,
    parts: ['-b', `${cookie.name}=${hide(cookie.is)}`],
    field: [cookie.name, cookie.is],
  })),
  kind(
    FAMILY,
    'session cookie between others',
    { cookie: sessionCookie, lang: spelled('en', 'de') },
    ({ cookie, lang }) => `PREF=hl=${lang}; ${cookie.name}=${hide(cookie.is)}; SOCS=CAI`,
  ),
  kind(
    FAMILY,
    'session cookie as a browser exports it',
    { cookie: sessionCookie },
    ({ cookie }) =>
      `{"domain": ".site.example", "httpOnly": true, "name": "${cookie.name}", "path": "/", "value": "${hide(cookie.is)}"}`,
  ),
  kind(
    FAMILY,
    'session cookie as a key of JSON',
    { cookie: sessionCookie },
    ({ cookie }) => `{"${cookie.name}":"${hide(cookie.is)}"}`,
  ),
  kind(
    FAMILY,
    'session cookie as Python shows it',
    { cookie: sessionCookie },
    ({ cookie }) => `<Cookie ${cookie.name}=${hide(cookie.is)} for .site.example/>`,
  ),
  kind(
    FAMILY,
    'session cookie in a jar of Python',
    { cookie: sessionCookie },
    ({ cookie }) =>
      `Cookie(version=0, name='${cookie.name}', value='${hide(cookie.is)}', port=None, domain='.site.example')`,
  ),
];
