import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ORDINARY, ORDINARY_NAME, ORDINARY_SCOPE } from '../../src/generate/collector/ordinary.ts';
import { collectorDetectors } from '../../src/redact/detectors/all.ts';
import { SECRET_KINDS } from '../redact/secret_kinds.ts';

const inJavaScript = (source: string) => new RegExp(source.replaceAll('\\z', '$'));
const ordinary = ORDINARY.map(inJavaScript);
const compiled = collectorDetectors.map(({ name, source, caseMatters }) => ({
  name,
  expression: new RegExp(source, caseMatters ? '' : 'i'),
}));
const finders = (text: string) =>
  compiled.filter(({ expression }) => expression.test(text)).map(({ name }) => name);

describe('what is ordinary to the Collector', () => {
  it.each([...ORDINARY, ORDINARY_NAME, ORDINARY_SCOPE])(
    'has nothing in it that a detector finds: %s',
    (source) => {
      fc.assert(
        fc.property(fc.stringMatching(inJavaScript(source)), (text) => {
          expect(finders(text)).toEqual([]);
        }),
        { numRuns: 2000 },
      );
    },
  );

  it.each(SECRET_KINDS)('is no secret of the kind $name', ({ planted }) => {
    fc.assert(
      fc.property(planted, ({ text }) => {
        // Those that no detector finds are none of the Collector's.
        if (finders(text).length > 0) expect(ordinary.filter((one) => one.test(text))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    [
      '',
      'ok',
      'GET',
      'lets-go',
      'okey-dokey-0',
      'www.youtube.com',
      'http.server',
      'a sentence, of (some) words.',
    ],
    ['0', '-5', '200', '1.5', '24.21.0', 'v1', 'true', '****'],
    ['4bf92f3577b34da6a3ce929d0e0e4736', '0199c8f2-6f0e-7b1c-8b0a-3d2f5f0c9a11'],
    ['127.0.0.1', '10.0.0.7', '192.168.1.20:8080'],
  ])('is most of what there is: %s, …', (...texts) => {
    for (const text of texts)
      expect(
        ordinary.some((one) => one.test(text)),
        text,
      ).toBe(true);
  });
});
