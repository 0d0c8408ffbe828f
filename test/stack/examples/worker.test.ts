import { beforeAll, describe, expect, it } from 'vitest';
import { lokiLines, prometheusSamples, tempoTrace } from '../../../examples/demo/stores.ts';
import type { TraceSpan } from '../../../examples/demo/trace_span.ts';
import { isInstalled } from '../../../examples/downloader/installed.ts';
import { canRunRedis } from '../../adapters/redis_server.ts';
import { eventually, stack, theStack } from '../live.ts';
import { runExample } from './run_example.ts';

const WEB = 'worker-example-web';
const WORKER = 'worker-example-worker';
const SLOW = 180_000;

/** Whether the programs that the worker runs are there; says so where they are not, and fails where they must be. */
function canRunPrograms(): boolean {
  const missing = ['yt-dlp', 'ffmpeg'].filter((program) => !isInstalled(program));
  if (missing.length === 0) return true;
  if (process.env.OTEL_MEDIA_REQUIRE_STACK === '1') throw new Error(`not installed: ${missing.join(', ')}`);
  process.stderr.write(`SKIPPED: the worker example, as these are not installed: ${missing.join(', ')}\n`);
  return false;
}

describe.skipIf(!stack || !canRunRedis() || !canRunPrograms())(
  'a web service and a worker with a queue',
  () => {
    /** Of its orders: a download, a question, and a download that fails. */
    let traces: string[];
    let spans: readonly TraceSpan[];

    beforeAll(async () => {
      const env = { OTEL_METRIC_EXPORT_INTERVAL: '1000' };
      const { stdout } = await runExample('worker', theStack().otlpHttp, env);
      traces = (JSON.parse(stdout) as { traces: string[] }).traces;
      spans = await eventually(
        'the whole trace of the download is in Tempo',
        () => tempoTrace(theStack(), traces[0] ?? ''),
        (found) => found.some(({ name }) => name === 'media.exec ffmpeg') && found.some(isRequest),
      );
    }, SLOW);

    const named = (name: string): TraceSpan => {
      const span = spans.find((one) => one.name === name);
      if (span === undefined) throw new Error(`no ${name} among ${spans.map((one) => one.name).join(', ')}`);
      return span;
    };

    it('is one trace: request, queue, worker, session, download, yt-dlp, ffmpeg', () => {
      const request = spans.find(isRequest);
      const [enqueue, run] = [named('media.job.enqueue'), named('media.job.run')];
      const [session, attempt] = [named('media.session'), named('media.download.attempt')];
      expect(spans.filter(({ parentId }) => parentId === undefined)).toEqual([request]);
      expect(enqueue.parentId).toBe(request?.id);
      expect(run.parentId).toBe(enqueue.id);
      expect(session.parentId).toBe(run.id);
      expect(attempt.parentId).toBe(session.id);
      expect(named('media.exec yt-dlp').parentId).toBe(attempt.id);
      expect(named('media.exec ffmpeg').parentId).toBe(session.id);
      expect([enqueue.kind, run.kind]).toEqual(['producer', 'consumer']);
      expect(run.attributes).toMatchObject({
        'messaging.system': 'bullmq',
        'messaging.destination.name': 'media',
        'media.job.type': 'download',
        'media.job.priority': 'critical',
        'media.job.state': 'completed',
      });
    });

    it('shows each attempt at a job that is tried again, in its one trace', async () => {
      const found = await eventually(
        'both runs are in Tempo',
        () => tempoTrace(theStack(), traces[2] ?? ''),
        (all) => all.filter(({ name }) => name === 'media.job.run').length === 2,
      );
      const runs = found
        .filter(({ name }) => name === 'media.job.run')
        .sort((a, b) => Number(a.start - b.start));
      expect(runs.map(({ attributes }) => attributes['media.job.state'])).toEqual(['retrying', 'failed']);
      for (const { attributes, failed } of runs) {
        expect(attributes['error.type']).toBe('server_error');
        expect(failed).toBe(true);
      }
      // What failed, all the way down from the request.
      const names = found.map(({ name }) => name);
      for (const name of ['media.session', 'media.download.attempt', 'media.exec yt-dlp']) {
        expect(names.filter((one) => one === name)).toHaveLength(2);
      }
      expect(found.filter(({ parentId }) => parentId === undefined).map(({ kind }) => kind)).toEqual([
        'server',
      ]);
      expect(runs[1]?.attributes['media.job.retry_wait']).toBeGreaterThan(0.2);
    });

    it.each<[string, Record<string, number>]>([
      [
        `sum by (media_job_state) (media_job_runs_total{service_name="${WORKER}"})`,
        {
          ...{ completed: 2, failed: 1, retrying: 1, cancelled: 0, interrupted: 0 },
        },
      ],
      [
        `sum by (media_job_type) (media_job_enqueued_total{service_name="${WEB}"})`,
        { download: 2, video_info: 1 },
      ],
      [
        `sum by (media_job_priority) (media_job_enqueued_total{service_name="${WEB}"})`,
        {
          ...{ critical: 1, high: 1, lowest: 1 },
        },
      ],
      [`sum by (error_type) (media_job_failures_total{service_name="${WORKER}"})`, { server_error: 2 }],
      [
        `sum by (media_job_type) (media_job_retries_total{service_name="${WORKER}"})`,
        { download: 1, video_info: 0 },
      ],
      [
        `sum by (media_job_type) (media_job_wait_duration_seconds_count{service_name="${WORKER}"})`,
        {
          ...{ download: 2, video_info: 1 },
        },
      ],
      [
        `sum by (media_job_type) (media_job_retry_wait_duration_seconds_count{service_name="${WORKER}"})`,
        {
          download: 1,
        },
      ],
      [
        `sum by (media_job_type) (media_job_retry_cost_duration_seconds_count{service_name="${WORKER}"})`,
        {
          download: 1,
        },
      ],
      [
        `sum by (media_job_type) (media_job_active{service_name="${WORKER}"})`,
        { download: 0, video_info: 0 },
      ],
      [
        `sum by (media_job_type) (media_job_running_overdue{service_name="${WORKER}"})`,
        {
          ...{ download: 0, video_info: 0 },
        },
      ],
      [
        // Whatever states they were in when the service told of its queue last: none is lost, and none is there twice.
        `sum by (messaging_destination_name) (media_job_queue_size{service_name="${WEB}"})`,
        { media: 3 },
      ],
      [
        `sum by (messaging_destination_name) (media_job_queue_capacity{service_name="${WEB}"})`,
        { media: 1000 },
      ],
      [
        `sum by (messaging_destination_name) (media_job_worker_capacity{service_name="${WEB}"})`,
        { media: 10 },
      ],
    ])('is counted exactly in Prometheus: %s', async (query, expected) => {
      const counts = async () =>
        Object.fromEntries(
          (await prometheusSamples(theStack(), query)).map(({ labels, value }) => [
            Object.values(labels)[0] ?? '',
            value,
          ]),
        );
      const found = await eventually(
        query,
        counts,
        (all) => JSON.stringify(sorted(all)) === JSON.stringify(sorted(expected)),
      );
      expect(found).toEqual(expected);
    });

    it('shows when the worker last did something', async () => {
      const query = `time() - max(media_job_worker_last_activity_seconds{service_name="${WORKER}"})`;
      const [sample] = await eventually(
        query,
        () => prometheusSamples(theStack(), query),
        (all) => all.length > 0,
      );
      expect(sample?.value).toBeGreaterThan(-5);
      expect(sample?.value).toBeLessThan(600);
    });

    it('has each change of state in Loki, found by the trace', async () => {
      const changes = async (service: string, trace: string | undefined) =>
        (await lokiLines(theStack(), service, trace ?? '')).filter(
          ({ labels }) => labels.event_name === 'media.job.state_changed',
        );
      const states = (lines: Awaited<ReturnType<typeof changes>>) =>
        lines.map(({ labels }) => labels.media_job_state ?? '');
      const ofWorker = await eventually(
        'the states that the worker tells',
        () => changes(WORKER, traces[2]),
        (lines) => lines.length === 4,
      );
      expect(states(ofWorker).sort()).toEqual(['failed', 'retrying', 'running', 'running']);
      const ofWeb = await eventually(
        'the state that the web service tells',
        () => changes(WEB, traces[2]),
        (lines) => lines.length === 1,
      );
      expect(states(ofWeb)).toEqual(['queued']);
      const failed = ofWorker.find(({ labels }) => labels.media_job_state === 'failed');
      expect(failed?.labels).toMatchObject({ level: 'error', error_type: 'server_error' });
    });
  },
);

function isRequest({ kind }: TraceSpan): boolean {
  return kind === 'server';
}

function sorted(counts: Record<string, number>): [string, number][] {
  return Object.entries(counts).sort(([a], [b]) => a.localeCompare(b));
}
