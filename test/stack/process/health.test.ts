import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prometheusSamples } from '../../../examples/demo/stores.ts';
import { eventually, getJson, nowSeconds, runFixture, stack, theStack } from '../live.ts';

const SERVICE = 'health-test';

interface Streams {
  readonly data: {
    readonly result: readonly {
      readonly stream: Readonly<Record<string, string>>;
      readonly values: readonly (readonly [string, string])[];
    }[];
  };
}

describe.skipIf(!stack)('health and cookies of a process', () => {
  let folder: string;
  let said: Record<string, string>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'otel-media-health-'));
    const env = { OTEL_SERVICE_NAME: SERVICE, OTEL_MEDIA_STATE: join(folder, 'state') };
    said = await runFixture('health_changes', theStack().otlpHttp, env, [folder]);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const value = async (query: string): Promise<number | undefined> => {
    const [sample] = await eventually(
      `${query} has a value`,
      () => prometheusSamples(theStack(), query),
      (found) => found.length > 0,
    );
    return sample?.value;
  };

  const status = (check: string, state: string, over = 'last_over_time'): Promise<number | undefined> =>
    value(
      `${over}(media_health_status_ratio{service_name="${SERVICE}",media_health_check="${check}",media_health_state="${state}"}[10m])`,
    );

  it('are in Prometheus, looked at with the exports alone: critical, and well again', async () => {
    expect(await status('store', 'critical', 'max_over_time')).toBe(1);
    expect(await status('overall', 'critical', 'max_over_time')).toBe(1);
    expect(await status('store', 'ok')).toBe(1);
    expect(await status('store', 'critical')).toBe(0);
    expect(await status('store', 'degraded', 'max_over_time')).toBe(0);
    for (const check of ['system', 'pipeline', 'telemetry', 'overall']) {
      expect(await status(check, 'ok')).toBe(1);
    }
    expect(said).toMatchObject({ status: '503' });
  });

  it('are in Loki, by their changes', async () => {
    const query = `{service_name="${SERVICE}", event_name="media.health.changed"} | media_health_check="store"`;
    const answer = await eventually(
      'both changes are in Loki',
      () =>
        getJson(theStack().loki, '/loki/api/v1/query_range', {
          query,
          start: nowSeconds() - 3600,
          end: nowSeconds() + 60,
        }) as Promise<Streams>,
      ({ data }) => data.result.flatMap(({ values }) => values).length >= 2,
    );
    const lines = answer.data.result
      .flatMap(({ stream, values }) => values.map(([at]) => ({ at: BigInt(at), stream })))
      .sort((one, other) => (one.at < other.at ? -1 : 1));
    expect(
      lines.map(({ stream }) => [
        stream.level,
        stream.media_health_previous_state,
        stream.media_health_state,
      ]),
    ).toEqual([
      ['fatal', 'ok', 'critical'],
      ['info', 'critical', 'ok'],
    ]);
    expect(lines[0]?.stream.media_health_message).toMatch(/^cannot be written at /);
    expect(JSON.stringify(lines.map(({ stream }) => stream))).not.toContain('planted');
  });

  it('say all five facts of the cookies, after a change that was noticed', async () => {
    expect(said.first).toBe('expired');
    const where = `{service_name="${SERVICE}",media_cookies_file_name="watched.txt",media_cookies_site="youtube.com"}`;
    const last = (metric: string) => value(`last_over_time(${metric}${where}[10m])`);
    const expiry = await last('media_cookies_expiry_seconds');
    expect(expiry).toBeGreaterThan(6000);
    expect(expiry).toBeLessThan(7201);
    expect(await last('media_cookies_auth_present_ratio')).toBe(1);
    expect(await last('media_cookies_auth_age_seconds')).toBeLessThan(600);
    expect(await last('media_cookies_age_seconds')).toBeLessThan(600);
    expect(await last('media_cookies_accepted_age_seconds')).toBeLessThan(600);
    expect(await last('media_cookies_rejected_age_seconds')).toBeLessThan(600);
    const fresh = `media_cookies_status_ratio${where.replace('}', ',media_cookies_state="fresh"}')}`;
    expect(await value(`last_over_time(${fresh}[10m])`)).toBe(1);
  });

  it('are told by the stats of the process itself, with nobody in them', () => {
    const { alerts } = JSON.parse(said.alerts ?? '') as { alerts: { event: string; session_id: string }[] };
    const failed = alerts.find(({ event }) => event === 'media.download.attempt.ended');
    expect(failed).toMatchObject({ session_id: 'session-of-the-test', error_code: 'cookies_invalid' });
    expect(alerts.find(({ event }) => event === 'media.session.ended')).toMatchObject({
      user: expect.stringMatching(/^hmac:/),
    });
    expect(JSON.parse(said.stats ?? '')).toMatchObject({
      downloads: { total: 2, succeeded: 1, failed: 1, success_rate: 50 },
      sessions: { total: 1 },
    });
    expect(`${said.alerts}${said.stats}`).not.toContain('planted');
  });
});
