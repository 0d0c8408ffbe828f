import { describe, expect, it } from 'vitest';
import { type HealthFacts, healthReport } from '../../src/health/report.ts';

const now = new Date('2026-11-21T10:00:00.000Z');
const tools = { ytDlpVersion: '2026.10.01', ffmpegAvailable: true };
const last = {
  success: false,
  cookiesUsed: true,
  clientUsed: 'android',
  proxyUsed: true,
  at: new Date('2026-11-21T09:59:00.000Z'),
  durationSeconds: 12.34567,
  hasError: true,
};

function facts(total: number, successes: number): HealthFacts {
  return { tools, attempts: { total, successes, last: total === 0 ? undefined : last }, now };
}

describe('healthReport', () => {
  it('has exactly the fields that were promised', () => {
    expect(healthReport(facts(4, 3), true)).toStrictEqual({
      yt_dlp_version: '2026.10.01',
      ffmpeg_available: true,
      proxy_in_use: true,
      last_download_used_cookies: true,
      last_download_client: 'android',
      download_attempts: {
        has_attempts: true,
        total_attempts: 4,
        success_count: 3,
        success_rate: 0.75,
        last_attempt: {
          success: false,
          cookies_used: true,
          client_used: 'android',
          proxy_used: true,
          timestamp: '2026-11-21T09:59:00.000Z',
          duration_seconds: 12.346,
          has_error: true,
        },
      },
      timestamp: '2026-11-21T10:00:00.000Z',
    });
  });

  it('leaves the attempts out when they are not asked for', () => {
    expect(healthReport(facts(4, 3), false)).not.toHaveProperty('download_attempts');
  });

  it('makes no rate of no attempts', () => {
    const report = healthReport(facts(0, 0), true);
    expect(report).toMatchObject({
      proxy_in_use: false,
      last_download_used_cookies: null,
      last_download_client: null,
    });
    expect(report.download_attempts).toStrictEqual({
      has_attempts: false,
      total_attempts: 0,
      success_count: 0,
      success_rate: null,
      last_attempt: null,
    });
  });

  it.each([
    [3, 1, 0.33],
    [3, 2, 0.67],
    [7, 7, 1],
    [8, 0, 0],
    [200, 1, 0.01],
  ])('of %i attempts, %i good, makes %f', (total, successes, rate) => {
    expect(healthReport(facts(total, successes), true).download_attempts?.success_rate).toBe(rate);
  });

  it('believes the application about its proxy rather than the last attempt', () => {
    expect(healthReport({ ...facts(1, 1), proxyInUse: false }, false).proxy_in_use).toBe(false);
    expect(healthReport({ ...facts(0, 0), proxyInUse: true }, false).proxy_in_use).toBe(true);
  });
});
