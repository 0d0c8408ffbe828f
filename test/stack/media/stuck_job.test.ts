import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lokiLines, prometheusSamples, tempoTrace } from '../../../examples/demo/stores.ts';
import { eventually, type Fixture, stack, startFixture, theStack } from '../live.ts';

const SERVICE = 'stuck-job-test';

describe.skipIf(!stack)('a job that is stuck', () => {
  let folder: string;
  let fixture: Fixture;
  let traceId: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'otel-media-stuck-'));
    fixture = startFixture('stuck_job', theStack().otlpHttp, {
      OTEL_SERVICE_NAME: SERVICE,
      OTEL_MEDIA_STATE: folder,
    });
    traceId = (await fixture.said).traceId ?? '';
  });
  afterAll(async () => {
    fixture.child.kill('SIGKILL');
    await fixture.ended;
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['media_job_running_overdue', '', 1],
    ['media_job_timeouts_total', '', 1],
    ['media_job_active', '', 1],
    ['media_job_queue_size', 'media_job_state="queued"', 3],
    ['media_job_queue_waiting', 'media_job_priority="critical"', 2],
    ['media_job_queue_waiting', 'media_job_priority="lowest"', 1],
    ['media_job_queue_capacity', '', 1000],
    ['media_job_worker_busy', '', 3],
    ['media_job_worker_capacity', '', 10],
  ])('is seen in Prometheus while it runs, with its queue: %s{%s} is %i', async (name, where, value) => {
    const query = `${name}{service_name="${SERVICE}",messaging_destination_name="stuck",${where}}`;
    const samples = await eventually(
      query,
      () => prometheusSamples(theStack(), query),
      (found) => found.some((one) => one.value === value),
    );
    expect(samples.map((one) => one.value)).toEqual([value]);
  });

  it('gets older', async () => {
    const query = `media_job_running_age_seconds{service_name="${SERVICE}",media_job_type="thumbnail"}`;
    await eventually(
      query,
      () => prometheusSamples(theStack(), query),
      ([sample]) => (sample?.value ?? 0) > 1,
    );
  });

  it('is told of once in Loki', async () => {
    const lines = await eventually(
      'the event is in Loki',
      () => lokiLines(theStack(), SERVICE, traceId),
      (found) => found.some(({ labels }) => labels.event_name === 'media.job.overdue'),
    );
    const overdue = lines.filter(({ labels }) => labels.event_name === 'media.job.overdue');
    expect(overdue.map(({ labels }) => labels.level)).toEqual(['warn']);
    expect(JSON.stringify(lines)).not.toContain('planted-in-an-id');
  });

  it('is ended as interrupted when its process gets SIGTERM', async () => {
    fixture.child.kill('SIGTERM');
    expect(await fixture.ended).toMatchObject({ exitCode: null, signal: 'SIGTERM' });
    const spans = await eventually(
      'both spans are in Tempo',
      () => tempoTrace(theStack(), traceId),
      (found) => found.length === 2,
    );
    const run = spans.find(({ name }) => name === 'media.job.run');
    expect(run?.attributes).toMatchObject({
      'media.job.state': 'interrupted',
      'media.job.overdue': true,
      'media.job.timeout': 0.1,
    });
    expect(
      JSON.stringify(spans, (_key, value) => (typeof value === 'bigint' ? String(value) : value)),
    ).not.toContain('planted-in-an-id');
  });
});
