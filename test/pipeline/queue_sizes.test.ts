import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp } from './app.ts';
import { type Collector, startCollector } from './collector.ts';

let collector: Collector;
beforeAll(async () => {
  collector = await startCollector();
});
afterAll(() => collector.close());

/** The values that were told of a gauge at the last export that told any. */
function told(name: string): (number | undefined)[] {
  const found = collector.metrics().filter((metric) => metric.name === name);
  return (found.at(-1)?.gauge?.dataPoints ?? []).map((point) => point.asDouble ?? point.asInt);
}

it('tells how full the queues of spans and of log records are, and what they take', {
  timeout: 30_000,
}, async () => {
  const app = startApp(['download'], {
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_METRIC_EXPORT_INTERVAL: '100',
    OTEL_BSP_MAX_QUEUE_SIZE: '1000',
    OTEL_BLRP_SCHEDULE_DELAY: '60000',
  });
  await app.ready;
  await expect.poll(() => told('media.telemetry.queue.capacity')).toEqual([1000, 2048]);
  // The event of the download that began waits for its batch.
  await expect.poll(() => told('media.telemetry.queue.size')[1]).toBeGreaterThanOrEqual(1);
  expect(collector.metrics().map(({ name }) => name)).toContain('media.telemetry.redaction.failures');
  app.kill('SIGTERM');
  await app.ended;
});
