import fc from 'fast-check';
import { hide, kind, password, person, random, type SecretKind, spelled } from './kind.ts';

const FAMILY = 'argument';

const cookie = fc.tuple(random('alnum', 5), random('alnum', 20));
const quote = spelled('', '"', "'");

/** Options that take a secret, with it behind a space or an equals sign. */
function option(
  program: string,
  names: readonly string[],
  secret: fc.Arbitrary<string> = password,
  before = '',
): SecretKind {
  return kind(
    FAMILY,
    `${program} ${names[0]}`,
    { name: fc.constantFrom(...names), join: spelled(' ', '=', '  '), quote, secret },
    (p) => {
      const equals = p.join === '=' && p.name.startsWith('--');
      return {
        text: `${program} ${p.name}${equals ? '=' : ' '}${p.quote}${before}${hide(p.secret)}${p.quote} x`,
        parts: equals
          ? [program, `${p.name}=${before}${hide(p.secret)}`, 'x']
          : [program, p.name, before + hide(p.secret), 'x'],
      };
    },
  );
}

function headerOption(program: string, names: readonly string[], end = ''): SecretKind {
  return kind(
    FAMILY,
    `${program} ${names[0]}${end && `, with ${JSON.stringify(end)} behind it`}`,
    {
      name: fc.constantFrom(...names),
      quote: spelled('"', "'"),
      header: spelled('Cookie: ', 'Authorization: Bearer ', 'X-Api-Key: ', 'Authorization:Basic '),
      cookie,
    },
    (p) => {
      const header = `${p.header}${p.header.startsWith('Cookie') ? `${p.cookie[0]}=` : ''}${hide(p.cookie[1])}${end}`;
      return {
        text: `${program} ${p.name} ${p.quote}${header}${p.quote} x`,
        parts: [program, p.name, header, 'x'],
      };
    },
  );
}

