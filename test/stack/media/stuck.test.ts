import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lokiLines, prometheusSamples, tempoTrace } from '../../../examples/demo/stores.ts';
import type { TraceSpan } from '../../../examples/demo/trace_span.ts';
import { thresholds } from '../../../src/registry/thresholds.ts';
import { eventually, type FixtureEnd, stack, startFixture, theStack } from '../live.ts';

const SERVICE = 'stuck-test';
const IN_TIME_MS = (thresholds.execStreamWindowSeconds + 40) * 1000;

describe.skipIf(!stack)(
  'a session that does not end, with a stage that is slow and a stream that falls behind',
  () => {
    let folder: string;
    let traceId: string;
    let end: FixtureEnd;
    let lines: Awaited<ReturnType<typeof lokiLines>>;
    let spans: readonly TraceSpan[];
    const gauges: Record<string, number> = {};

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'otel-media-stuck-'));
      const env = { OTEL_SERVICE_NAME: SERVICE, OTEL_MEDIA_STATE: folder };
      const { child, said, ended } = startFixture('stuck_stage', theStack().otlpHttp, env);
      const { pid } = await said;
      traceId = (await said).traceId ?? '';
      const wanted = ['media.session.stuck', 'media.stage.slow', 'media.exec.slow'];
      lines = await eventually(
        'all warnings are in Loki, while it still runs',
        () => lokiLines(theStack(), SERVICE, traceId),
        (found) => wanted.every((name) => found.some(({ labels }) => labels.event_name === name)),
        IN_TIME_MS,
      );
      for (const name of ['media_sessions_stuck', 'media_session_age_seconds', 'media_stage_age_seconds']) {
        const samples = await eventually(
          `${name} is above 0`,
          () => prometheusSamples(theStack(), `max(${name}{service_name="${SERVICE}"})`),
          (found) => (found[0]?.value ?? 0) > 0,
        );
        gauges[name] = samples[0]?.value ?? 0;
      }
      child.kill('SIGTERM');
      end = await ended;
      // A program outlives the process that started it.
      process.kill(Number(pid), 'SIGKILL');
      spans = await eventually(
        'its spans are in Tempo',
        () => tempoTrace(theStack(), traceId),
        (found) => found.length === 3,
      );
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    const line = (name: string) => lines.filter(({ labels }) => labels.event_name === name);

    it('is told as stuck once, by its id, and counted at every export', () => {
      expect(line('media.session.stuck')).toHaveLength(1);
      expect(line('media.session.stuck')[0]?.labels).toMatchObject({
        level: 'warn',
        session_id: 'session-that-is-stuck',
      });
      expect(gauges.media_sessions_stuck).toBe(1);
      expect(gauges.media_session_age_seconds).toBeGreaterThan(1);
    });

    it('has a slow stage, told while it runs', () => {
      expect(line('media.stage.slow')[0]?.labels).toMatchObject({
        level: 'warn',
        media_stage_name: 'broadcast',
      });
      expect(gauges.media_stage_age_seconds).toBeGreaterThan(0.5);
    });

    it('has a stream that falls behind real time, told while it runs', async () => {
      const [slow, ...more] = line('media.exec.slow');
      expect(more).toEqual([]);
      expect(slow?.labels.level).toBe('warn');
      const speed = Number(slow?.labels.media_exec_speed);
      expect(speed).toBeGreaterThan(0.2);
      expect(speed).toBeLessThan(thresholds.execStreamSpeedRatio);
      const where = `service_name="${SERVICE}",media_exec_streaming="true"`;
      const le = `le="${thresholds.execStreamSpeedRatio}"`;
      const [below] = await prometheusSamples(
        theStack(),
        `sum(last_over_time(media_exec_speed_bucket{${where},${le}}[10m]))`,
      );
      expect(below?.value).toBeGreaterThan(0);
    });

    it('ends by the signal, with stage and program interrupted', () => {
      expect(end).toMatchObject({ exitCode: null, signal: 'SIGTERM' });
      const attributesOf = (name: string) => spans.find((span) => span.name === name)?.attributes;
      expect(attributesOf('media.stage broadcast')).toMatchObject({
        'media.stage.outcome': 'interrupted',
        'media.stage.slow': true,
      });
      expect(attributesOf('media.exec ffmpeg')).toMatchObject({
        'media.exec.outcome': 'interrupted',
        'media.exec.streaming': true,
        'media.exec.slow': true,
      });
    });
  },
);
