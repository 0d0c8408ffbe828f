import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { attemptTotals, timeAttempts } from '../../../src/media/download/attempt_totals.ts';
import { download } from '../../../src/media/download/download.ts';

// No SDK is registered in this file: nothing here makes a signal.
describe('a download without an SDK', () => {
  it('is counted; before anybody shows times, its duration is not known', async () => {
    await download({ client: 'web' }, () => sleep(5));
    expect(attemptTotals()).toMatchObject({ total: 1, successes: 1, last: { success: true } });
    expect(attemptTotals().last?.durationSeconds).toBeUndefined();
    expect(Math.abs((attemptTotals().last?.at.getTime() ?? 0) - Date.now())).toBeLessThan(60_000);
  });

  it('is timed once somebody does', async () => {
    timeAttempts();
    await expect(
      download({ client: 'tv', proxy: true, cookies: true }, async () => {
        await sleep(20);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    const { total, successes, last } = attemptTotals();
    expect({ total, successes }).toEqual({ total: 2, successes: 1 });
    expect(last).toMatchObject({ success: false, hasError: true, clientUsed: 'tv', proxyUsed: true });
    expect(last?.durationSeconds).toBeGreaterThanOrEqual(0.019);
  });

  it('tells apart what threw nothing from what threw undefined', async () => {
    await expect(download({}, () => Promise.reject(undefined))).rejects.toBeUndefined();
    expect(attemptTotals().last?.success).toBe(false);
    await download({}, (attempt) => attempt.failed(undefined));
    expect(attemptTotals().last?.success).toBe(false);
    expect(await download({}, (attempt) => attempt.step('primary', { client: 'ios' }, () => 7))).toBe(7);
    expect(attemptTotals().last).toMatchObject({ success: true, clientUsed: 'ios' });
  });
});