/** What yt-dlp, ffmpeg, curl and their like take on their command line. */
export const ARGUMENTS: readonly SecretKind[] = [
  option('yt-dlp', ['--password', '-p']),
  option('yt-dlp', ['--username', '-u'], person),
  option('yt-dlp', [
    '--video-password',
    '--twofactor',
    '-2',
    '--ap-password',
    '--ap-username',
    '--client-certificate-password',
  ]),
  option(
    'yt-dlp',
    [
      '--cookies',
      '--netrc-location',
      '--client-certificate',
      '--client-certificate-key',
      '--netrc-cmd',
      '--load-info-json',
    ],
    person.map((name) => `/secrets/${name}/c.txt`),
  ),
  option(
    'yt-dlp',
    ['--cookies-from-browser'],
    person.map((name) => `firefox:${name}.default`),
  ),
  option(
    'yt-dlp',
    ['--proxy', '--geo-verification-proxy'],
    fc.tuple(person, password).map(([u, p]) => `http://${u}:${p}@h:1`),
  ),
  option('yt-dlp', ['--referer'], random('alnum', 20), 'https://x.example/?session='),
  kind(
    FAMILY,
    'yt-dlp password of several words',
    { quote: spelled('"', "'"), a: random('lower', 9), b: random('lower', 9) },
    (p) => ({
      text: `yt-dlp --password ${p.quote}${hide(p.a)} ${hide(p.b)}${p.quote} x`,
      parts: ['yt-dlp', '--password', `${hide(p.a)} ${hide(p.b)}`, 'x'],
    }),
  ),
  headerOption('yt-dlp', ['--add-header', '--add-headers']),
  kind(
    FAMILY,
    'yt-dlp config as it shows it',
    { password, user: person },
    (p) =>
      `[debug] Command-line config: ['--username', '${hide(p.user)}', '--password', '${hide(p.password)}', '-f', 'best', 'https://x.example/v']`,
  ),
  kind(FAMILY, 'yt-dlp --downloader-args', { cookie }, (p) => ({
    text: `yt-dlp --downloader-args "ffmpeg_i:-headers 'Cookie: ${p.cookie[0]}=${hide(p.cookie[1])}'" x`,
    parts: ['yt-dlp', '--downloader-args', `ffmpeg_i:-headers 'Cookie: ${p.cookie[0]}=${hide(p.cookie[1])}'`],
  })),
  headerOption('ffmpeg', ['-headers'], '\\r\\n'),
  headerOption('ffmpeg', ['-headers'], '\r\n'),
  kind(
    FAMILY,
    'ffmpeg -headers with several',
    { cookie, token: random('alnum', 30), end: spelled('\r\n', '\\r\\n', '\n', "'$'\\r\\n''") },
    (p) => ({
      text: `ffmpeg -headers "User-Agent: x${p.end}Cookie: ${p.cookie[0]}=${hide(p.cookie[1])}${p.end}Authorization: Bearer ${hide(p.token)}${p.end}" -i u`,
    }),
  ),
  kind(FAMILY, 'ffmpeg -cookies', { cookie }, (p) => ({
    text: `ffmpeg -cookies "${p.cookie[0]}=${hide(p.cookie[1])}; path=/; domain=x.example" -i u`,
    parts: ['ffmpeg', '-cookies', `${p.cookie[0]}=${hide(p.cookie[1])}; path=/; domain=x.example`],
  })),
  option(
    'ffmpeg',
    ['-decryption_key', '-encryption_key', '-cenc_decryption_key', '-key', '-cryptokey'],
    random('hex', 32),
  ),
  option('ffmpeg', ['-passphrase', '-password', '-rtmp_playpath', '-ice_password']),
  option(
    'ffmpeg',
    ['-http_proxy'],
    fc.tuple(person, password).map(([u, p]) => `http://${u}:${p}@h:1`),
  ),
  option(
    'curl',
    ['-u', '--user', '-U', '--proxy-user'],
    fc.tuple(person, password).map(([u, p]) => `${u}:${p}`),
  ),
  option(
    'curl',
    ['-b', '--cookie'],
    cookie.map(([name, value]) => `${name}=${value}`),
  ),
  option('curl', ['--oauth2-bearer', '--pass', '--proxy-pass', '--tlspassword'], random('alnum', 30)),
  headerOption('curl', ['-H', '--header']),
  kind(FAMILY, 'curl -H without a space', { quote, cookie }, (p) => ({
    text: `curl -H${p.quote}Cookie:${p.cookie[0]}=${hide(p.cookie[1])}${p.quote} x`,
  })),
  kind(FAMILY, 'curl -d', { password }, (p) => ({
    text: `curl -d 'user=x&password=${hide(p.password)}' x`,
    parts: ['curl', '-d', `user=x&password=${hide(p.password)}`],
  })),
  option('wget', ['--http-password', '--ftp-password', '--proxy-password', '--password']),
  option('wget', ['--http-user', '--user', '--http-username'], person),
  option('aria2c', [
    '--http-passwd',
    '--ftp-passwd',
    '--http-proxy-passwd',
    '--rpc-secret',
    '--all-proxy-passwd',
  ]),
  headerOption('aria2c', ['--header']),
  option(
    'streamlink',
    ['--http-cookie', '--http-cookies'],
    cookie.map(([name, value]) => `${name}=${value}`),
  ),
  option('streamlink', ['--twitch-api-header'], random('lowerDigits', 30), 'Authorization=OAuth '),
  option('streamlink', [
    '--niconico-user-session',
    '--niconico-password',
    '--crunchyroll-session-id',
    '--niconico-email',
  ]),
  headerOption('mpv', ['--http-header-fields']),
  option('gallery-dl', ['--password', '-p']),
  option(
    'psql',
    [
      '--token',
      '--api-key',
      '--secret',
      '--access-token',
      '--client-secret',
      '--auth',
      '--stream-key',
      '--webhook-url',
      '--private-key',
      '--pass',
      '--passwd',
      '--auth-token',
    ],
    random('alnum', 24),
  ),
  kind(
    FAMILY,
    'user and password glued to their letters',
    { user: person, a: random('lower', 6), digit: random('digits', 1), b: random('lower', 4) },
    (p) => ({
      text: `yt-dlp -q -u${hide(p.user)} -p${hide(p.a + p.digit + p.b)} https://a.example`,
      parts: ['yt-dlp', `-u${hide(p.user)}`, `-p${hide(p.a + p.digit + p.b)}`, 'x'],
    }),
  ),
];
