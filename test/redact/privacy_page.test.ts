import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DETECTORS } from '../../src/redact/detectors/all.ts';
import { FIELDS } from '../fuzz/fields.ts';
import { judged } from './masked.ts';

const page = readFileSync('docs/privacy.md', 'utf8');
const rows = page
  .split('\n')
  .filter((line) => /^\| (?:span|log|metric|resource|scope|request): /.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

describe('docs/privacy.md', () => {
  it('names a test for each cell that says something is done', () => {
    const done = (cell: string | undefined) =>
      cell !== undefined && !/^(?:the SDK|\*\*not reached|does not)/.test(cell);
    const without = rows.filter(
      ([, , inProcess, test, inCollector, other]) =>
        (done(inProcess) && !test?.includes('`')) || (done(inCollector) && !other?.includes('`')),
    );
    expect(rows.length).toBeGreaterThan(25);
    expect(without.map(([, field]) => field)).toEqual([]);
  });

  it('names tests that there are', () => {
    const named = rows.flatMap(
      ([, , , test = '', , other = '']) => `${test} ${other}`.match(/[\w/]+(?=`)/g) ?? [],
    );
    const missing = named.filter((name) => !existsSync(join('test', `${name}.test.ts`)));
    expect([...new Set(missing)]).toEqual([]);
  });

  it('has a row for every field that secrets are planted in', () => {
    const subjects = (name: string) => name.replace(/^(\w+): .*/, '$1');
    const words = rows.map(([, field = '']) => field.toLowerCase());
    const missing = FIELDS.filter(({ name }) => {
      const subject = subjects(name);
      const told = [
        ...name
          .slice(subject.length + 2)
          .matchAll(
            /name|attribute|event|link|state|status|exception|body|key|severity|description|unit|version|schema|baggage/g,
          ),
      ].map(([word]) => word);
      return !words.some((row) => row.startsWith(`${subject}:`) && told.every((word) => row.includes(word)));
    });
    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  it('counts what is masked without need as it is', () => {
    const count = (verdict: string) => judged().filter((one) => one.verdict === verdict).length;
    const [, counts = ''] = page.split('<!-- counts -->\n');
    expect(counts).toMatch(new RegExp(`${count('private')} were private and ${count('needless')} \\(`));
  });
});

describe('docs/detectors.generated.md', () => {
  it('has every detector', () => {
    const detectors = readFileSync('docs/detectors.generated.md', 'utf8');
    expect(DETECTORS.filter(({ name }) => !detectors.includes(`\`${name}\``))).toEqual([]);
  });
});
