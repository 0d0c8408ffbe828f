import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setRedaction } from '../../src/redact/policy/settings.ts';
import { judged, maskedValues, ordinaryValues, writeMasked } from './masked.ts';

// Titles are looked through by the detectors only where they are kept.
beforeAll(() => setRedaction({ content: 'keep' }));
afterAll(() => setRedaction({ content: 'hash' }));

const MOST_NEEDLESS = 0.005;

describe('ordinary telemetry', () => {
  it('is masked without need in less than one value of two hundred, of the second part alone as well', () => {
    const masked = maskedValues();
    if (process.env.OTEL_MEDIA_JUDGE) writeMasked(masked);
    const needless = masked.filter(({ verdict }) => verdict === 'needless' || verdict === 'new');
    const values = ordinaryValues();
    expect(values.length).toBeGreaterThan(7000);
    for (const part of ['first', 'second'] as const) {
      const ofPart = needless.filter((one) => one.part === part);
      const all = values.filter((one) => one.part === part);
      expect(ofPart.length / all.length, ofPart.map(({ before }) => before).join('\n')).toBeLessThan(
        MOST_NEEDLESS,
      );
    }
  });

  it('is masked as it is written down in masked.tsv: OTEL_MEDIA_JUDGE=1 writes it anew', () => {
    expect(maskedValues()).toEqual(judged());
  });
});
