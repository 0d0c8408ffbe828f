import fc from 'fast-check';
import { base64Of, hide, kind, password, person, prefix, random, type SecretKind, spelled } from './kind.ts';

const FAMILY = 'credential';

const authorization = spelled(
  'Authorization',
  'authorization',
  'AUTHORIZATION',
  'Proxy-Authorization',
  'proxy-authorization',
  'X-Amz-Security-Token',
  'X-Api-Key',
  'x-auth-token',
  'X-Goog-Visitor-Id',
  'X-Goog-Api-Key',
  'X-CSRF-Token',
  'X-Access-Token',
  'Private-Token',
  'X-Plex-Token',
  'X-Emby-Token',
);
const scheme = spelled('Bearer ', 'Basic ', 'OAuth ', 'Token ', 'SAPISIDHASH 1790000000_', 'ApiKey ', '');
const token = fc.oneof(
  random('base64url', 24, 60),
  random('alnum', 20, 40),
  random('hex', 32, 64),
  base64Of(30),
);
const host = spelled('example.com', 'proxy.example.net:3128', 'db.internal:5432', '10.0.0.5:8000');

/** Headers that say who may, users and passwords, tokens by their name. */
export const CREDENTIALS: readonly SecretKind[] = [
  kind(
    FAMILY,
    'authorization header',
    { header: authorization, scheme, token, space: spelled(' ', '', '  ') },
    (p) => ({
      text: `${p.header}:${p.space}${p.scheme}${hide(p.token)}`,
      parts: [p.header, `${p.scheme}${hide(p.token)}`],
      field: [p.header, `${p.scheme}${p.token}`],
    }),
  ),
  kind(
    FAMILY,
    'authorization header in JSON',
    { header: authorization, scheme, token },
    (p) => `{"headers":{"${p.header}":"${p.scheme}${hide(p.token)}","accept":"*/*"}}`,
  ),
  kind(
    FAMILY,
    'authorization header with an equals sign',
    { header: authorization, scheme, token },
    (p) => `--header=${p.header}=${p.scheme}${hide(p.token)}`,
  ),
  kind(
    FAMILY,
    'digest of a password',
    { user: person, response: random('hex', 32) },
    (p) =>
      `Authorization: Digest username="${hide(p.user)}", realm="x", nonce="n", uri="/", response="${hide(p.response)}"`,
  ),
  kind(
    FAMILY,
    'signature of an AWS request',
    { key: random('upperDigits', 16), signature: random('hex', 64) },
    (p) =>
      `Authorization: AWS4-HMAC-SHA256 Credential=${hide(prefix('AK', 'IA') + p.key)}/20260101/eu-west-1/s3/aws4_request, SignedHeaders=host, Signature=${hide(p.signature)}`,
  ),
  kind(
    FAMILY,
    'bearer token in a sentence',
    { spelling: spelled('Bearer', 'bearer', 'BEARER'), token },
    (p) => `sent ${p.spelling} ${hide(p.token)}`,
  ),
  kind(
    FAMILY,
    'user and password in a URL',
    {
      user: person,
      password,
      host,
      scheme: spelled(
        'http',
        'https',
        'ftp',
        'socks5',
        'socks5h',
        'rtsp',
        'postgres',
        'postgresql',
        'mysql',
        'amqp',
        'mongodb+srv',
        'redis',
        'rediss',
        'icecast',
        'srt',
        'sftp',
        'smb',
        'HTTP',
      ),
    },
    (p) => `${p.scheme}://${hide(p.user)}:${hide(p.password)}@${p.host}/x`,
  ),
  kind(
    FAMILY,
    'password alone in a URL',
    { password, host },
    (p) => `redis://:${hide(p.password)}@${p.host}/0`,
  ),
  kind(FAMILY, 'user alone in a URL', { user: person, host }, (p) => `ftp://${hide(p.user)}@${p.host}/x`),
  kind(
    FAMILY,
    'password with odd characters in a URL',
    {
      user: person,
      a: random('lower', 8),
      b: random('lower', 8),
      odd: spelled('%40', '@', ':', '!', '%2F', '$', '#', '/'),
    },
    (p) => `http://${hide(p.user)}:${hide(p.a)}${p.odd}${hide(p.b)}@proxy.example:3128`,
  ),
  kind(
    FAMILY,
    'user and password without a scheme',
    { user: person, password },
    (p) => `proxy ${hide(p.user)}:${hide(p.password)}@proxy.example.net:3128`,
  ),
  kind(
    FAMILY,
    'proxy in the environment',
    { name: spelled('HTTP_PROXY', 'https_proxy', 'ALL_PROXY'), user: person, password },
    (p) => ({
      text: `${p.name}=http://${hide(p.user)}:${hide(p.password)}@proxy.example:3128`,
      field: [p.name, `http://${p.user}:${p.password}@proxy.example:3128`],
    }),
  ),
  kind(
    FAMILY,
    'field with the name of a secret',
    {
      name: spelled(
        'password',
        'passwd',
        'pwd',
        'secret',
        'client_secret',
        'clientSecret',
        'api_key',
        'apiKey',
        'apikey',
        'access_token',
        'accessToken',
        'refresh_token',
        'id_token',
        'auth_token',
        'session_token',
        'private_key',
        'streamKey',
        'stream_key',
        'passphrase',
        'csrf_token',
        'webhook_secret',
        'encryption_key',
        'bot_token',
        'token',
        'secretAccessKey',
        'db_password',
        'PASSWORD',
        'sshKey',
        'signing_key',
        'masterKey',
        'psk',
        'creds',
        'app_pw',
        'code_verifier',
        '_csrf',
        'magic_link',
        'recovery_code',
        'stripe_key',
      ),
      form: spelled<'json' | 'equals' | 'colon' | 'object' | 'quoted' | 'spaced' | 'python'>(
        'json',
        'equals',
        'colon',
        'object',
        'quoted',
        'spaced',
        'python',
      ),
      secret: fc.oneof(token, password),
    },
    ({ name, form, secret }) => {
      const field = [name, secret] as const;
      switch (form) {
        case 'json':
          return { text: `{"user":1,"${name}":"${hide(secret)}","x":2}`, field };
        case 'equals':
          return { text: `started with ${name}=${hide(secret)} and went on`, field };
        case 'colon':
          return { text: `${name}: ${hide(secret)}`, field };
        case 'object':
          return { text: `{ id: 3, ${name}: '${hide(secret)}' }`, field };
        case 'quoted':
          return { text: `output.icecast(host="h", ${name}="${hide(secret)}", mount="/x")`, field };
        case 'spaced':
          return { text: `${name} = "${hide(secret)}"`, field };
        case 'python':
          return { text: `{'a': 1, '${name}': '${hide(secret)}'}`, field };
      }
    },
  ),
  kind(
    FAMILY,
    'variable of the environment',
    {
      name: spelled(
        'AWS_SECRET_ACCESS_KEY',
        'AWS_SESSION_TOKEN',
        'GITHUB_TOKEN',
        'STREAM_KEY',
        'DB_PASSWORD',
        'DISCORD_TOKEN',
        'TELEGRAM_BOT_TOKEN',
        'OPENAI_API_KEY',
        'SPOTIFY_CLIENT_SECRET',
        'LASTFM_API_KEY',
        'AZURACAST_API_KEY',
        'ICECAST_SOURCE_PASSWORD',
        'POSTGRES_PASSWORD',
        'JWT_SECRET',
        'SECRET_KEY_BASE',
        'OTEL_MEDIA_HASH_KEY',
        'PGPASSWORD',
        'MYSQL_PWD',
        'RESTIC_PASSWORD',
        'PO_TOKEN',
        'MY_PW',
        'STRIPE_KEY',
        'YOUTUBE_KEY',
        'WIFI_PSK',
        'SIGNING_KEY',
        'APP_KEY',
      ),
      form: spelled('', 'export ', '-e ', 'env '),
      secret: fc.oneof(token, password),
    },
    (p) => ({
      text: `${p.form}${p.name}=${hide(p.secret)}`,
      parts: [`${p.name}=${hide(p.secret)}`, 'X=1'],
      field: [p.name, p.secret],
    }),
  ),
  kind(
    FAMILY,
    'password called pass',
    {
      name: spelled(
        'pass',
        'DB_PASS',
        'SMTP_PASS',
        'REDIS_PASS',
        'dbPass',
        'smtp_pass',
        'icecast-pass',
        'Pass',
        'PASS',
      ),
      form: spelled<'json' | 'equals' | 'argument' | 'object' | 'quoted' | 'spaced' | 'env'>(
        'json',
        'equals',
        'argument',
        'object',
        'quoted',
        'spaced',
        'env',
      ),
      secret: fc.oneof(token, password),
    },
    ({ name, form, secret }) => {
      const field = [name, secret] as const;
      switch (form) {
        case 'json':
          return { text: `{"user":1,"${name}":"${hide(secret)}","x":2}`, field };
        case 'equals':
          return { text: `started with ${name}=${hide(secret)} and went on`, field };
        case 'argument':
          // What begins with a dash is an option.
          return {
            text: `mount --${name} a${hide(secret)}`,
            parts: [`--${name}`, `a${hide(secret)}`],
            field,
          };
        case 'object':
          return { text: `{ id: 3, ${name}: '${hide(secret)}' }`, field };
        case 'quoted':
          return { text: `output.icecast(host="h", ${name}="${hide(secret)}", mount="/x")`, field };
        case 'spaced':
          return { text: `${name} = "${hide(secret)}"`, field };
        case 'env':
          return { text: `export ${name}=${hide(secret)}`, parts: [`${name}=${hide(secret)}`, 'X=1'], field };
      }
    },
  ),
  kind(
    FAMILY,
    'code that is sent to somebody',
    {
      told: spelled(
        ...['a user pin: ', 'user_otp=', 'a passcode: ', 'your code: ', 'the 2fa: ', 'authCode: '],
        ...['{"userPin":', '{ userOtp: ', 'login code: ', 'MY_USER_PIN=', 'user_otp = ', "'mfa_code': '"],
      ),
      code: random('digits', 10),
    },
    (p) => `${p.told}${hide(p.code)}`,
  ),
  kind(
    FAMILY,
    'code that a sentence tells',
    {
      told: spelled('the login code ', 'verification code is ', 'the passcode is '),
      code: random('digits', 10),
    },
    (p) => `${p.told}${hide(p.code)}`,
  ),
  kind(
    FAMILY,
    'code that is sent to somebody, as a field',
    { name: spelled('pin', 'userPin', 'OTP', 'mfa_code', 'cvv'), code: random('digits', 10) },
    (p) => ({ text: `{"${p.name}":"${hide(p.code)}"}`, field: [p.name, p.code] }),
  ),
  kind(
    FAMILY,
    'code of a sign-in',
    {
      code: random('base64url', 24),
      state: random('lower', 8),
      form: spelled<'form' | 'json'>('form', 'json'),
    },
    (p) =>
      p.form === 'form'
        ? `code=4a${hide(p.code)}&state=${p.state}`
        : `{"code":"4a${hide(p.code)}","state":"${p.state}"}`,
  ),
  kind(
    FAMILY,
    'login of a driver',
    { user: person, password, how: spelled('tcp', 'unix') },
    (p) => `DSN=${hide(p.user)}:${hide(p.password)}@${p.how}(db:3306)/x`,
  ),
  kind(
    FAMILY,
    'pass that is told',
    { before: spelled('', 'user: x ', 'refused with '), password },
    (p) => `${p.before}pass: ${hide(p.password)}`,
  ),
  kind(
    FAMILY,
    'attribute of OTLP in a text',
    {
      name: spelled(
        'password',
        'db.password',
        'http.request.header.cookie',
        'x-api-key',
        'smtp_pass',
        'auth',
        'SID',
      ),
      value: spelled<'string' | 'array' | 'kvlist' | 'bytes' | 'lines'>(
        'string',
        'array',
        'kvlist',
        'bytes',
        'lines',
      ),
      secret: fc.oneof(random('base64url', 24, 60), password),
    },
    ({ name, value, secret }) => {
      const one = `{"stringValue":"${hide(secret)}"}`;
      switch (value) {
        case 'string':
          return `{"attributes":[{"key":"${name}","value":${one}},{"key":"x","value":{"intValue":"1"}}]}`;
        case 'array':
          return `{"key":"${name}","value":{"arrayValue":{"values":[{"stringValue":"x"},${one}]}}}`;
        case 'kvlist':
          return `{"key":"${name}","value":{"kvlistValue":{"values":[{"key":"a","value":${one}}]}}}`;
        case 'bytes':
          return `{"key":"${name}","value":{"bytesValue":"${hide(secret)}"}}`;
        case 'lines':
          return `{\n  "key": "${name}",\n  "value": {\n    "stringValue": "${hide(secret)}"\n  }\n}`;
      }
    },
  ),
  kind(
    FAMILY,
    'name of a secret and its value',
    {
      name: spelled('password', 'DB_PASS', 'Authorization', 'client_secret', 'apiKey'),
      pair: spelled('name value', 'key value', 'header value', 'field content'),
      secret: fc.oneof(random('base64url', 24, 60), password),
    },
    ({ name, pair, secret }) => {
      const [is, has] = pair.split(' ');
      return `[{"${is}":"${name}","${has}":"${hide(secret)}"},{"${is}":"x","${has}":"y"}]`;
    },
  ),
  kind(
    FAMILY,
    'object with the name of a secret',
    {
      name: spelled('cookies', 'Cookie', 'auth', 'credentials', 'authorization', 'secrets'),
      form: spelled<'json' | 'list' | 'node' | 'deep'>('json', 'list', 'node', 'deep'),
      secret: fc.oneof(random('base64url', 24, 60), password),
    },
    ({ name, form, secret }) => {
      switch (form) {
        case 'json':
          return `{"a":1,"${name}":{"theme":"dark","x":"${hide(secret)}"},"b":[2]}`;
        case 'list':
          return `{"${name}":["a","${hide(secret)}"]}`;
        case 'node':
          return `{ ${name}: { x: '${hide(secret)}' }, status: 200 }`;
        case 'deep':
          return `{"${name}":{"a":{"b":["c}",{"d":"${hide(secret)}"}]}}}`;
      }
    },
  ),
  kind(
    FAMILY,
    'password in another language',
    {
      name: spelled(
        ...[
          'Passwort: ',
          'Kennwort=',
          'contraseña=',
          'Contraseña: ',
          'mot de passe : ',
          'Mot de passe: ',
          'пароль: ',
        ],
        ...[
          'Пароль: ',
          'senha: ',
          'Senha=',
          'hasło: ',
          'HASŁO=',
          '密码：',
          '密码: ',
          'パスワード: ',
          'パスワード：',
        ],
        ...['wachtwoord: ', 'şifre: ', '비밀번호: '],
      ),
      secret: fc.oneof(random('alnum', 20, 40), password),
    },
    (p) => ({
      text: `${p.name}${hide(p.secret)}`,
      field: [p.name.replace(/[ :=：]+$/, ''), p.secret],
    }),
  ),
  kind(
    FAMILY,
    'header with a blank for its colon',
    {
      name: spelled('X-API-Key', 'x-auth-token', 'Authorization', 'Private-Token'),
      key: random('lowerDigits', 24),
    },
    (p) => ({ text: `sent ${p.name} a1${hide(p.key)}`, parts: [p.name, `a1${hide(p.key)}`] }),
  ),
  kind(
    FAMILY,
    'login of a player in a path',
    {
      route: spelled('live', 'movie', 'series'),
      user: person,
      password,
      end: spelled('123.ts', '4567.m3u8', '89.mkv', '12345'),
    },
    (p) => `http://tv.example.com:8080/${p.route}/${hide(p.user)}/${hide(p.password)}/${p.end}`,
  ),
  kind(
    FAMILY,
    'login of a player in the path of a recording',
    { user: person, password },
    (p) =>
      `http://tv.example.com:8080/timeshift/${hide(p.user)}/${hide(p.password)}/60/2026-01-01:10-00/123.ts`,
  ),
  kind(
    FAMILY,
    'login of a player in a path alone',
    { user: person, password, end: spelled('123.ts', '4567.m3u8', '12345') },
    (p) => `http://tv.example.com:8080/${hide(p.user)}/${hide(p.password)}/${p.end}`,
  ),
  kind(
    FAMILY,
    'login of a player in a route without its host',
    { user: person, password },
    (p) => `GET /live/${hide(p.user)}/${hide(p.password)}/123.ts 200`,
  ),
  kind(
    FAMILY,
    'login of a player in a query',
    { user: person, password, page: spelled('get.php', 'player_api.php', 'xmltv.php') },
    (p) =>
      `http://tv.example.com:8080/${p.page}?username=${hide(p.user)}&password=${hide(p.password)}&type=m3u_plus`,
  ),
  kind(
    FAMILY,
    'headers of OTLP in the environment',
    { secret: token },
    (p) => `OTEL_EXPORTER_OTLP_HEADERS=Authorization=Basic%20${hide(p.secret)}`,
  ),
  kind(
    FAMILY,
    'string of a database connection',
    { user: person, password },
    (p) => `Server=db;Database=x;User Id=${hide(p.user)};Password=${hide(p.password)};Encrypt=true`,
  ),
  kind(
    FAMILY,
    'storage account',
    { key: base64Of(64) },
    (p) =>
      `DefaultEndpointsProtocol=https;AccountName=x;AccountKey=${hide(p.key.slice(0, -2))}==;EndpointSuffix=core.windows.net`,
  ),
  kind(
    FAMILY,
    'form that signs in',
    { user: person, password },
    (p) => `body: username=x&password=${hide(p.password)}&remember=1`,
  ),
  kind(FAMILY, 'netrc', { user: person, password }, (p) => ({
    text: `machine youtube login ${hide(p.user)} password ${hide(p.password)}`,
  })),
  kind(
    FAMILY,
    'header in a list of names and values',
    { header: spelled('Cookie', 'Authorization', 'Set-Cookie', 'x-api-key'), token },
    (p) => `{"headers":[{"name":"${p.header}","value":"${hide(p.token)}"},{"name":"Accept","value":"*/*"}]}`,
  ),
  kind(
    FAMILY,
    'field as Node shows it in colours',
    { name: spelled('password', 'token', 'apiKey', 'cookie'), secret: token },
    (p) => `{ id: \u001b[33m3\u001b[39m, ${p.name}: \u001b[32m'${hide(p.secret)}'\u001b[39m }`,
  ),
  kind(
    FAMILY,
    'parameters as Node shows them',
    { name: spelled('token', 'password', 'api_key'), secret: token },
    (p) => `URLSearchParams { '${p.name}' => '${hide(p.secret)}', 'page' => '2' }`,
  ),
  kind(
    FAMILY,
    'element of XML',
    { name: spelled('password', 'token', 'apiKey'), secret: token },
    (p) => `<login><user>1</user><${p.name}>${hide(p.secret)}</${p.name}></login>`,
  ),
  kind(
    FAMILY,
    'field behind a value that ends as a name of a secret',
    {
      before: random('alnum', 6),
      end: spelled('PwD', 'secret', 'apiKey', 'password', 'token'),
      name: spelled('token', 'code', 'api_key', 'password'),
      secret: random('alnum', 8).map((made) => `a1${made}`),
    },
    (p) => `{"id":"${p.before}${p.end}","${p.name}":"${hide(p.secret)}","state":"${p.before}"}`,
  ),
  kind(
    FAMILY,
    'password in a column of settings',
    {
      name: spelled('password', 'DB_PASSWORD', 'api_key', 'smtp_pass', 'secret'),
      sign: spelled('        = ', '    : ', ':          ', ' =         ', '\t\t= ', '\t=\t'),
      secret: token,
    },
    (p) => `host     = a\n${p.name}${p.sign}${hide(p.secret)}\nport     = 1`,
  ),
  kind(
    FAMILY,
    'two words in quotes of a printer',
    { name: spelled('password', 'token', 'secret'), sign: spelled(': ', ' = ', '='), a: token, b: token },
    (p) => `${p.name}${p.sign}“${hide(p.a)} ${hide(p.b)}” x`,
  ),
];
