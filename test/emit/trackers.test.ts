import { ROOT_CONTEXT } from '@opentelemetry/api';
import { afterEach, describe, expect, it } from 'vitest';
import { emitEvent } from '../../src/emit/event.ts';
import { addCount } from '../../src/emit/metrics.ts';
import { observeGauge } from '../../src/emit/observed_metrics.ts';
import { download } from '../../src/index.ts';
import { downloadAttempts } from '../../src/registry/download.ts';
import { healthChanged, healthStatus } from '../../src/registry/health.ts';
import { playActive } from '../../src/registry/play.ts';
import { metrics } from '../../src/registry/registry.ts';
import { breakerRejected } from '../../src/registry/resilience.ts';
import { trackerOf } from '../../src/registry/trackers.ts';
import { startTestSink, type TestSink } from '../../src/testing.ts';

let sink: TestSink;
afterEach(() => sink.shutdown());

const names = async () => (await sink.metrics()).map(({ descriptor }) => descriptor.name);

describe('a tracker that is switched off', () => {
  it('takes with it what is observed, counted and told without a helper', async () => {
    sink = startTestSink({ trackers: { health: false, adapters: false } });
    observeGauge(healthStatus, (report) =>
      report(1, { 'media.health.check': 'x', 'media.health.state': 'ok' }),
    );
    emitEvent(
      healthChanged,
      'WARN',
      'health',
      { 'media.health.check': 'x', 'media.health.state': 'critical' },
      ROOT_CONTEXT,
    );
    addCount(breakerRejected, 1, { 'media.circuit_breaker.name': 'x' });
    await download({}, () => {});
    expect(await names()).toContain(downloadAttempts.name);
    expect(await names()).not.toContain(healthStatus.name);
    expect(await names()).not.toContain(breakerRejected.name);
    expect((await sink.logs()).map(({ eventName }) => eventName)).not.toContain(healthChanged.name);
  });

  it('leaves them where it is on', async () => {
    sink = startTestSink({ trackers: { play: false } });
    observeGauge(healthStatus, (report) =>
      report(1, { 'media.health.check': 'y', 'media.health.state': 'ok' }),
    );
    addCount(breakerRejected, 1, { 'media.circuit_breaker.name': 'x' });
    expect(await names()).toEqual(expect.arrayContaining([healthStatus.name, breakerRejected.name]));
  });

  it('is known of every metric but those of helpers that look themselves', () => {
    sink = startTestSink();
    const unknown = [...metrics.keys()].filter((name) => trackerOf(name) === undefined);
    expect(
      unknown.filter((name) => !/^media\.(?:download|exec|errors|cleanup|telemetry)/.test(name)),
    ).toEqual([]);
    expect(trackerOf(playActive.name)).toBe('play');
  });
});
