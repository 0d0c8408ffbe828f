import { describe, expect, it } from 'vitest';
import { redactText } from '../../../src/redact/text/text.ts';
import { type NamedPlace, PLACES, type Quoting, type QuotingName, writtenIn } from '../quoting.ts';

// Pieces that stand nowhere else.
const [BEGIN, MIDDLE, END] = ['zqx7w', 'vkj8y', 'hgp9u'] as const;

const SIGNS = [...'"\'`\\,;&=:/$#!?@%+{}[]()<>|*~^-_.'];

/** Secrets with signs at every place, and two of them side by side. */
const IN_QUOTES: readonly string[] = [
  ...[
    ...SIGNS,
    ' ',
    ', ',
    '" ',
    "' ",
    '",',
    "',",
    '"}',
    "'}",
    '\\"',
    "\\'",
    '\\n',
    '\\\\',
    '""',
    "''",
    '}, ',
    '--',
  ].flatMap((sign) => [
    `${BEGIN}${sign}${MIDDLE}`,
    `${BEGIN}${sign}${MIDDLE}${sign}${END}`,
    `${BEGIN}${sign}${sign}${END}`,
  ]),
  ...['"', "'", '`', ',', ';', '&', '$', '#', '{', '['].map((sign) => `${sign}${BEGIN}`),
  ...['"', "'", '`', '\\', ',', ';', '&', '}', ']', ' '].map((sign) => `${BEGIN}${sign}`),
];

/** What stands in no quotes: no spaces, and no sign behind which a field of its own would follow. */
const BARE: readonly string[] = [
  ...['"', "'", '`', ',', ';', '&', '$', '#', '!', '@', '%', '+', '\\', '/', '|', '(', '*', '-', '^'].flatMap(
    (sign) => [`${BEGIN}${sign}${MIDDLE}`, `${BEGIN}${sign}${MIDDLE}${sign}${END}`],
  ),
  `${BEGIN},${MIDDLE};${END}&${BEGIN}`,
  `${BEGIN}'${MIDDLE},${END}`,
];

