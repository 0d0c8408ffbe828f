import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { opens } from '../../../src/generate/collector/gate.ts';
import { entryOf, groupGate, NO_ASSIGNMENTS } from '../../../src/generate/collector/gates.ts';
import { asking } from '../../../src/generate/collector/ottl.ts';
import { unitsOf } from '../../../src/generate/collector/units.ts';
import { collectorDetectors } from '../../../src/redact/detectors/all.ts';
import { DETECTOR_SAMPLES } from '../../redact/detector_samples.ts';
import { SECRET_KINDS } from '../../redact/secret_kinds.ts';
import { SEED } from '../../seeds.ts';

const withoutOthers = (small: string) =>
  NO_ASSIGNMENTS.reduce((text, [found, left]) => text.replaceAll(new RegExp(found, 'g'), left), small);

const asked = [...unitsOf(), ...unitsOf(true)].flatMap(({ group, detectors }) =>
  detectors.map(({ detector, gate }) => ({
    name: detector.name,
    gate,
    group: group && groupGate(group),
    text: group === 'assigned' ? withoutOthers : (small: string) => small,
    finds: new RegExp(detector.source, detector.caseMatters ? '' : 'i'),
    // Where the Collector takes small letters for all, it has to find the same.
    small: detector.caseMatters ? undefined : new RegExp(asking(detector)),
  })),
);

/** As the Collector has it before it asks: what JSON escapes is read as it is, and the first line is empty. */
const asRead = (text: string) => `\n\n${text.replaceAll(/\\u0026/gi, '&').replaceAll(NO_SPACE_IN_GO, ' ')}`;
const NO_SPACE_IN_GO = /[^\S\t\n\f\r ]/g;

function isOpen({ group, gate, text }: (typeof asked)[number], small: string): boolean {
  return opens(gate, small) && (group === undefined || opens(group, text(small)));
}

function shut(text: string): string[] {
  const read = asRead(text);
  const small = read.toLowerCase();
  return asked
    .filter(({ finds }) => finds.test(read))
    .filter((one) => !isOpen(one, small) || one.small?.test(small) === false)
    .map(({ name }) => name);
}

describe('the gates before the detectors', () => {
  it.each(collectorDetectors.map((one) => [one.name, one] as const))(
    'let through what %s finds',
    (_name, { source, caseMatters }) => {
      // What has no letters cannot be made up by the library, and none of it is needed to find the rest.
      const found = source.replaceAll(/(?<!\\)\\b/g, '');
      fc.assert(
        fc.property(fc.stringMatching(new RegExp(found)), (text) => {
          expect(shut(text)).toEqual([]);
          if (!caseMatters) expect(shut(text.toUpperCase())).toEqual([]);
        }),
        { seed: SEED, numRuns: 300 },
      );
    },
  );

  it.each(SECRET_KINDS)('let through secrets of the kind $name', ({ planted }) => {
    fc.assert(
      fc.property(planted, ({ text }) => {
        expect(shut(text)).toEqual([]);
      }),
      { seed: SEED, numRuns: 50 },
    );
  });

  it('let through the samples of all detectors', () => {
    for (const [text] of Object.values(DETECTOR_SAMPLES)) expect(shut(text)).toEqual([]);
  });

  it('know every cookie that the detector needs', () => {
    const cookies = collectorDetectors.filter(({ name }) => name === 'session_cookie');
    expect(cookies).toHaveLength(1);
    for (const cookie of cookies) {
      for (const need of cookie.needs) expect(opens(entryOf(cookie).gate, need), need).toBe(true);
    }
  });

  it('stay shut to what most texts are', () => {
    const opened = (text: string) => asked.filter((one) => isOpen(one, asRead(text))).map(({ name }) => name);
    expect(opened('video unavailable')).toEqual([]);
    expect(opened('a longer sentence (with brackets) that says nothing much about anybody.')).toEqual([]);
  });
});
