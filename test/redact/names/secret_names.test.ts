import { describe, expect, it } from 'vitest';
import { redactAttributes, redactValue } from '../../../src/redact/attributes/attributes.ts';
import { collectorKeyPatterns } from '../../../src/redact/names/secret_name_rules.ts';
import { SECRET_NAMES, type SecretNames } from '../../../src/redact/names/secret_names.ts';
import { redactText } from '../../../src/redact/text/text.ts';

// All that a list of names says: `(a|b) key( id)?` is four names.
function expanded(name: string): string[] {
  const [, before = '', either = '', optional = '', after = ''] =
    /^([^(]*)\(([^)]*)\)(\??)(.*)$/.exec(name) ?? [];
  if (either !== '') {
    const parts = [...either.split('|'), ...(optional ? [''] : [])];
    return parts.flatMap((part) => expanded(before + part + after));
  }
  const [, begin = '', letter = '', end = ''] = /^(.*?)(\S)\?(.*)$/.exec(name) ?? [];
  return letter === '' ? [name] : [...expanded(begin + letter + end), ...expanded(begin + end)];
}

const rows = SECRET_NAMES.flatMap((row) =>
  row.names.split(',').flatMap((names) => expanded(names).map((name) => ({ ...row, name }))),
);
const words = (name: string) => name.split(' ');
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const SPELLINGS: Readonly<Record<string, (name: string) => string>> = {
  under_scores: (name) => words(name).join('_'),
  CAPITALS: (name) => words(name).join('_').toUpperCase(),
  'with-dashes': (name) => words(name).join('-'),
  together: (name) => words(name).join(''),
  camelCase: (name) =>
    words(name)
      .map((word, at) => (at === 0 ? word : capital(word)))
      .join(''),
};
const isLatin = ({ name }: { name: string }) => /^[a-z0-9 ]+$/.test(name);
const secretOf = ({ value }: SecretNames) => (value === 'digits' ? '975313579' : 'a9planted7531');
const spellings = (row: (typeof rows)[number]) => Object.values(SPELLINGS).map((spell) => spell(row.name));

describe('a name of the table', () => {
  it('counts as a key, of an attribute and in a map, in any spelling, with something before it where it may', () => {
    const left = rows.flatMap((row) => {
      const secret = secretOf(row);
      const names = spellings(row).flatMap((name) => [
        name,
        `app.${name}`,
        ...(row.at === 'whole' ? [] : [`my_${name}`, `MY-${name}`]),
      ]);
      return names.filter(
        (name) =>
          redactAttributes({ [name]: secret })[name] !== '****' ||
          JSON.stringify(redactValue({ a: { [name]: secret } })).includes(secret),
      );
    });
    expect(left).toEqual([]);
  });

  it('counts where its first letter is all that parts it from the word before', () => {
    const left = rows
      .filter((row) => row.at !== 'whole' && isLatin(row) && /^[a-z]/.test(row.name))
      .map((row) => ({ name: `my${words(row.name).map(capital).join('')}`, secret: secretOf(row) }))
      .filter(({ name, secret }) => redactAttributes({ [name]: secret })[name] !== '****');
    expect(left).toEqual([]);
  });

  it('counts in a pair, in a map and in a text', () => {
    const left = rows.filter(isLatin).flatMap((row) => {
      const secret = secretOf(row);
      return spellings(row)
        .filter((name) => !/^[a-z]{1,2}$/.test(name))
        .filter(
          (name) =>
            JSON.stringify(redactValue({ a: { name, value: secret } })).includes(secret) ||
            JSON.stringify(redactValue([{ key: name, value: { stringValue: secret } }])).includes(secret) ||
            redactText(`[{"key":"${name}","value":{"stringValue":"${secret}"}}]`).includes(secret) ||
            redactText(`{"name": "${name}", "value": "${secret}"}`).includes(secret),
        );
    });
    expect(left).toEqual([]);
  });

  it('is masked by the Collector as a key', () => {
    const patterns = collectorKeyPatterns().map(
      (source) =>
        new RegExp(source.replace('(?i)', '').replaceAll('\\z', '$'), source.startsWith('(?i)') ? 'i' : ''),
    );
    const left = rows.flatMap((row) =>
      spellings(row)
        .flatMap((name) => [name, `app.${name}`, ...(row.at === 'whole' ? [] : [`my_${name}`])])
        .concat(row.at !== 'whole' && isLatin(row) ? [`my${words(row.name).map(capital).join('')}`] : [])
        .filter((name) => !patterns.some((one) => one.test(name))),
    );
    expect(left).toEqual([]);
    const plain =
      'pinned spin mapping s3_key object_key cacheKey hotkey keyint seed token_count tokens exit.code option';
    expect(plain.split(' ').filter((name) => patterns.some((one) => one.test(name)))).toEqual([]);
  });

  const inTexts = rows.filter((row) => row.inTexts !== 'none' && row.inTexts !== 'other_language');

  it.each([
    ['a variable', (name: string, secret: string) => `MY_${name}=${secret} node x.js`],
    ['a setting', (name: string, secret: string) => `started with ${name} = "${secret}" and went on`],
    ['JSON', (name: string, secret: string) => `{"a":1,"${name}":"${secret}","b":2}`],
    ['JSON in JSON', (name: string, secret: string) => `{\\"a\\":1,\\"${name}\\":\\"${secret}\\"}`],
    ['what Node shows', (name: string, secret: string) => `{ id: 3, ${name}: '${secret}' }`],
    ['a line of YAML', (name: string, secret: string) => `a: 1\n${name}: ${secret}\nb: 2`],
    ['a parameter', (name: string, secret: string) => `body: a=1&${name}=${secret}&b=2`],
    ['an element', (name: string, secret: string) => `<a><${name}>${secret}</${name}></a>`],
    ['a field of a form', (name: string, secret: string) => `<input name="${name}" value="${secret}">`],
  ])('counts in %s', (_where, told) => {
    const left = inTexts.flatMap((row) =>
      Object.values(SPELLINGS)
        .map((spell) => told(spell(row.name), secretOf(row)))
        .filter((text) => redactText(text).includes(secretOf(row))),
    );
    expect(left).toEqual([]);
  });

  it('counts as a header', () => {
    const left = inTexts
      .filter(({ at }) => at === 'end')
      .map((row) => `x-my-${words(row.name).join('-')}: ${secretOf(row)}`)
      .filter((text) => redactText(text).includes('planted'));
    expect(left).toEqual([]);
  });

  it('counts as an argument, in a text and in a list, and as an item of a list', () => {
    const left = inTexts.flatMap((row) => {
      const secret = secretOf(row);
      const option = words(row.name).join('-');
      return [
        [`--${option}`, secret],
        [`--my-${option}=${secret}`],
        [`-${words(row.name).join('_')}`, secret],
        [words(row.name).join('_'), secret],
      ]
        .filter((list) => JSON.stringify(redactValue(['program', ...list, 'x'])).includes(secret))
        .concat(
          [[`program --${option} ${secret} x`], [`program --my-${option}=${secret} x`]].filter(
            ([text = '']) => redactText(text).includes(secret),
          ),
        );
    });
    expect(left).toEqual([]);
  });

  it('counts in other languages', () => {
    const left = rows
      .filter((row) => row.inTexts === 'other_language' && !row.name.includes('%'))
      .flatMap((row) => [row.name, row.name.toUpperCase()])
      .map((name) => `${name}: planted9planted`)
      .filter((text) => redactText(text).includes('planted9'));
    expect(left).toEqual([]);
  });
});
