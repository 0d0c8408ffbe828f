import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shorter } from '../../../src/generate/collector/shorter.ts';
import { collectorDetectors } from '../../../src/redact/detectors/all.ts';
import { DETECTOR_SAMPLES } from '../../redact/detector_samples.ts';
import { SEED } from '../../seeds.ts';

const samples = Object.values(DETECTOR_SAMPLES).map(([text]) => text);

describe('an expression that is written shorter', () => {
  it.each([
    ['password|passwd|pass', 'pass(?:wor|w)?d|pass'],
    ['api_key|app_key|x_key', 'a(?:pi|pp)_key|x_key'],
    ['(a)bcd|(e)bcd', '(a)bcd|(e)bcd'],
    ['(?:ab)', 'ab'],
    ['(?:ab){1,6}?c', '(?:ab){1,6}?c'],
    ['(?i)one|two', '(?i)one|two'],
    ['[|(]a|[|(]b', '[|(]a|[|(]b'],
  ])('of %s finds the same', (long, same) => {
    const find = (expression: string) => new RegExp(`^(?:${expression.replace('(?i)', '')})$`);
    expect(shorter(long).length).toBeLessThanOrEqual(long.length);
    fc.assert(
      fc.property(fc.oneof(fc.stringMatching(find(long)), fc.stringMatching(find(same))), (text) => {
        expect(find(shorter(long)).test(text)).toBe(find(long).test(text));
      }),
      { seed: SEED },
    );
  });

  it.each(collectorDetectors.map((one) => [one.name, one] as const))(
    'finds what %s finds, group by group',
    (_name, { source, caseMatters }) => {
      const flags = caseMatters ? 'g' : 'gi';
      const [long, short] = [source, shorter(source)].map((one) => new RegExp(one, flags));
      const found = (expression: RegExp | undefined, text: string) =>
        expression && [...text.matchAll(expression)].map((all) => [...all]);
      for (const text of samples) expect(found(short, text)).toEqual(found(long, text));
      const made = new RegExp(source.replaceAll(/(?<!\\)\\b/g, ''));
      fc.assert(
        fc.property(fc.stringMatching(made), (text) => {
          expect(found(short, text)).toEqual(found(long, text));
        }),
        { seed: SEED, numRuns: 50 },
      );
    },
  );
});
