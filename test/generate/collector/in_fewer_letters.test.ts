import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inFewer } from '../../../src/generate/collector/short_values.ts';
import { ROOT_SIGNS, SIGNED_PATH, SIGNED_ROOTS } from '../../../src/generate/collector/signs.ts';
import { pathDetectors } from '../../../src/redact/detectors/paths.ts';
import { ARGUMENT, BARE, QUOTED, VALUE } from '../../../src/redact/detectors/values.ts';
import { SEED } from '../../seeds.ts';

// What is written in another way for the Collector, which reads long texts slowly, finds the same.
describe('an expression in fewer letters', () => {
  const letters = fc.constantFrom(...'"\'`\\ab*n &=;u$.'.split(''));
  const texts = fc.array(letters, { maxLength: 14 }).map((some) => some.join(''));

  it.each(Object.entries({ QUOTED, BARE, VALUE, ARGUMENT }))('finds the same: %s', (_, source) => {
    const fewer = inFewer(source);
    expect(fewer.length).toBeLessThan(source.length);
    const found = (text: string, expression: string) =>
      [...text.matchAll(new RegExp(expression, 'g'))].map((match) => [match.index, ...match]);
    fc.assert(
      fc.property(texts, (text) => {
        expect(found(text, fewer)).toEqual(found(text, source));
      }),
      { seed: SEED, numRuns: 2000 },
    );
  });

  it('finds the same paths by signs before their roots', () => {
    const folder = fc.constantFrom(
      ...'usr bin nix opt app Var var lib log cache nginx docker tmp home bob usrx us src odd= a ~ x. us*r'.split(
        ' ',
      ),
    );
    const between = fc.constantFrom('/', '/', '/', '//', ' ', ' /', ':/', '="/', '~/', ',', '(/', '\n', '/~');
    const paths = fc
      .array(fc.tuple(folder, between), { maxLength: 9 })
      .map((parts) => `/${parts.flat().join('')}`);
    const [unixPath] = pathDetectors.filter(({ name }) => name === 'unix_path');
    const masked = (text: string, source = '') => text.replaceAll(new RegExp(source, 'gi'), '$1****$2');
    fc.assert(
      fc.property(paths, (text) => {
        const signed = SIGNED_ROOTS.reduce(
          (before, [found, left]) => before.replaceAll(new RegExp(found.replace('(?i)', ''), 'gi'), left),
          text,
        );
        expect(masked(signed, SIGNED_PATH).replaceAll(new RegExp(ROOT_SIGNS, 'g'), '')).toBe(
          masked(text, unixPath?.source),
        );
      }),
      { seed: SEED, numRuns: 5000 },
    );
  });
});
