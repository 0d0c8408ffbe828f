import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lokiLines, prometheusSamples, tempoTrace } from '../../../examples/demo/stores.ts';
import type { TraceSpan } from '../../../examples/demo/trace_span.ts';
import { eventually, getJson, nowSeconds, runFixture, stack, theStack } from '../live.ts';

const SERVICE = 'arrival-test';

describe.skipIf(!stack)('a download that failed both ways', () => {
  let folder: string;
  let traceId: string;
  let spans: readonly TraceSpan[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'otel-media-arrival-'));
    const env = { OTEL_SERVICE_NAME: SERVICE, OTEL_MEDIA_STATE: folder };
    const said = await runFixture('failed_download', theStack().otlpHttp, env, [folder]);
    traceId = said.traceId ?? '';
    spans = await eventually(
      'the whole trace is in Tempo',
      () => tempoTrace(theStack(), traceId),
      (found) => found.length >= 7,
    );
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const named = (name: string): TraceSpan => {
    const span = spans.find((one) => one.name === name);
    if (span === undefined) throw new Error(`no ${name} among ${spans.map((one) => one.name).join(', ')}`);
    return span;
  };

  it('is a trace in Tempo, each span below the right one', () => {
    const session = named('media.session');
    const attempt = named('media.download.attempt');
    const primary = named('media.download.step primary');
    const fallback = named('media.download.step fallback');
    expect(session.parentId).toBeUndefined();
    expect(named('media.cookies.check').parentId).toBe(session.id);
    expect(attempt.parentId).toBe(session.id);
    expect([primary.parentId, fallback.parentId]).toEqual([attempt.id, attempt.id]);
    const call = spans.find(({ kind, name }) => kind === 'client' && !name.startsWith('media.'));
    expect(call?.parentId).toBe(primary.id);
    expect(named('media.exec sh').parentId).toBe(fallback.id);
  });

  it('says why, at each step', () => {
    expect(named('media.download.attempt').attributes).toMatchObject({
      'error.type': 'private',
      'media.download.outcome': 'failure',
      'media.download.client': 'tv',
      'media.download.cookies_used': true,
      'media.video.id': 'dQw4w9Wg...',
      'session.id': 'session-of-the-test',
    });
    expect(named('media.download.step primary').attributes).toMatchObject({
      'media.download.step': 'primary',
      'media.download.client': 'web',
    });
    expect(named('media.download.step primary').attributes['error.type']).toMatch(/forbidden|403/);
    expect(named('media.exec sh').attributes).toMatchObject({
      'error.type': 'private',
      'process.exit.code': 1,
    });
    expect(spans.filter(({ failed }) => failed).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['media.session', 'media.download.attempt', 'media.exec sh']),
    );
  });

  it('has its log lines in Loki, found by its trace id', async () => {
    const wanted = ['media.session.ended', 'media.download.attempt.ended', 'media.exec.ended'];
    const lines = await eventually(
      'all events are in Loki',
      () => lokiLines(theStack(), SERVICE, traceId),
      (found) => wanted.every((name) => found.some(({ labels }) => labels.event_name === name)),
    );
    for (const { labels } of lines) expect(labels.span_id).toMatch(/^[0-9a-f]{16}$/);
    const ended = lines.find(({ labels }) => labels.event_name === 'media.download.attempt.ended');
    expect(ended?.labels).toMatchObject({ level: 'error', error_type: 'private' });
    expect(ended?.labels.span_id).toBe(named('media.download.attempt').id);
  });

  it('gives the lines of the application the id of the trace', async () => {
    const lines = await lokiLines(theStack(), SERVICE, traceId);
    const own = lines.find(({ text }) => text === 'a line of the application itself');
    expect(own?.labels.span_id).toBe(named('media.session').id);
  });

  it('is counted in Prometheus, by its labels', async () => {
    const where =
      `service_name="${SERVICE}",media_download_client="tv",media_download_outcome="failure",` +
      'media_download_cookies_used="true",error_type="private"';
    const samples = await eventually(
      'the attempt is counted',
      () => prometheusSamples(theStack(), `media_download_attempts_total{${where}}`),
      (found) => found.length > 0,
    );
    expect(samples.map(({ value }) => value)).toEqual([1]);
  });

  it('tells that a proxy was used, and nothing else of it', async () => {
    const where = `service_name="${SERVICE}",media_download_proxy_used="true"`;
    const samples = await prometheusSamples(theStack(), `media_download_attempts_total{${where}}`);
    expect(samples.map(({ value }) => value)).toEqual([1]);
    const all = await prometheusSamples(theStack(), `{service_name="${SERVICE}"}`);
    expect(all.length).toBeGreaterThan(10);
    expect(JSON.stringify([all, spans.map(({ attributes }) => attributes)])).not.toMatch(
      /Ahgh7oox|alice|proxy\.example|:3128/,
    );
  });

  it('is found by TraceQL', async () => {
    const q = `{ resource.service.name = "${SERVICE}" && name = "media.download.attempt" && span.error.type = "private" }`;
    const answer = await eventually(
      'the search finds the trace',
      () => getJson(theStack().tempo, '/api/search', { q, limit: 5 }) as Promise<Search>,
      ({ traces = [] }) => traces.length > 0,
    );
    // Tempo leaves leading zeros out.
    expect(answer.traces?.[0]?.traceID.padStart(32, '0')).toBe(traceId);
  });

  it('is found from a number: the exemplar of its duration leads to it', async () => {
    const query = `traces_span_metrics_duration_seconds_bucket{service_name="${SERVICE}",span_name="media.download.attempt"}`;
    const answer = await eventually(
      'there is an exemplar',
      () =>
        getJson(theStack().prometheus, '/api/v1/query_exemplars', {
          query,
          start: nowSeconds() - 3600,
          end: nowSeconds() + 60,
        }) as Promise<Exemplars>,
      ({ data }) => data.length > 0,
    );
    const ids = answer.data.flatMap(({ exemplars }) => exemplars.map(({ labels }) => labels.trace_id));
    expect(ids).toContain(traceId);
  });
});

interface Search {
  readonly traces?: readonly { readonly traceID: string }[];
}

interface Exemplars {
  readonly data: readonly { readonly exemplars: readonly { readonly labels: Record<string, string> }[] }[];
}
