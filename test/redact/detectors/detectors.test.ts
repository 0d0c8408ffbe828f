import { describe, expect, it } from 'vitest';
import { collectorDetectors, DETECTORS, processDetectors } from '../../../src/redact/detectors/all.ts';
import { stepOf } from '../../../src/redact/detectors/compiled.ts';
import { FAMILIES } from '../../../src/redact/detectors/detector.ts';
import { redactText } from '../../../src/redact/text/text.ts';
import { DETECTOR_SAMPLES } from '../detector_samples.ts';

const all = DETECTORS.map((detector) => [detector.name, detector] as const);

const missing = (): never => {
  throw new Error('no such detector');
};

// What may stand in a text beside what is looked for.
const MORE = [
  ...[' ', '  ', '     ', ':', ': ', ' : ', '=', '|', '\t', ',', '/', '1', 'x1', 'is ', 'was', ' of '],
  ...['"', "'", '`', '\\', '\\"', 'a"b', `a"b'c`, '\n', '{', '****', 'name', '“', 'x'.repeat(41)],
];

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
