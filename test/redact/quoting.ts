import { inspect } from 'node:util';

/** A way of writing a text in quotes, or so that it needs none, as a language or a shell does it. */
export type Quoting = (text: string) => string;

const escaped = (text: string, signs: RegExp) => text.replaceAll(signs, '\\$&');

/** Kinds of quoting. Each gives what would be read back as the same text. */
export const QUOTINGS = {
  json: (text) => JSON.stringify(text),
  node: (text) => inspect(text),
  python: (text) =>
    text.includes("'") && !text.includes('"')
      ? `"${text.replaceAll('\\', '\\\\')}"`
      : `'${escaped(text, /['\\]/g)}'`,
  go: (text) => JSON.stringify(text),
  php: (text) => `'${escaped(text, /['\\]/g)}'`,
  'a shell': (text) => `'${text.replaceAll("'", "'\\''")}'`,
  shlex: (text) => `'${text.replaceAll("'", `'"'"'`)}'`,
  'a shell, in double quotes': (text) => `"${escaped(text, /["\\$`]/g)}"`,
  'a shell, with a dollar': (text) => `$'${escaped(text, /['\\]/g)}'`,
  'a shell, without quotes': (text) => escaped(text, /[^\w.:=/@%+-]/g),
  template: (text) => `\`${escaped(text, /[`\\]/g)}\``,
  sql: (text) => `'${text.replaceAll("'", "''")}'`,
  csv: (text) => `"${text.replaceAll('"', '""')}"`,
  'a query': (text) => encodeURIComponent(text),
  none: (text) => text,
} as const satisfies Readonly<Record<string, Quoting>>;

export type QuotingName = keyof typeof QUOTINGS;

/** A place in which a secret is named. */
export interface NamedPlace {
  readonly name: string;
  /** What is written there, with a secret that is quoted. */
  readonly write: (quoted: string) => string;
  /** What stands behind it, and has to stay. */
  readonly kept: string;
  readonly quotings: readonly QuotingName[];
  /** What stands before the secret, in the same quotes. */
  readonly inside?: string;
}

/** A secret in a place. */
export function writtenIn({ write, inside = '' }: NamedPlace, quoting: QuotingName, secret: string): string {
  return write(QUOTINGS[quoting](inside + secret));
}

const SHELLS = [
  'a shell',
  'shlex',
  'a shell, in double quotes',
  'a shell, with a dollar',
  'a shell, without quotes',
] as const satisfies readonly QuotingName[];

const place = (
  name: string,
  write: (quoted: string) => string,
  kept: string,
  ...quotings: readonly QuotingName[]
): NamedPlace => ({ name, write, kept, quotings });

