import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hostFigures } from '../../src/host/figures.ts';
import { latestSample } from '../../src/host/sampler.ts';
import { stage } from '../../src/media/stage/stage.ts';
import { startTestSink, type TestSink } from '../../src/testing.ts';
import { everything, pointsOf, spanOf } from '../media/signals.ts';

const SHARES = [
  'system.cpu.utilization',
  'system.memory.utilization',
  'system.filesystem.utilization',
  'process.cpu.utilization',
  'nodejs.eventloop.utilization',
];
const AMOUNTS = [
  'system.memory.usage',
  'system.filesystem.usage',
  'process.cpu.time',
  'process.memory.usage',
  'process.uptime',
  'nodejs.eventloop.delay.mean',
  'nodejs.eventloop.delay.p99',
  'nodejs.eventloop.delay.max',
];

describe('with hostMetrics', () => {
  let sink: TestSink;
  beforeEach(() => {
    sink = startTestSink({ hostMetrics: true, hostMetricsIntervalSeconds: 1, exportIntervalSeconds: 3600 });
  });
  afterEach(() => sink.shutdown());

  it('host, process and event loop are measured by the real systeminformation, in its thread', {
    timeout: 30_000,
  }, async () => {
    expect(latestSample()).toBe(undefined);
    await expect.poll(() => latestSample()?.cpu, { timeout: 20_000 }).toBeDefined();
    for (const name of SHARES) {
      const points = await pointsOf(sink, name);
      expect(points.length, name).toBeGreaterThan(0);
      for (const { value } of points) {
        expect(value, name).toBeGreaterThanOrEqual(0);
        expect(value, name).toBeLessThanOrEqual(1);
      }
    }
    for (const name of AMOUNTS) {
      const points = await pointsOf(sink, name);
      expect(points.length, name).toBeGreaterThan(0);
      for (const { value } of points) expect(value, name).toBeGreaterThanOrEqual(0);
    }
    const modes = await pointsOf(sink, 'system.cpu.utilization');
    expect(modes.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(1, 5);
    const memory = await pointsOf(sink, 'system.memory.usage');
    expect(memory.map(({ attributes }) => attributes['system.memory.state'])).toEqual([
      'used',
      'cached',
      'free',
    ]);
    const uptime = await pointsOf(sink, 'process.uptime');
    expect(uptime).toEqual([{ value: expect.any(Number), attributes: {} }]);
    // Folders of people and addresses are masked where they turn up; nothing here is to need it.
    expect(await everything(sink)).not.toContain('****');

    await stage('merging', () => Promise.reject(new Error('x'))).catch(() => {});
    expect((await spanOf(sink, 'media.stage merging')).attributes).toMatchObject({
      'media.host.cpu_utilization': expect.any(Number),
      'media.host.disk_utilization': expect.any(Number),
    });
  });

  it('stop with the SDK, and nothing is known then', async () => {
    await sink.shutdown();
    expect(latestSample()).toBe(undefined);
  });
});

describe('without', () => {
  it('none of them are there', async () => {
    const sink = startTestSink();
    const names = (await sink.metrics()).filter(({ dataPoints }) => dataPoints.length > 0);
    expect(names.filter(({ descriptor }) => !descriptor.name.startsWith('media.'))).toEqual([]);
    await sink.shutdown();
  });

  it('figures are what the system has at hand', () => {
    const figures = hostFigures();
    expect(figures.memoryUtilization).toBeGreaterThan(0);
    expect(figures.memoryUtilization).toBeLessThanOrEqual(1);
    expect(figures.processMemoryBytes).toBeGreaterThan(1e6);
    expect(figures.cpuUtilization).toBe(undefined);
  });
});
