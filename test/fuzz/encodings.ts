/** A way in which a text is written inside another. */
export interface Encoding {
  readonly name: string;
  encode(text: string): string;
  /** What of the encoded text only the part from `from` to `to` can have made. */
  piece(text: string, from: number, to: number): string;
}

/** One where each character is written on its own. */
function byCharacter(name: string, write: (text: string) => string, around = ['', '']): Encoding {
  return {
    name,
    encode: (text) => `${around[0]}${write(text)}${around[1]}`,
    piece: (text, from, to) => write(text.slice(from, to)),
  };
}

function inBase64(name: string, form: 'base64' | 'base64url', around: readonly [string, string]): Encoding {
  const write = (text: string) => Buffer.from(text).toString(form);
  return {
    name,
    encode: (text) => `${around[0]}${write(text)}${around[1]}`,
    // Three bytes are four characters: those that a neighbour has no bit in.
    piece: (text, from, to) => {
      const before = Buffer.byteLength(text.slice(0, from));
      const end = before + Buffer.byteLength(text.slice(from, to));
      return write(text).slice(Math.ceil(before / 3) * 4, Math.floor(end / 3) * 4);
    },
  };
}

const jsonString = (text: string) => JSON.stringify(text).slice(1, -1);
const percentByte = (byte: number) => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`;

/** In what a secret comes: as it is, in a sentence, quoted, encoded. */
export const ENCODINGS: readonly Encoding[] = [
  byCharacter('as it is', (text) => text),
  byCharacter('in a sentence', (text) => text, ['it failed: ', ' (caused by it)']),
  byCharacter('behind a tag', (text) => text, ['[generic] ', '']),
  byCharacter('between lines', (text) => text, ['first line\n', '\nlast line']),
  byCharacter('in brackets', (text) => text, ['(', ')']),
  byCharacter('in angle brackets', (text) => text, ['<', '>']),
  byCharacter('in quotes', (text) => text, ["said '", "'"]),
  byCharacter('in back quotes', (text) => text, ['ran `', '`']),
  byCharacter('behind 3,000 characters', (text) => text, [`${'word and number 12 '.repeat(160)}`, '']),
  byCharacter('across where a text is cut', (text) => text, [`${'ordinary word '.repeat(1168)}`, ' end']),
  byCharacter('in JSON', jsonString, ['{"level":30,"msg":"', '","time":1}']),
  byCharacter('in JSON that is in JSON', (text) => jsonString(jsonString(text)), [
    '{"msg":"{\\"text\\":\\"',
    '\\"}"}',
  ]),
  byCharacter(
    'in JSON as PHP and YouTube write it',
    (text) =>
      jsonString(text)
        .replaceAll('/', '\\/')
        .replaceAll(/[&=<>']/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
    ['{"url":"', '"}'],
  ),
  byCharacter(
    'in HTML',
    (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;'),
    ['<a href="', '">'],
  ),
  byCharacter('percent-encoded', encodeURIComponent),
  // As URLSearchParams does it.
  byCharacter('percent-encoded in a query', (text) => encodeURIComponent(text).replaceAll("'", '%27'), [
    'https://app.example/cb?lang=en&state=',
    '',
  ]),
  byCharacter('percent-encoded in lower case', (text) =>
    encodeURIComponent(text).replaceAll(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
  ),
  byCharacter('percent-encoded twice', (text) => encodeURIComponent(encodeURIComponent(text))),
  byCharacter('percent-encoded as a form', (text) => encodeURIComponent(text).replaceAll('%20', '+'), [
    'a=1&data=',
    '',
  ]),
  byCharacter('every character percent-encoded', (text) => [...Buffer.from(text)].map(percentByte).join('')),
  inBase64('base64', 'base64', ['', '']),
  inBase64('base64 in a sentence', 'base64', ['payload ', ' was refused']),
  inBase64('base64 in JSON', 'base64', ['{"data":"', '"}']),
  inBase64('base64url', 'base64url', ['', '']),
  byCharacter('in hexadecimal digits', (text) => Buffer.from(text).toString('hex'), [
    'payload ',
    ' was refused',
  ]),
  byCharacter('in wide letters', (text) =>
    // Colours of a terminal are none any more then.
    text.replaceAll(text.includes('\u001b') ? /(?!)/g : /[!-~]/g, (letter) =>
      String.fromCharCode(letter.charCodeAt(0) + 0xfee0),
    ),
  ),
  byCharacter('in UTF-16', (text) => text.replaceAll(/[\s\S]/g, '$&\u0000')),
  byCharacter('in UTF-16 in JSON', (text) => jsonString(text.replaceAll(/[\s\S]/g, '$&\u0000')), [
    '{"msg":"',
    '"}',
  ]),
  byCharacter('in UTF-16 in base64', (text) => Buffer.from(text, 'utf16le').toString('base64')),
  byCharacter('with letters that nobody sees', (text) => text.replaceAll(/(?<=[a-z])(?=[a-z])/gi, '\u200b')),
];
