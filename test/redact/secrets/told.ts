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
        '| password | ',
      ),
      secret: random('lowerDigits', 12),
    },
    (p) => `${p.name}a1${hide(p.secret)}`,
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
      program: spelled('mysqldump -uroot -p', 'sshpass -p ', 'redis-cli -h db -a ', 'mosquitto_pub -u x -P '),
      password,
    },
    (p) => `${p.program}${hide(p.password)} x`,
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
