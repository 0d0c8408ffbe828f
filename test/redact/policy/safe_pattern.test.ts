import { describe, expect, it } from 'vitest';
import { MOST_REPEATS, safePattern } from '../../../src/redact/policy/safe_pattern.ts';
import { cpuMs } from '../cpu_time.ts';

describe('a pattern of the user', () => {
  it.each([
    ['ORD-\\d{6}', 'ORD-\\d{6,6}'],
    ['TENANT-[a-z0-9]+', `TENANT-[a-z0-9]{1,${MOST_REPEATS}}`],
    ['foo.*bar', `foo.{0,${MOST_REPEATS}}bar`],
    ['\\bcust_[0-9a-f]{8,}\\b', `\\bcust_[0-9a-f]{8,${MOST_REPEATS}}\\b`],
    ['(?:foo|bar)-\\d+', `(?:foo|bar)-\\d{1,${MOST_REPEATS}}`],
    ['\\w+@\\w+\\.com', `\\w{1,${MOST_REPEATS}}@\\w{1,${MOST_REPEATS}}\\.com`],
    ['a?b', 'a?b'],
  ])('%s is taken, its repetitions bounded', (given, source) => {
    expect(safePattern(given)).toEqual({ source });
  });

  it.each([
    ['', /empty/],
    ['[a', /no regular expression/],
    ['a*', /matches a text that is empty/],
    ['(?=a)b', /looks around/],
    ['(?<!a)b', /looks around/],
    ['(a)\\1', /refers back/],
    ['(?<n>a)b', /another kind/],
    ['(a+)+b', /repeats what itself repeats/],
    ['(a|aa)+b', /repeats what itself repeats/],
    ['(?:\\w{2,5}){3,}x', /repeats what itself repeats/],
    ['.*x.*y', /more than one repetition/],
    ['\\w+\\w+z', /more than one repetition/],
    ['a{5000}', /more than 1,000 times/],
    ['a'.repeat(501), /longer than/],
  ])('%s is refused', (given, why) => {
    expect(safePattern(given)).toEqual({ problem: expect.stringMatching(why) });
  });

  it.each(['foo.*bar', '\\w+@\\w+\\.com', '\\bcust_[0-9a-f]{8,}\\b', 'a\\s+b'])(
    'that is taken is linear on what is hostile to it: %s',
    (given) => {
      const safe = safePattern(given);
      if ('problem' in safe) throw new Error(safe.problem);
      const expression = new RegExp(safe.source, 'gi');
      for (const piece of ['foo', 'a', 'a@', 'cust_', 'f', 'a ', ' ']) {
        const text = (length: number) => piece.repeat(length / piece.length);
        const [small, large] = [text(4000), text(16_000)];
        expect(cpuMs(() => large.replace(expression, ''))).toBeLessThan(
          12 * cpuMs(() => small.replace(expression, '')) + 8,
        );
      }
    },
  );
});
