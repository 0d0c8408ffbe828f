import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApp } from './app.ts';
import { type Collector, startCollector } from './collector.ts';

let collector: Collector;
beforeAll(async () => {
  collector = await startCollector();
});
afterAll(() => collector.close());
beforeEach(() => collector.reset());

/** The last value that was told of a gauge, in seconds since 1970. */
function told(name: string): number | undefined {
  const point = collector
    .metrics()
    .filter((metric) => metric.name === name)
    .at(-1)?.gauge?.dataPoints[0];
  return point?.asDouble ?? point?.asInt;
}

const heartbeat = () => told('media.telemetry.heartbeat') ?? Number.NaN;
const goodbye = () => told('media.telemetry.stopped') ?? Number.NaN;

function environment(): Record<string, string> {
  return { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_METRIC_EXPORT_INTERVAL: '100' };
}

describe('the last that a process says of itself', { timeout: 30_000 }, () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('is goodbye when %s ends it', async (signal) => {
    const app = startApp(['download'], environment());
    await app.ready;
    await expect.poll(heartbeat).toBeGreaterThan(1.7e9);
    expect(goodbye()).toBe(0);
    app.kill(signal);
    await app.ended;
    expect(goodbye()).toBeGreaterThanOrEqual(heartbeat());
  });

  it.each(['own', 'leave'])('is goodbye when it ends by itself (%s)', async (mode) => {
    const app = startApp([mode], environment());
    await app.ready;
    app.kill('SIGTERM');
    await app.ended;
    expect(goodbye()).toBeGreaterThanOrEqual(heartbeat());
  });

  it.each(['throw', 'reject'])('is no goodbye when an error ends it (%s)', async (mode) => {
    await startApp([mode], environment()).ended;
    expect(heartbeat()).toBeGreaterThan(1.7e9);
    expect(goodbye()).toBe(0);
  });

  it('is no goodbye when it is killed', async () => {
    const app = startApp(['download'], environment());
    await app.ready;
    await expect.poll(heartbeat).toBeGreaterThan(1.7e9);
    app.kill('SIGKILL');
    await app.ended;
    expect(goodbye()).toBe(0);
  });
});

it('tells when the process began, and that stays', { timeout: 30_000 }, async () => {
  const before = Date.now() / 1000;
  const app = startApp(['download'], environment());
  await app.ready;
  const started = () => told('media.telemetry.started') ?? Number.NaN;
  await expect.poll(started).toBeGreaterThanOrEqual(Math.floor(before));
  const first = started();
  expect(first).toBeLessThanOrEqual(heartbeat());
  collector.reset();
  await expect.poll(started).toBe(first);
  app.kill('SIGTERM');
  await app.ended;
});

it('tells of each signal what became of it, from the first export on', { timeout: 30_000 }, async () => {
  const app = startApp(['download'], environment());
  await app.ready;
  await expect.poll(() => collector.metrics().map(({ name }) => name)).toContain('media.telemetry.items');
  app.kill('SIGTERM');
  await app.ended;
});