/** Ways of naming a secret, with a field behind it. */
export const PLACES: readonly NamedPlace[] = [
  ...[
    'password',
    'api_key',
    'clientSecret',
    'smtp_pass',
    'access_token',
    'Passwort',
    'pw',
    'psk',
    'csrf',
    'smtpPw',
  ].flatMap((key) => [
    place(
      `JSON, as ${key}`,
      (quoted) => `{"user":1,"${key}":${quoted},"kept":"4711"}`,
      ',"kept":"4711"}',
      'json',
    ),
    place(
      `an object, as ${key}`,
      (quoted) => `{ id: 3, ${key}: ${quoted}, kept: 4711 }`,
      ', kept: 4711 }',
      'node',
      'template',
    ),
    place(
      `Python, as ${key}`,
      (quoted) => `{'a': 1, '${key}': ${quoted}, 'kept': 4711}`,
      ", 'kept': 4711}",
      'python',
    ),
    place(
      `PHP, as ${key}`,
      (quoted) => `array ('${key}' => ${quoted}, 'kept' => 4711)`,
      ", 'kept' => 4711)",
      'php',
    ),
    place(
      `the code of a program, as ${key}`,
      (quoted) => `connect(${key}=${quoted}, kept=4711)`,
      ', kept=4711)',
      'python',
      'php',
      'json',
      'sql',
      'csv',
    ),
    place(
      `YAML, as ${key}`,
      (quoted) => `a: 1\n${key}: ${quoted}\nkept: 4711`,
      '\nkept: 4711',
      'json',
      'sql',
    ),
    place(
      `logfmt, as ${key}`,
      (quoted) => `level=info ${key}=${quoted} kept=4711`,
      ' kept=4711',
      'go',
      'none',
    ),
  ]),
  ...['DB_PASSWORD', 'LASTFM_API_KEY', 'SMTP_PASS', 'BOT_TOKEN'].flatMap((key) => [
    place(
      `the environment, as ${key}`,
      (quoted) => `env ${key}=${quoted} KEPT=4711 run`,
      ' KEPT=4711 run',
      ...SHELLS,
      'none',
    ),
    place(
      `a file of variables, as ${key}`,
      (quoted) => `A=1\n${key}=${quoted}\nKEPT=4711`,
      '\nKEPT=4711',
      ...SHELLS,
      'json',
      'none',
    ),
  ]),
  ...['--password', '--api-key', '--smtp-pass', '--auth', '-passphrase'].flatMap((option) => [
    place(
      `an argument, ${option}`,
      (quoted) => `run ${option} ${quoted} --kept 4711`,
      ' --kept 4711',
      ...SHELLS,
      'none',
    ),
    place(
      `a list of JSON, ${option}`,
      (quoted) => `["run","${option}",${quoted},"--kept","4711"]`,
      ',"--kept","4711"]',
      'json',
    ),
    place(
      `a list of Node, ${option}`,
      (quoted) => `[ 'run', '${option}', ${quoted}, '--kept', '4711' ]`,
      ", '--kept', '4711' ]",
      'node',
      'template',
    ),
    place(
      `a list of Node in lines, ${option}`,
      (quoted) => `[\n  'run',\n  '${option}',\n  ${quoted},\n  '--kept' ]`,
      ",\n  '--kept' ]",
      'node',
    ),
    place(
      `a list of Python, ${option}`,
      (quoted) => `['run', '${option}', ${quoted}, '--kept', '4711']`,
      ", '--kept', '4711']",
      'python',
    ),
  ]),
  ...['--password', '--api-key', '--auth'].flatMap((option) => [
    place(
      `an argument, ${option}=`,
      (quoted) => `run ${option}=${quoted} --kept 4711`,
      ' --kept 4711',
      ...SHELLS,
      'none',
    ),
    place(
      `a list of Go, ${option}`,
      (quoted) => `["run" "${option}" ${quoted} "--kept" "4711"]`,
      ' "--kept" "4711"]',
      'go',
    ),
  ]),
  ...['X-Api-Key: ', 'Authorization: Basic ', 'Cookie: a='].flatMap((header) => [
    place(
      `a header, ${header}`,
      (quoted) => `Host: x\r\n${header}${quoted}\r\nKept: 4711`,
      '\r\nKept: 4711',
      'none',
    ),
  ]),
  ...['x-api-key', 'authorization', 'cookie'].flatMap((header) => [
    place(
      `headers of JSON, ${header}`,
      (quoted) => `{"host":"x","${header}":${quoted},"kept":"4711"}`,
      ',"kept":"4711"}',
      'json',
    ),
    place(
      `headers of Node, ${header}`,
      (quoted) => `{ host: 'x', '${header}': ${quoted}, kept: '4711' }`,
      ", kept: '4711' }",
      'node',
      'template',
    ),
    place(
      `a list of headers, ${header}`,
      (quoted) => `[ 'host', 'x', '${header}', ${quoted}, 'kept', '4711' ]`,
      ", 'kept', '4711' ]",
      'node',
    ),
    place(
      `a pair, ${header}`,
      (quoted) => `[{"name":"${header}","value":${quoted}},{"kept":"4711"}]`,
      '},{"kept":"4711"}]',
      'json',
    ),
  ]),
  place(
    'an attribute of OTLP',
    (quoted) => `{"key":"password","value":{"stringValue":${quoted}}},{"kept":"4711"}`,
    '}},{"kept":"4711"}',
    'json',
  ),
  place(
    'a cookie as browsers export it',
    (quoted) => `{"name":"SID","path":"/","value":${quoted},"kept":"4711"}`,
    ',"kept":"4711"}',
    'json',
  ),
  ...['--password=', '--api-key=', 'DB_PASSWORD=', 'X-Api-Key: '].flatMap((inside): NamedPlace[] => [
    {
      ...place('', (quoted) => `["-H",${quoted},"--kept","4711"]`, ',"--kept","4711"]', 'json'),
      name: `an element of a list of JSON, ${inside}`,
      inside,
    },
    {
      ...place(
        '',
        (quoted) => `[ '-H', ${quoted}, '--kept', '4711' ]`,
        ", '--kept', '4711' ]",
        'node',
        'python',
      ),
      name: `an element of a list of Node, ${inside}`,
      inside,
    },
  ]),
  place(
    'a query',
    (quoted) => `GET https://h.example/x?password=${quoted}&page=4711 200`,
    '&page=4711 200',
    'a query',
  ),
  place('a query of a path', (quoted) => `GET /x?access_token=${quoted}&page=4711`, '&page=4711', 'a query'),
  place('a form', (quoted) => `user=x&password=${quoted}&kept=4711`, '&kept=4711', 'none'),
  place('a connection string', (quoted) => `Server=db;Password=${quoted};Kept=4711`, ';Kept=4711', 'none'),
  place('a list of options', (quoted) => `mount -o password=${quoted},kept=4711`, ',kept=4711', 'none'),
  place('SQL', (quoted) => `CREATE USER x IDENTIFIED BY ${quoted}, kept 4711`, ', kept 4711', 'sql'),
];
