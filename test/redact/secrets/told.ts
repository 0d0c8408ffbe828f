import fc from 'fast-check';
import { hide, kind, password, person, random, type SecretKind, spelled } from './kind.ts';

const FAMILY = 'told';

const asOne = (text: string) => ({ text, parts: ['x', text] });

/** Secrets that somebody tells: in a sentence, a form, the code of a program, a command. */
export const TOLD: readonly SecretKind[] = [
  kind(
    FAMILY,
    'secret in a sentence',
    {
      name: spelled(
        'password is ',
        'the passphrase was: ',
        'Invalid password "',
        "wrong token '",
        'bad API key [',
        'Your API key: ',
        '| password | ',
      ),
      secret: random('lowerDigits', 12),
    },
    (p) => `${p.name}a1${hide(p.secret)}`,
  ),
  kind(
    FAMILY,
    'short password in a sentence',
    {
      before: spelled(
        'password is ',
        'the password was ',
        'passphrase of bob was changed to ',
        'pwd is now ',
        "the password '",
        'DB_PASSWORD is ',
        'passwords are "',
      ),
      secret: fc.oneof(
        fc.tuple(random('lower', 5, 7), random('digits', 1, 2)).map((made) => made.join('')),
        fc
          .tuple(random('lower', 1, 2), random('digits', 1), random('lower', 4))
          .map((made) => made.join('0')),
      ),
      end: spelled('', '.', ' and that is all', "'"),
    },
    (p) => `${p.before}${hide(p.secret)}${p.end}`,
  ),
  kind(
    FAMILY,
    'password with signs in a sentence',
    {
      before: spelled('password is ', 'the passphrase was "', 'password of bob is '),
      a: random('lower', 2, 5),
      sign: spelled('@', '$', '$$', '!', '#', '^'),
      b: random('lower', 4, 5),
    },
    (p) => `${p.before}${hide(`${p.a}${p.sign}${p.b}`)}`,
  ),
  kind(
    FAMILY,
    'short token with a digit in it',
    {
      before: spelled('401 for token ', 'token “', 'bad access key ‘', 'API key «'),
      a: random('lower', 5, 6),
      digit: random('digits', 1),
      b: random('lower', 3),
    },
    (p) => `${p.before}${hide(`${p.a}${p.digit}${p.b}`)}`,
  ),
  kind(
    FAMILY,
    'code that somebody is to enter on another device',
    {
      before: spelled(
        'enter code ',
        'visit https://x.example/device and enter the code ',
        'Enter this code: "',
      ),
      a: random('upperDigits', 4),
      b: random('upperDigits', 4),
      end: spelled('', ' to sign in', '"'),
    },
    (p) => `${p.before}${hide(`${p.a}-${p.b}`)}${p.end}`,
  ),
  kind(
    FAMILY,
    'codes of a device',
    {
      name: spelled('device_code', 'user_code', 'deviceCode', 'DEEZER_ARL', 'auth_data', 'streamAuthHash'),
      is: spelled('=', '": "', ' = ', '":"'),
      code: random('lowerDigits', 12),
    },
    (p) => ({ text: `${p.name}${p.is}a1${hide(p.code)}`, field: [p.name, `a1${hide(p.code)}`] }),
  ),
  kind(
    FAMILY,
    'header of a licence',
    {
      name: spelled(
        ...['pallycon-customdata-v2', 'x-dt-auth-token', 'dt-custom-data', 'x-axdrm-message', 'X-Drm-Auth'],
        ...['keyos-authorization', 'nv-authorizations', 'X-VUDRM-Token'],
      ),
      is: spelled(': ', '": "'),
      value: random('base64url', 24),
    },
    (p) => ({ text: `${p.name}${p.is}x1${hide(p.value)}`, field: [p.name, `x1${hide(p.value)}`] }),
  ),
  kind(
    FAMILY,
    'key that OBS keeps',
    { key: random('lowerDigits', 14), first: spelled('key', 'server') },
    ({ key, first }) =>
      first === 'key'
        ? `{"settings":{"bwtest":false,"key":"k${hide(key)}","server":"rtmp://live.example/app"},"type":"rtmp_custom"}`
        : `{ server: 'rtmp://live.example/app', key: 'k${hide(key)}' }`,
  ),
  kind(
    FAMILY,
    'key of media in a description',
    {
      before: spelled(
        'a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:',
        '#EXT-X-KEY:METHOD=AES-128,URI="data:text/plain;base64,',
      ),
      key: random('alnum', 40),
    },
    (p) => asOne(`${p.before}${hide(p.key)}`),
  ),
  kind(
    FAMILY,
    'password in SQL',
    {
      before: spelled(
        "CREATE USER x IDENTIFIED BY '",
        "ALTER ROLE x PASSWORD '",
        "UPDATE users SET password='",
      ),
      password,
    },
    (p) => `${p.before}${hide(p.password)}'`,
  ),
  kind(
    FAMILY,
    'field of a form',
    {
      name: spelled('password', 'csrf_token', 'api_key'),
      form: spelled<'html' | 'part' | 'element'>('html', 'part', 'element'),
      password,
    },
    ({ name, form, password: secret }) => {
      switch (form) {
        case 'html':
          return `<input type="hidden" name="${name}" id="x" value="${hide(secret)}">`;
        case 'part':
          // Its lines by themselves tell nothing.
          return asOne(`Content-Disposition: form-data; name="${name}"\r\n\r\n${hide(secret)}\r\n--x`);
        case 'element':
          return `<setting name="${name}">${hide(secret)}</setting>`;
      }
    },
  ),
  kind(
    FAMILY,
    'item in the code of a program',
    {
      name: spelled('password', 'DB_PASSWORD', 'api_key', 'auth_token'),
      form: spelled<'index' | 'bytes' | 'php'>('index', 'bytes', 'php'),
      password,
    },
    ({ name, form, password: secret }) => {
      switch (form) {
        case 'index':
          return `os.environ["${name}"] = "${hide(secret)}"`;
        case 'bytes':
          return `{b'a': 1, b'${name}': b'${hide(secret)}'}`;
        case 'php':
          return `Array\n(\n    [${name}] => ${hide(secret)}\n)`;
      }
    },
  ),
  kind(
    FAMILY,
    'password for a program',
    {
      program: spelled(
        ...['mysqldump -uroot -p', 'sshpass -p ', 'redis-cli -h db -a ', 'mosquitto_pub -u x -P '],
        ...[
          'docker login -u x -p ',
          '/usr/bin/podman login quay.io -p ',
          'az acr login -n x -p ',
          'twine upload -p ',
        ],
        ...[
          'openssl enc -aes-256-cbc -k ',
          'openssl enc -d -K ',
          'zip -P ',
          'unzip -P ',
          '7z x -p',
          'unrar x -hp',
        ],
        ...[
          'yt-dlp -p',
          'ldapsearch -x -D cn=x -w ',
          'smbclient //h/s -U x%',
          'lftp -u x,',
          'mongosh -u x -p ',
          'mongodump -p',
        ],
        ...[
          'ssh-keygen -t rsa -N ',
          'keytool -list -storepass ',
          'sqlcmd -S h -P ',
          'plink -ssh -pw ',
          'snmpget -v2c -c ',
        ],
      ),
      password,
    },
    (p) => ({
      text: `${p.program}${hide(p.password)} x`,
      parts: `${p.program}${hide(p.password)} x`.split(' '),
    }),
  ),
  kind(
    FAMILY,
    'password in its place in a command',
    {
      command: spelled(
        ...[
          'aws configure set aws_secret_access_key ',
          'rclone obscure ',
          'htpasswd -b file x ',
          'htpasswd -nbB x ',
          'htpasswd -B -C 10 -b file x ',
          'htpasswd -n -b x ',
        ],
        ...[
          'CONFIG SET requirepass ',
          'net use Z: \\\\srv\\share ',
          'net use \\\\srv\\share /user:x ',
          'wpa_passphrase x ',
        ],
        ...['AUTH default ', '127.0.0.1:6379> AUTH ', 'npm config set //h/:_authToken ', 'sqlplus x/'],
        ...['chpasswd <<< x:', 'expect "password:" {send "'],
      ),
      password,
    },
    (p) => asOne(`${p.command}${hide(p.password)}`),
  ),
  kind(
    FAMILY,
    'key of media beside its id',
    {
      before: spelled(
        'mp4decrypt --key ',
        '[DRM] ',
        'packager --keys label=:key_id=',
        'N_m3u8DL-RE x --key ',
      ),
      id: random('hex', 32),
      key: random('hex', 32),
    },
    (p) => `${p.before}${p.id}:${p.before.includes('key_id') ? 'key=' : ''}${hide(p.key)}`,
  ),
  kind(
    FAMILY,
    'stream key in a variable',
    {
      name: spelled('TWITCH_STREAM_KEY', 'YT_STREAM_KEY', 'streamKey', 'rtmp_stream_key', 'streaming-key'),
      is: spelled('=', ': ', '": "', ' = '),
      key: random('lowerDigits', 9),
    },
    (p) => ({ text: `${p.name}${p.is}${hide(p.key)}`, field: [p.name, hide(p.key)] }),
  ),
  kind(
    FAMILY,
    'bytes as JSON and Node write them',
    {
      bytes: fc.noShrink(fc.array(fc.integer({ min: 100, max: 255 }), { minLength: 9, maxLength: 12 })),
      form: spelled<'json' | 'sorted' | 'node' | 'array' | 'index'>(
        'json',
        'sorted',
        'node',
        'array',
        'index',
      ),
    },
    ({ bytes, form }) => {
      const [first, ...rest] = bytes;
      switch (form) {
        case 'json':
          return `{"type":"Buffer","data":[${hide(bytes.join(','))}]}`;
        case 'sorted':
          return `{"data":[${hide(bytes.join(','))}],"type":"Buffer"}`;
        case 'node':
          return `got <Buffer ${hide(bytes.map((byte) => byte.toString(16)).join(' '))}>`;
        case 'array':
          return asOne(`Uint8Array(${bytes.length}) [ ${hide(bytes.join(', '))} ]`);
        case 'index':
          return `{"0":${first},${hide(rest.map((byte, at) => `"${at + 1}":${byte}`).join(','))}}`;
      }
    },
  ),
  kind(
    FAMILY,
    'command for a server of files',
    { before: spelled('> PASS ', 'USER x\r\nPASS '), password },
    (p) => asOne(`${p.before}${hide(p.password)}`),
  ),
  kind(
    FAMILY,
    'proxy as lists have it',
    { host: spelled('proxy.example.com', '192.168.1.9'), user: person, password },
    (p) => `${p.host}:8080:${hide(p.user)}:${hide(p.password)}`,
  ),
  kind(
    FAMILY,
    'salted password of a service of music',
    { token: random('hex', 32), salt: random('lowerDigits', 12) },
    (p) => `http://music.example/rest/ping.view?u=x&t=${hide(p.token)}&s=${p.salt}&v=1.16.1&c=app`,
  ),
];
