import { logs, metrics, trace } from '@opentelemetry/api';
import { ExportResultCode } from '@opentelemetry/core';
import { afterEach, expect, it, vi } from 'vitest';
import { exportResults } from '../../src/emit/export_results.ts';
import type { OtelMedia } from '../../src/handle.ts';
import { health } from '../../src/health/health.ts';
import { resolveOptions } from '../../src/options/resolve_options.ts';
import type { Exporters } from '../../src/pipeline/exporters.ts';
import { start } from '../../src/start.ts';

type Result = { code: ExportResultCode; error?: Error };

let running: OtelMedia | undefined;
afterEach(async () => {
  await running?.shutdown();
  for (const api of [trace, metrics, logs]) api.disable();
  vi.unstubAllEnvs();
});

// Whatever they are given, they answer with this.
let answer: Result = { code: ExportResultCode.SUCCESS };
let slow = false;
const exporter = {
  export: (_items: unknown, done: (result: Result) => void) => {
    if (slow) setTimeout(() => done(answer), 20);
    else done(answer);
  },
  forceFlush: async () => {},
  shutdown: async () => {},
};

function begin(): OtelMedia {
  const settings = {
    serviceName: 'test',
    startupLine: false,
    flushOnExit: false,
    hashKey: 'a key of the tests',
  };
  const { options } = resolveOptions({ ...settings, logLevel: 'none', shutdownTimeoutSeconds: 1 }, {});
  running = start(options, { traces: exporter, metrics: exporter, logs: exporter } as Exporters);
  return running;
}

function make(count: number): void {
  for (let at = 0; at < count; at += 1) {
    trace.getTracer('t').startSpan('s').end();
    logs.getLogger('t').emit({ body: 'b' });
  }
}

it('what fails, what is dropped and what gets through is known, and health says so', async () => {
  vi.stubEnv('OTEL_BSP_MAX_QUEUE_SIZE', '10');
  vi.stubEnv('OTEL_BSP_MAX_EXPORT_BATCH_SIZE', '10');
  vi.stubEnv('OTEL_BLRP_MAX_QUEUE_SIZE', '10');
  vi.stubEnv('OTEL_BLRP_MAX_EXPORT_BATCH_SIZE', '10');
  const handle = begin();
  using one = health({ system: false, tempDir: false, pipeline: false, maxAgeSeconds: 0 });
  make(5);
  await handle.forceFlush();
  expect(exportResults().get('traces')).toMatchObject({
    delivered: 5,
    failed: 0,
    dropped: 0,
    failedInARow: 0,
  });
  expect(exportResults().get('logs')).toMatchObject({ delivered: 5, failed: 0 });
  expect(exportResults().get('metrics')).toMatchObject({ delivered: 1 });
  expect((await one.check()).status).toBe('ok');
  slow = true;
  make(100);
  expect((await one.check()).checks.get('telemetry')).toMatchObject({
    status: 'degraded',
    message: expect.stringMatching(/^\d+ signals dropped for want of room$/),
  });
  expect(exportResults().get('traces')?.dropped).toBeGreaterThan(0);
  slow = false;
  await handle.forceFlush();
  expect((await one.check()).status).toBe('ok');
  answer = { code: ExportResultCode.FAILED, error: new Error('planted: the Collector is gone') };
  for (let at = 0; at < 3; at += 1) {
    make(1);
    await handle.forceFlush();
  }
  await vi.waitFor(() => expect(exportResults().get('metrics')?.failedInARow).toBeGreaterThanOrEqual(3));
  const { status, checks } = await one.check();
  expect([status, checks.get('telemetry')?.message]).toEqual([
    'degraded',
    'exports fail: traces, logs, metrics',
  ]);
  answer = { code: ExportResultCode.SUCCESS };
  make(1);
  await handle.forceFlush();
  await vi.waitFor(async () => expect((await one.check()).status).toBe('ok'));
});
