import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lokiLines, prometheusSamples, tempoTrace } from '../../../examples/demo/stores.ts';
import type { TraceSpan } from '../../../examples/demo/trace_span.ts';
import { STAGES } from '../../../src/registry/stage.ts';
import { eventually, stack, theStack } from '../live.ts';
import { runExample } from './run_example.ts';

const SERVICE = 'pipeline-test';

describe.skipIf(!stack)('the pipeline of examples/, which runs real ffmpeg', () => {
  let folder: string;
  let good = '';
  let bad = '';
  let goodSpans: readonly TraceSpan[] = [];
  let badSpans: readonly TraceSpan[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'otel-media-pipeline-test-'));
    // All that it writes to disk goes to the folder.
    const { stdout } = await runExample('pipeline', theStack().otlpHttp, {
      TMPDIR: folder,
      OTEL_SERVICE_NAME: SERVICE,
      OTEL_METRIC_EXPORT_INTERVAL: '1000',
      OTEL_MEDIA_STATE: folder,
    });
    [good = '', bad = ''] = [...stdout.matchAll(/trace ([0-9a-f]{32})/g)].map((match) => match[1]);
    expect(bad, stdout).toMatch(/^[0-9a-f]{32}$/);
    const whole = (id: string, size: number) =>
      eventually(
        `trace ${id} is in Tempo`,
        () => tempoTrace(theStack(), id),
        (found) => found.length >= size,
      );
    goodSpans = await whole(good, 16);
    badSpans = await whole(bad, 13);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const only = (spans: readonly TraceSpan[], name: string): TraceSpan => {
    const [span, ...more] = spans.filter((one) => one.name === name);
    if (span === undefined || more.length > 0) throw new Error(`${more.length + 1} of ${name}, or none`);
    return span;
  };

  it('is one trace: session, seven stages below it, an ffmpeg below each that has one', () => {
    const session = only(goodSpans, 'media.session');
    expect(session.parentId).toBe(undefined);
    expect(goodSpans).toHaveLength(16);
    const programs = STAGES.map((name) => {
      const stage = only(goodSpans, `media.stage ${name}`);
      expect(stage.parentId, name).toBe(session.id);
      expect(stage.attributes).toMatchObject({ 'media.stage.name': name, 'media.stage.outcome': 'success' });
      return goodSpans.filter((one) => one.name === 'media.exec ffmpeg' && one.parentId === stage.id).length;
    });
    expect(Object.fromEntries(STAGES.map((name, at) => [name, programs[at]]))).toEqual({
      upload: 2,
      analysis: 2,
      preparation: 2,
      merging: 1,
      compression: 1,
      storage_upload: 0,
      cleanup: 0,
    });
  });

  it('tells what each stage did, and each ffmpeg', () => {
    expect(only(goodSpans, 'media.stage merging').attributes).toMatchObject({
      'media.stage.file_count': 1,
      'media.stage.size_in': expect.any(Number),
      'media.stage.size_out': expect.any(Number),
      'user.id': expect.stringMatching(/^hmac:/),
    });
    const compression = only(goodSpans, 'media.stage compression');
    const program = goodSpans.find((one) => one.parentId === compression.id);
    expect(program?.attributes).toMatchObject({
      'media.exec.outcome': 'success',
      'media.exec.frame_count': expect.any(Number),
      'media.exec.speed': expect.any(Number),
      'media.exec.output_time': expect.any(Number),
    });
    // Two clips of 2 s at 25 a second, give or take what this ffmpeg adds at their ends.
    expect(Number(program?.attributes['media.exec.frame_count'])).toBeGreaterThan(90);
    const upload = only(goodSpans, 'media.stage upload');
    const recording = goodSpans.find((one) => one.parentId === upload.id);
    expect(recording?.attributes['media.exec.streaming']).toBe(true);
    expect(compression.attributes['media.stage.slow']).toBe(true);
  });

  it('has the warning of the slow stage in Loki, from before its end', async () => {
    const lines = await eventually(
      'both lines are in Loki',
      () => lokiLines(theStack(), SERVICE, good),
      (found) =>
        found.some(({ labels }) => labels.event_name === 'media.stage.slow') &&
        found.some(({ text }) => text === 'stage compression ended: success, slow'),
    );
    const warning = lines.find(({ labels }) => labels.event_name === 'media.stage.slow');
    expect(warning?.text).toBe('stage compression is slow: still running after 0.02 s');
    expect(warning?.labels).toMatchObject({
      level: 'warn',
      media_stage_name: 'compression',
      media_stage_threshold: '0.02',
    });
    expect(warning?.labels.span_id).toBe(only(goodSpans, 'media.stage compression').id);
  });

  it('of the session that fails has the stage that failed, with its context and the host', async () => {
    const merging = only(badSpans, 'media.stage merging');
    const why = { 'error.type': 'file_not_found', 'media.error.category': 'io' };
    expect(merging.failed).toBe(true);
    expect(merging.attributes).toMatchObject({ ...why, 'media.stage.outcome': 'failure' });
    expect(only(badSpans, 'media.session').attributes).toMatchObject({
      ...why,
      'media.session.error_count': 1,
    });
    expect(
      badSpans.filter(({ name }) => name.startsWith('media.stage')).map(({ name }) => name),
    ).toHaveLength(5);
    expect(only(badSpans, 'media.stage cleanup').attributes['media.stage.outcome']).toBe('success');
    const lines = await eventually(
      'the failure is in Loki',
      () => lokiLines(theStack(), SERVICE, bad),
      (found) => found.some(({ text }) => text.startsWith('stage merging ended')),
    );
    const ended = lines.find(({ text }) => text.startsWith('stage merging ended'));
    expect(ended?.text).toBe('stage merging ended: failure, file_not_found');
    expect(ended?.labels).toMatchObject({
      level: 'error',
      error_type: 'file_not_found',
      media_stage_context: '{"clips":2,"container":"mkv"}',
      exception_type: 'ProgramError',
      media_host_cpu_utilization: expect.stringMatching(/^[01](\.\d+)?$/),
      media_host_memory_utilization: expect.stringMatching(/^0\.\d+$/),
      media_host_disk_utilization: expect.stringMatching(/^0\.\d+$/),
      media_host_load: expect.stringMatching(/^\d+(\.\d+)?$/),
    });
  });

  const values = async (expression: string, ...labels: string[]): Promise<Record<string, number>> => {
    const samples = await prometheusSamples(theStack(), expression);
    return Object.fromEntries(
      samples.map((one) => [labels.map((label) => one.labels[label] ?? '').join(' '), one.value]),
    );
  };
  const last = (name: string, by: string) =>
    `sum by (${by}) (last_over_time(${name}{service_name="${SERVICE}"}[10m]))`;

  it('is counted in Prometheus, exactly', async () => {
    const outcome = 'media_stage_name, media_stage_outcome';
    const expected = {
      'upload success': 2,
      'analysis success': 2,
      'preparation success': 2,
      'merging success': 1,
      'merging failure': 1,
      'compression success': 1,
      'storage_upload success': 1,
      'cleanup success': 2,
    };
    const labels = ['media_stage_name', 'media_stage_outcome'];
    await eventually(
      'all stages are counted',
      () => values(last('media_stages_total', outcome), ...labels),
      (found) => Object.values(found).reduce((sum, value) => sum + value, 0) >= 12,
    );
    expect(await values(last('media_stages_total', outcome), ...labels)).toEqual(expected);
    expect(await values(last('media_stage_duration_seconds_count', outcome), ...labels)).toEqual(expected);
    expect(
      await values(last('media_cleanup_removed_total', 'media_cleanup_kind'), 'media_cleanup_kind'),
    ).toEqual({
      file: 9,
      task: 2,
    });
    expect(await values(last('media_stages_slow_total', 'media_stage_name'), 'media_stage_name')).toEqual({
      compression: 1,
    });
    expect(
      await values(last('media_exec_duration_seconds_count', 'media_exec_outcome'), 'media_exec_outcome'),
    ).toEqual({ success: 14, failure: 1 });
    expect(await values(last('media_stage_active', 'service_name'), 'service_name')).toEqual({
      [SERVICE]: 0,
    });
    expect(await values(last('media_sessions_stuck', 'service_name'), 'service_name')).toEqual({
      [SERVICE]: 0,
    });
    const speeds = await values(
      last('media_exec_speed_count', 'media_exec_streaming'),
      'media_exec_streaming',
    );
    expect(speeds.true).toBe(4);
  });

  it.each([
    'system_cpu_utilization_ratio',
    'system_memory_utilization_ratio',
    'system_memory_usage_bytes',
    'system_filesystem_utilization_ratio',
    'system_filesystem_usage_bytes',
    'process_cpu_time_seconds_total',
    'process_cpu_utilization_ratio',
    'process_memory_usage_bytes',
    'process_uptime_seconds',
    'nodejs_eventloop_delay_p99_seconds',
    'nodejs_eventloop_utilization_ratio',
    'media_stage_age_seconds',
    'media_session_age_seconds',
    'media_exec_frames_total',
    'media_exec_output_time_seconds_total',
    'media_stage_size_bytes_sum',
  ])('has the host beside it in Prometheus: %s', async (name) => {
    const samples = await eventually(
      'it is there',
      () => prometheusSamples(theStack(), `last_over_time(${name}{service_name="${SERVICE}"}[10m])`),
      (found) => found.length > 0,
    );
    for (const { value } of samples) expect(value).toBeGreaterThanOrEqual(0);
    if (/_(?:utilization)_ratio$/.test(name))
      for (const { value } of samples) expect(value).toBeLessThanOrEqual(1);
  });

  it('left nothing for the Collector to mask, where another did', async () => {
    const late = (service: string) =>
      prometheusSamples(
        theStack(),
        `sum by (otel_media_signal, otel_media_redaction_family) (last_over_time(otel_media_redaction_late_total{service_name="${service}"}[10m]))`,
      );
    await sendSecret(theStack().otlpHttp, `${SERVICE}-other`);
    await eventually(
      'what the other let through is counted',
      () => late(`${SERVICE}-other`),
      (found) => (found[0]?.value ?? 0) > 0,
    );
    expect(await late(SERVICE)).toEqual([]);
  });
});

/** A log line with a secret in it, of a service that does not redact. */
async function sendSecret(otlp: string, service: string): Promise<void> {
  const text = (stringValue: string) => ({ stringValue });
  const record = {
    timeUnixNano: `${Date.now()}000000`,
    body: text('no attributes'),
    attributes: [{ key: 'url', value: text('https://user:planted@example.org/') }],
  };
  const resource = { attributes: [{ key: 'service.name', value: text(service) }] };
  const body = { resourceLogs: [{ resource, scopeLogs: [{ logRecords: [record] }] }] };
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${otlp}/v1/logs`, { method: 'POST', headers, body: JSON.stringify(body) });
  expect(answer.status).toBe(200);
}
