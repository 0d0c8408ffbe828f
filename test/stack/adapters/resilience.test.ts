import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LogLine, lokiLines, prometheusSamples, tempoTrace } from '../../../examples/demo/stores.ts';
import { eventually, getJson, nowSeconds, runFixture, stack, theStack } from '../live.ts';

const SERVICE = 'resilience-test';

describe.skipIf(!stack)('a process with breakers, retries, a bulkhead, a cache, a pool and a limiter', () => {
  let folder: string;
  let traceId = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'otel-media-resilience-'));
    const env = { OTEL_SERVICE_NAME: SERVICE, OTEL_MEDIA_STATE: folder };
    const said = await runFixture('resilience', theStack().otlpHttp, env);
    traceId = said.traceId ?? '';
    await eventually(
      'the last of its metrics is in Prometheus',
      () => prometheusSamples(theStack(), last('the_app_sent_bytes_total', '')),
      (samples) => samples.length > 0,
    );
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  // The process has ended: its gauges are what they were last.
  const last = (series: string, where: string) =>
    `last_over_time(${series}{service_name="${SERVICE}"${where}}[15m])`;

  /** The values of a metric for one name, by the label given. */
  const values = async (series: string, kind: string, name: string, by?: string) => {
    const samples = await prometheusSamples(theStack(), last(series, `,media_${kind}_name="${name}"`));
    return Object.fromEntries(samples.map(({ labels, value }) => [by ? labels[by] : '', value]));
  };

  it.each([
    ['site', { closed: 0, open: 1, half_open: 0 }, 12],
    ['metadata', { closed: 0, open: 1, half_open: 0 }, 2],
  ])('tells state, transitions and rejected calls of the breaker %s', async (name, states, rejected) => {
    const by = 'media_circuit_breaker_state';
    expect(await values('media_circuit_breaker_state', 'circuit_breaker', name, by)).toEqual(states);
    expect(await values('media_circuit_breaker_transitions_total', 'circuit_breaker', name, by)).toEqual(
      states,
    );
    expect(await values('media_circuit_breaker_rejected_total', 'circuit_breaker', name)).toEqual({
      '': rejected,
    });
  });

  it('tells retries, their waits and their cost', async () => {
    expect(await values('media_retry_attempts_total', 'retry', 'site')).toEqual({ '': 10 });
    expect(await values('media_retry_given_up_total', 'retry', 'site')).toEqual({ '': 5 });
    expect(await values('media_retry_wait_seconds_count', 'retry', 'site')).toEqual({ '': 10 });
    expect(await values('media_retry_wait_seconds_sum', 'retry', 'site')).toEqual({
      '': expect.closeTo(0.2),
    });
    const cost = await values('media_retry_cost_seconds_total', 'retry', 'site');
    expect(cost['']).toBeGreaterThanOrEqual(0.2 - 1e-9);
  });

  it('tells what time-outs and the bulkhead turned away, and what is free', async () => {
    expect(await values('media_timeout_exceeded_total', 'timeout', 'transcodes')).toEqual({ '': 3 });
    expect(await values('media_bulkhead_rejected_total', 'bulkhead', 'transcodes')).toEqual({ '': 2 });
    expect(await values('media_bulkhead_slots', 'bulkhead', 'transcodes', 'media_bulkhead_slot')).toEqual({
      execution: 2,
      queue: 1,
    });
  });

  it('tells hits, misses, evictions and expirations of the cache, and its hit rate', async () => {
    const of = (what: string, by?: string) => values(`media_cache_${what}`, 'cache', 'video_info', by);
    expect(await of('requests_total', 'media_cache_outcome')).toEqual({ hit: 4, miss: 5 });
    expect(await of('evictions_total')).toEqual({ '': 2 });
    expect(await of('expirations_total')).toEqual({ '': 2 });
    expect(await of('size')).toEqual({ '': 1 });
    expect(await of('capacity')).toEqual({ '': 3 });
  });

  it('tells what the pool has and lends, and who waits', async () => {
    const of = (what: string, by?: string) => values(`media_pool_${what}`, 'pool', 'browsers', by);
    expect(await of('resources', 'media_pool_state')).toEqual({ used: 1, idle: 1, pending: 0 });
    expect(await of('capacity')).toEqual({ '': 3 });
    expect(await of('waiting')).toEqual({ '': 0 });
    expect(await of('errors_total', 'media_pool_operation')).toEqual({ create: 0, destroy: 0 });
  });

  it('tells what the limiter allowed and rejected, and what is left', async () => {
    const of = (what: string, by?: string) =>
      values(`media_rate_limit_${what}`, 'rate_limit', 'per_user', by);
    expect(await of('requests_total', 'media_rate_limit_outcome')).toEqual({
      allowed: 6,
      rejected: 2,
      error: 0,
    });
    expect(await of('remaining')).toEqual({ '': 2 });
  });

  it('tells numbers of the application’s own', async () => {
    const value = async (series: string) => {
      const samples = await prometheusSamples(theStack(), last(series, ''));
      return samples.map((sample) => [sample.labels.station, sample.value]);
    };
    expect(await value('the_app_lag_seconds_sum')).toEqual([[undefined, 7]]);
    expect(await value('the_app_lag_seconds_count')).toEqual([[undefined, 3]]);
    expect(await value('the_app_listeners')).toEqual([['one', 12]]);
    expect(await value('the_app_sent_bytes_total')).toEqual([[undefined, 2048]]);
  });

  it('says in Loki when a breaker opened, as a warning of the trace of the call', async () => {
    const isChange = ({ labels }: LogLine) => labels.event_name === 'media.circuit_breaker.state_changed';
    const lines = await eventually(
      'the change is in Loki',
      () => lokiLines(theStack(), SERVICE, traceId),
      (found) => found.some(isChange),
    );
    expect(lines.filter(isChange).map(({ text, labels }) => ({ text, labels }))).toEqual([
      {
        text: 'circuit breaker is open',
        labels: expect.objectContaining({
          level: 'warn',
          media_circuit_breaker_name: 'site',
          media_circuit_breaker_previous_state: 'closed',
          error_type: 'connection_refused',
          session_id: 'resilient',
        }),
      },
    ]);
    // That of opossum belongs to no trace, as its call did not.
    const query = `{service_name="${SERVICE}", event_name="media.circuit_breaker.state_changed"}`;
    const answer = (await getJson(theStack().loki, '/loki/api/v1/query_range', {
      query,
      start: nowSeconds() - 3600,
      end: nowSeconds() + 60,
    })) as { data: { result: { stream: Record<string, string> }[] } };
    const names = answer.data.result.map(({ stream }) => stream.media_circuit_breaker_name);
    expect(names.sort()).toEqual(['metadata', 'site']);
  });

  it('shows each retry on the span in Tempo', async () => {
    const [span] = await eventually(
      'the trace is in Tempo',
      () => tempoTrace(theStack(), traceId),
      (spans) => spans.length > 0,
    );
    expect(span?.name).toBe('media.session');
    const answer = JSON.stringify(await getJson(theStack().tempo, `/api/v2/traces/${traceId}`));
    expect(answer.split('"media.retry.scheduled"').length - 1).toBe(10);
  });
});
