import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prometheusSamples } from '../../../examples/demo/stores.ts';
import { eventually, type Fixture, stack, startFixture, theStack } from '../live.ts';

const SERVICE = 'play-test';

describe.skipIf(!stack)('a station that plays, fails, and falls silent', () => {
  let folder: string;
  let fixture: Fixture;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'otel-media-play-'));
    const env = { OTEL_SERVICE_NAME: SERVICE, OTEL_MEDIA_STATE: folder };
    fixture = startFixture('some_plays', theStack().otlpHttp, env);
    await fixture.said;
  });
  afterAll(async () => {
    fixture.child.kill('SIGUSR2');
    await fixture.ended;
    rmSync(folder, { recursive: true, force: true });
  });

  const value = async (metric: string, station: string, more = '') => {
    const where = `${metric}{service_name="${SERVICE}",media_play_station="${station}"${more}}`;
    const samples = await prometheusSamples(theStack(), `sum(${where})`);
    return samples[0]?.value;
  };
  const of = (metric: string, station: string, willDo: (found: number) => boolean) =>
    eventually(
      `${metric} is in Prometheus`,
      () => value(metric, station),
      (found) => found !== undefined && willDo(found),
    );

  it('has how its plays ended, before and after their start', async () => {
    await of('media_plays_total', 'player', (found) => found === 3);
    for (const outcome of ['success', 'start_failure', 'exit_before_start']) {
      expect(await value('media_plays_total', 'player', `,media_play_outcome="${outcome}"`)).toBe(1);
    }
    expect(await value('media_play_errors_total', 'player', ',error_type="connection_refused"')).toBe(1);
  });

  it('has the time to the start, and the stalls, as the player told them', async () => {
    expect(await of('media_play_startup_duration_seconds_sum', 'player', () => true)).toBeCloseTo(0.75, 5);
    expect(await of('media_play_stall_duration_seconds_count', 'player', () => true)).toBe(2);
    expect(await of('media_play_stall_duration_seconds_sum', 'player', () => true)).toBeCloseTo(2, 5);
    expect(await of('media_play_completion_count', 'player', () => true)).toBe(1);
  });

  it('shows that it is silent, while it is', async () => {
    expect(await of('media_play_silence_seconds', 'player', (found) => found > 1)).toBeGreaterThan(1);
    expect(await value('media_play_active', 'player')).toBe(0);
  });

  it('shows a play that goes on beyond its end', async () => {
    expect(await of('media_play_overrun_seconds', 'forgotten', (found) => found > 60)).toBeGreaterThan(60);
    expect(await value('media_play_active', 'forgotten')).toBe(1);
    expect(await value('media_play_silence_seconds', 'forgotten')).toBe(0);
  });
});