// A backslash before a quote escapes it for most, and is a letter for the others: of their secrets, none has the two.
const UNLIKELY: Partial<Record<QuotingName, RegExp>> = {
  'a shell': /\\(?:'|$)/,
  shlex: /\\(?:'|$)/,
  'a shell, with a dollar': /\\$/,
  sql: /\\$/,
  csv: /\\(?:"|$)/,
  // A quote that is escaped at the beginning opens one, as it would in JSON.
  'a shell, without quotes': /^["'`]/,
};

function secretsFor(quoting: QuotingName): readonly string[] {
  if (quoting === 'none') return BARE;
  return IN_QUOTES.filter((secret) => !UNLIKELY[quoting]?.test(secret));
}

/** What of a secret can still be read. */
function readable(text: string): string[] {
  return [BEGIN, MIDDLE, END]
    .flatMap((piece) => [piece.slice(0, 3), piece.slice(1, 4), piece.slice(2, 5)])
    .filter((piece) => text.includes(piece));
}

const inJson = (text: string) => JSON.stringify(text).slice(1, -1);

/** What the whole may stand in, and how that writes it. */
interface Around {
  readonly name: string;
  readonly before: string;
  readonly write: Quoting;
  readonly after: string;
  /** No parser reads it; so does the Collector see what is in a list or map. */
  readonly cut?: true;
}

const AROUND: readonly Around[] = [
  { name: 'by itself', before: '', write: (text) => text, after: '' },
  { name: 'in JSON', before: '{"level":30,"msg":"', write: inJson, after: '","time":1}' },
  {
    name: 'in JSON in JSON',
    before: '{"a":"{\\"msg\\":\\"',
    write: (text) => inJson(inJson(text)),
    after: '\\"}"}',
  },
  { name: 'in JSON that was cut', before: 'msg: ', write: inJson, after: '', cut: true },
  {
    name: 'in JSON in JSON that was cut',
    before: 'msg: ',
    write: (text) => inJson(inJson(text)),
    after: '',
    cut: true,
  },
];

// How often a double quote was escaped is told by the one that opens; with others, one sign has to do. What has a plus
// may be a form that is encoded, and goes as a whole.
const TOLD_BY_QUOTE: readonly QuotingName[] = ['json', 'go', 'a shell, in double quotes'];
const isReadCut = (secret: string, quoting: QuotingName) =>
  !secret.includes('+') && (TOLD_BY_QUOTE.includes(quoting) || /^\w+[^\w\\ ]\w+$/.test(secret));

function leaks(place: NamedPlace, quoting: QuotingName): string[] {
  return secretsFor(quoting).flatMap((secret) =>
    AROUND.filter(({ cut }) => !cut || isReadCut(secret, quoting)).flatMap(
      ({ name, before, write, after }) => {
        const text = before + write(writtenIn(place, quoting, secret)) + after;
        const left = redactText(text);
        const isFine = readable(left).length === 0 && left.includes(write(place.kept) + after);
        return isFine ? [] : [`${name}: ${text} → ${left}`];
      },
    ),
  );
}

const cases = PLACES.flatMap((place) =>
  place.quotings.map((quoting) => [place.name, quoting, place] as const),
);

describe('a value ends where it ends', () => {
  it.each(cases)('in %s, as written for %s', (_name, quoting, place) => {
    expect(leaks(place, quoting)).toEqual([]);
  });
});

describe('nothing is left of', () => {
  it.each([
    [String.raw`{"password":"hun\"ter22","x":1}`, '{"password":"****","x":1}'],
    [String.raw`{"password":"a\\\"bc","x":1}`, '{"password":"****","x":1}'],
    [String.raw`{"password":"hun\u0022ter22","x":1}`, '{"password":"****","x":1}'],
    [String.raw`{"p\u0061ssword":"hunter22","x":1}`, '{"password":"****","x":1}'],
    [
      String.raw`say {\"password\":\"hun\\\"ter22\",\"x\":1}`,
      String.raw`say {\"password\":\"****\",\"x\":1}`,
    ],
    [
      String.raw`say {\\\"password\\\":\\\"hun\\\\\\\"ter22\\\",\\\"x\\\":1}`,
      String.raw`say {\\\"password\\\":\\\"****\\\",\\\"x\\\":1}`,
    ],
    [String.raw`run --password "a\"b c" x`, 'run --password "****" x'],
    [String.raw`run --password=a\ b x`, 'run --password=**** x'],
    [String.raw`run --password 'a'\''b' x`, "run --password '****' x"],
    [String.raw`PASSWORD=$'a\'b' x`, "PASSWORD=$'****' x"],
    ["password=hun'ter22 x", 'password=**** x'],
    ['PASSWORD=a,b;c&d x', 'PASSWORD=**** x'],
    ['PASSWORD=a,b;c&d', 'PASSWORD=****'],
    ['password: |\n  line1\n\n  line2\nother: x', 'password: ****\nother: x'],
    ['a:\n  token: >-\n    line1\n      line2\n  other: x', 'a:\n  token: ****\n  other: x'],
    ['Authorization: Bearer 0a1b2c3d4e5f', 'Authorization: ****'],
    ['sent Bearer 0a1b2c3d4e5f to it', 'sent Bearer **** to it'],
    [`{'password': "it's", 'x': 1}`, `{'password': "****", 'x': 1}`],
    [`['--password', 'a"b', '-x']`, `['--password', '****', '-x']`],
    [`["--password" "a\\"b" "-x"]`, `["--password" "****" "-x"]`],
    ["'password' => 'x', 'y' => 1", "'password' => '****', 'y' => 1"],
    ["X-Api-Key 'a1b2c3 d4' x", "X-Api-Key '****' x"],
    ["https://h.example/x?password=hun'ter22&page=2", 'https://h.example/x?password=****&page=2'],
  ])('the secret in %s', (text, left) => {
    expect(redactText(text)).toBe(left);
  });
});

describe('a field behind a value stays', () => {
  it.each([
    ['password=a1&name=x', 'password=****&name=x'],
    ['password=a1;Name=x', 'password=****;Name=x'],
    ['Password=a1;Persist Security Info=no', 'Password=****;Persist Security Info=no'],
    ['password=a1, name x', 'password=****, name x'],
    ['password=a1,name=x', 'password=****,name=x'],
    ['{password: a1,name: x}', '{password: ****,name: x}'],
    ['{"password":12345678,"name":"x"}', '{"password":****,"name":"x"}'],
    ['{"password":"","name":"x"}', '{"password":"","name":"x"}'],
    ["password='' name='x'", "password='' name='x'"],
    [String.raw`{"msg":"password=a1\nname: x"}`, String.raw`{"msg":"password=****\nname: x"}`],
    [String.raw`said \"password=a1\" to \"x\"`, String.raw`said \"password=****\" to \"x\"`],
    ["'password=a1','name=x'", "'password=****','name=x'"],
    ['`password=a1` and `x`', '`password=****` and `x`'],
    ['run --password a1 --name "x y"', 'run --password **** --name "x y"'],
    ['token=abc== name=x', 'token=**** name=x'],
  ])('in %s', (text, left) => {
    expect(redactText(text)).toBe(left);
  });
});
