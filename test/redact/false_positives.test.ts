import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setRedaction } from '../../src/redact/settings.ts';
import { judged, maskedValues, ordinaryValues, writeMasked } from './masked.ts';

// Titles are looked through by the detectors only where they are kept.
beforeAll(() => setRedaction({ content: 'keep' }));
afterAll(() => setRedaction({ content: 'hash' }));

const MOST_NEEDLESS = 0.005;
// With those below the folders of users: the price of masking these whatever they are called.
const MOST_WITH_RULE = 0.01;

describe('ordinary telemetry', () => {
  it('is masked without need in less than one value of two hundred', () => {
    const masked = maskedValues();
    if (process.env.OTEL_MEDIA_JUDGE) writeMasked(masked);
    const needless = masked.filter(({ verdict }) => verdict === 'needless' || verdict === 'new');
    expect(ordinaryValues().length).toBeGreaterThan(1800);
    expect(
      needless.length / ordinaryValues().length,
      needless.map(({ before }) => before).join('\n'),
    ).toBeLessThan(MOST_NEEDLESS);
    const byRule = masked.filter(({ verdict }) => verdict === 'rule');
    expect((needless.length + byRule.length) / ordinaryValues().length).toBeLessThan(MOST_WITH_RULE);
  });

  it('is masked as it is written down in masked.tsv: OTEL_MEDIA_JUDGE=1 writes it anew', () => {
    expect(maskedValues()).toEqual(judged());
  });
});
