import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectorDetectors, DETECTORS, processDetectors } from '../../../src/redact/detectors/all.ts';
import { stepOf } from '../../../src/redact/detectors/compiled.ts';
import { type Detector, FAMILIES } from '../../../src/redact/detectors/detector.ts';
import { redactText } from '../../../src/redact/text/text.ts';
import { SEED } from '../../seeds.ts';
import { DETECTOR_SAMPLES } from '../detector_samples.ts';
import { HOSTILE, hostileTo } from '../hostile_pieces.ts';

const all = DETECTORS.map((detector) => [detector.name, detector] as const);

const missing = (): never => {
  throw new Error('no such detector');
};

// What may stand in a text beside what is looked for.
const MORE = [
  ...[' ', '  ', '     ', ':', ': ', ' : ', '=', '|', '\t', ',', '/', '1', 'x1', 'is ', 'was', ' of '],
  ...['"', "'", '`', '\\', '\\"', 'a"b', `a"b'c`, '\n', '{', '****', 'name', '“', 'x'.repeat(41)],
];

const GOES_ON = [
  ...[
    'a',
    'A',
    '0',
    'a1',
    'e',
    'n',
    '-',
    '_',
    '.',
    '@',
    '$',
    '*',
    '%',
    '&',
    ';',
    '[',
    ']',
    '>',
    '\\n',
    '\\t',
    '\\"',
  ],
  ...[
    "''",
    '""',
    "b'",
    '\t',
    'eyJ',
    'a'.repeat(11),
    '1'.repeat(13),
    'ſ',
    'K',
    'é',
    'a=',
    ';b=',
    ',c:',
    '--a',
    ", '",
  ],
];

/** Short texts of what a detector looks for, what keeps it busy, and what else may stand there. */
function textsFor(detector: Detector): fc.Arbitrary<string> {
  const [sample = ''] = DETECTOR_SAMPLES[detector.name] ?? [];
  const partOf = (text: string) =>
    fc.tuple(fc.nat(text.length), fc.nat(text.length)).map(([from, to]) => text.slice(from, to));
  const whole = fc.constantFrom(...Object.values(DETECTOR_SAMPLES).map(([text]) => text));
  const part = fc.oneof(
    fc.constant(sample),
    { arbitrary: partOf(sample), weight: 3 },
    { arbitrary: fc.constantFrom(...MORE, ...GOES_ON), weight: 4 },
    { arbitrary: fc.constantFrom(...HOSTILE, ...hostileTo(detector)), weight: 2 },
    whole.chain(partOf),
  );
  const text = fc.array(part, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));
  return fc.oneof({ arbitrary: text, weight: 6 }, text.map(JSON.stringify));
}

describe('the detectors', () => {
  it('have a name each, a family of the list, and a sample', () => {
    const names = DETECTORS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, family } of DETECTORS) {
      expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
      expect(FAMILIES).toContain(family);
    }
    expect(Object.keys(DETECTOR_SAMPLES).toSorted()).toEqual(names.toSorted());
  });

  it.each(FAMILIES)('of the family %s are there for the process and for the Collector', (family) => {
    // Where the process reads by code, as paths and URLs, it has no expression; all have one for the Collector.
    expect(collectorDetectors.some((one) => one.family === family)).toBe(true);
    expect(processDetectors.some((one) => one.family === family)).toBe(true);
  });
});

describe('the detector', () => {
  // The Collector has nothing but the expression: what it finds beyond the process is told as late.
  it.each(['/live/news/720p/12.ts', '/series/12/episodes/3', '/movie/550/credits/12'])(
    'player_login has an expression that leaves %s alone',
    (path) => {
      const source = DETECTORS.find(({ name }) => name === 'player_login')?.source ?? '';
      expect(new RegExp(source, 'i').test(path)).toBe(false);
      expect(new RegExp(source, 'i').test(path.replace(/[^/]+(?=\/[^/]+$)/, 'pass1'))).toBe(true);
    },
  );

  it.each(all)('%s takes out what it is there for, and finds nothing in what is left', (name, detector) => {
    const [text, secret] = DETECTOR_SAMPLES[name] ?? ['', ''];
    expect(text).toContain(secret);
    const { apply } = stepOf(detector);
    const left = apply(text);
    expect(left).not.toContain(secret);
    expect(apply(left)).toBe(left);
  });

  it.each(all.filter(([, { inProcess }]) => inProcess !== undefined))(
    '%s finds the same by the expression of the process alone',
    (name, { source, inProcess = source, caseMatters, replacement }) => {
      const [shared, own] = [source, inProcess].map((one) => new RegExp(one, caseMatters ? 'g' : 'gi'));
      const [text = ''] = DETECTOR_SAMPLES[name] ?? [];
      for (const more of MORE)
        for (let at = 0; at <= text.length; at += 1) {
          const changed = text.slice(0, at) + more + text.slice(at);
          for (const one of [changed, `${changed}${text}`, JSON.stringify(changed)])
            expect(one.replace(own ?? '', replacement)).toBe(one.replace(shared ?? '', replacement));
        }
    },
  );

  // But for the one that takes the nearer of two values, which Go cannot.
  it.each(
    all.filter(([name, { inProcess }]) => inProcess !== undefined && name !== 'exported_cookie_turned'),
  )('%s finds the same by both in any text', (_name, detector) => {
    const { source, inProcess = source, caseMatters } = detector;
    const [shared, own] = [source, inProcess].map((one) => new RegExp(one, caseMatters ? 'g' : 'gi'));
    const found = (text: string, by = /$^/g) => Array.from(text.matchAll(by), (one) => [one.index, ...one]);
    fc.assert(
      fc.property(textsFor(detector), (text) => {
        expect(found(text, own)).toEqual(found(text, shared));
      }),
      { seed: SEED, numRuns: 3000 },
    );
  });

  it('exported_cookie_turned takes the nearer of two values', () => {
    const { apply } = stepOf(DETECTORS.find(({ name }) => name === 'exported_cookie_turned') ?? missing());
    expect(apply('value="a value="planted" path="/" name="YSC"')).toBe(
      'value="a value="****" path="/" name="YSC"',
    );
    expect(apply(`value="${'a"b'.repeat(10)} planted" name="YSC"`)).toBe('value="****" name="YSC"');
  });

  it.each(all)('%s is asked wherever it could find something', (name, { needs }) => {
    const [text = ''] = DETECTOR_SAMPLES[name] ?? [];
    expect(needs.length).toBeGreaterThan(0);
    expect(needs.some((need) => text.toLowerCase().includes(need))).toBe(true);
    for (const need of needs) expect(need).toBe(need.toLowerCase());
  });

  it.each(all)('%s is written in the syntax that JavaScript and RE2 share', (_name, { source }) => {
    expect(source).not.toMatch(/\(\?(?!:)/);
    expect(source).not.toMatch(/\\[1-9]|\\k</);
    // RE2 repeats no more than a thousand times.
    const counts = [...source.matchAll(/\{(\d+)(?:,(\d*))?\}/g)].flatMap(([, least, most]) => [least, most]);
    for (const count of counts) expect(Number(count || 0)).toBeLessThanOrEqual(1000);
  });

  it.each(processDetectors.map(({ name }) => name))('%s is reached by way of the whole', (name) => {
    const [text, secret] = DETECTOR_SAMPLES[name] ?? ['', ''];
    expect(redactText(text)).not.toContain(secret);
    expect(redactText(`it said: ${text}`)).not.toContain(secret);
  });
});
