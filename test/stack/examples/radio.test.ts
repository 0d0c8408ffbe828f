import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lokiLines, prometheusSamples, tempoTrace } from '../../../examples/demo/stores.ts';
import { eventually, getJson, nowSeconds, stack, theStack } from '../live.ts';
import { runExample } from './run_example.ts';

const SERVICE = 'radio-test';

/** As much as the process that is killed may take with it, of what it had played: a bit more than an export interval. */
const LOST_SECONDS = 1.5;

interface Line {
  readonly stream: Record<string, string>;
}

describe.skipIf(!stack)('a radio: six plays, of which one is broken off by a crash', () => {
  let folder: string;
  let output: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'otel-media-radio-test-'));
    const env = { TMPDIR: folder, OTEL_SERVICE_NAME: SERVICE };
    output = (await runExample('radio', theStack().otlpHttp, env)).stdout;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const lines = async (event: string): Promise<Record<string, string>[]> => {
    const query = `{service_name="${SERVICE}", event_name="${event}"}`;
    const range = { start: nowSeconds() - 1800, end: nowSeconds() + 60, limit: 100, direction: 'forward' };
    const answer = await getJson(theStack().loki, '/loki/api/v1/query_range', { query, ...range });
    return (answer as { data: { result: Line[] } }).data.result.map(({ stream }) => stream);
  };
  const sums = async (metric: string, by: string): Promise<Record<string, number>> => {
    // The last value of each instance: the one that was killed counts like the one after it.
    const where = `${metric}{service_name="${SERVICE}",media_play_station="main"}`;
    const samples = await prometheusSamples(theStack(), `sum by (${by}) (last_over_time(${where}[15m]))`);
    return Object.fromEntries(samples.map(({ labels, value }) => [labels[by] ?? '', value]));
  };
  const total = async (metric: string) => (await sums(metric, 'media_play_station')).main ?? 0;

  it('has each play in Loki, started and ended, with the id of its trace', async () => {
    const started = await eventually(
      'all starts are there',
      () => lines('media.play.started'),
      (found) => found.length >= 6,
    );
    const ended = await eventually(
      'all ends are there',
      () => lines('media.play.ended'),
      (found) => found.length >= 6,
    );
    expect(started).toHaveLength(6);
    expect(ended).toHaveLength(6);
    const traces = (found: Record<string, string>[]) => found.map(({ trace_id }) => trace_id).sort();
    expect(traces(ended)).toEqual(traces(started));
    expect(new Set(traces(started)).size).toBe(6);
    // The same song twice has one track key, and nobody can read it.
    expect(new Set(started.map((one) => one.media_play_track_key)).size).toBe(5);
    for (const one of [...started, ...ended]) {
      expect(one).toMatchObject({ media_play_expected_duration: '1', media_play_station: 'main' });
      expect(one.media_play_song_id).toMatch(/^hmac:/);
      expect(one.media_play_metadata).toContain('"playlist":"default"');
    }
    for (const { media_play_track_key: key } of started) expect(key).toMatch(/^hmac:[0-9a-f]{16}$/);
    expect(JSON.stringify([started, ended])).not.toContain('The Examples');
  });

  it('has each play in Tempo, also the one whose process was killed, in its own trace', async () => {
    const ended = await eventually(
      'all ends are there',
      () => lines('media.play.ended'),
      (found) => found.length >= 6,
    );
    const outcomes: Record<string, number> = {};
    for (const { trace_id = '', media_play_outcome: outcome = '' } of ended) {
      const spans = await eventually(
        'the play is in Tempo',
        () => tempoTrace(theStack(), trace_id),
        (found) => found.some(({ name }) => name === 'media.play'),
      );
      const play = spans.find(({ name }) => name === 'media.play');
      expect(play?.attributes).toMatchObject({ 'media.play.outcome': outcome, 'media.play.station': 'main' });
      expect(play?.attributes['media.play.recovered']).toBe(outcome === 'interrupted' ? true : undefined);
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    }
    expect(outcomes).toEqual({ success: 4, failure: 1, interrupted: 1 });
  });

  it('has the errors in the traces of their plays', async () => {
    const failed = (await lines('media.play.ended')).find((one) => one.media_play_outcome === 'failure');
    const inTrace = await lokiLines(theStack(), SERVICE, failed?.trace_id ?? '');
    const error = inTrace.find(({ labels }) => labels.event_name === 'media.error');
    expect(error?.labels).toMatchObject({
      media_error_component: 'play',
      media_operation: 'play',
      level: 'error',
    });
  });

  it('is counted in Prometheus, exactly', async () => {
    const outcomes = await eventually(
      'all plays are counted',
      () => sums('media_plays_total', 'media_play_outcome'),
      (found) => Object.values(found).reduce((sum, value) => sum + value, 0) >= 6,
    );
    expect(outcomes).toEqual({ success: 4, failure: 1, interrupted: 1 });
    expect(await sums('media_plays_total', 'media_play_has_errors')).toEqual({ false: 4, true: 2 });
    expect(await total('media_play_attempts_total')).toBe(6);
    expect(await total('media_play_errors_total')).toBe(2);
    // Five plays had one before them; those after the silence and after the crash began late.
    expect(await total('media_play_gap_duration_seconds_count')).toBe(5);
    const late = await prometheusSamples(
      theStack(),
      `sum(last_over_time(media_play_gap_duration_seconds_count{service_name="${SERVICE}"}[15m])) - sum(last_over_time(media_play_gap_duration_seconds_bucket{service_name="${SERVICE}",le="0.1"}[15m]))`,
    );
    expect(late.map(({ value }) => value)).toEqual([2]);
  });

  it('has played as many seconds as were on air, but for what the crash took', async () => {
    const aired = Number(/([\d.]+) seconds/.exec(output)?.[1]);
    const played = await eventually(
      'the last play has ended',
      () => total('media_play_time_seconds_total'),
      (found) => found > aired - LOST_SECONDS,
    );
    expect(played).toBeLessThan(aired + 0.5);
    expect(played).toBeGreaterThan(aired - LOST_SECONDS);
  });
});
