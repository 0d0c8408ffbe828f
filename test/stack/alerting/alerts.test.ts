import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prometheusSamples } from '../../../examples/demo/stores.ts';
import { alertPromql } from '../../../src/alerts/alert_promql.ts';
import { alerts, alertsUnder } from '../../../src/registry/alerts.ts';
import {
  collectorQueueCapacity,
  collectorQueueSize,
  collectorRefused,
  collectorUptime,
} from '../../../src/registry/collector.ts';
import { prometheusName } from '../../../src/registry/prometheus_name.ts';
import { thresholds } from '../../../src/registry/thresholds.ts';
import { eventually, type Fixture, stack, startFixture, theStack } from '../live.ts';

const SERVICE = 'alarming-test';
const KILLED = 'alarming-killed';
const STOPPED = 'alarming-stopped';

/** What fires as soon as it is so. */
const AT_ONCE = [
  'CookiesExpiring',
  'CookiesRejected',
  'CookiesStale',
  'CookiesUnusable',
  'DeadAir',
  'DownloadBudgetBurnsFast',
  'DownloadBudgetBurnsSlow',
  'DownloadErrorsUnknown',
  'DownloadToolOutdated',
  'DownloadsBlocked',
  'HealthCritical',
  'JobsStuck',
  'PlayErrors',
  'ProcessingFailures',
  'SessionsStuck',
  'StageSlow',
];
/** What has to hold for some minutes first. */
const LATER = [
  'CircuitBreakerOpen',
  'DownloadSuccessRateLow',
  'HealthDegraded',
  'JobQueueLong',
  'JobQueueNearlyFull',
];

describe.skipIf(!stack)('alerts of the real Prometheus', () => {
  let folder: string;
  const started: Fixture[] = [];

  async function start(name: string): Promise<Fixture> {
    const env = { OTEL_SERVICE_NAME: name, OTEL_MEDIA_STATE: join(folder, name) };
    const fixture = startFixture('alarming', theStack().otlpHttp, env, [folder]);
    started.push(fixture);
    await fixture.said;
    return fixture;
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'otel-media-alerts-'));
    await start(SERVICE);
  });
  afterAll(async () => {
    for (const { child, ended } of started) {
      child.kill('SIGKILL');
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  });

  const inState = async (state: string): Promise<string[]> => {
    const query = `count by (alertname) (ALERTS{service_name="${SERVICE}",alertstate="${state}"})`;
    return (await prometheusSamples(theStack(), query)).map(({ labels }) => labels.alertname ?? '').sort();
  };

  it('fire for what an application did, at once or once it has held', async () => {
    await eventually(
      'what fires at once',
      () => inState('firing'),
      (firing) => AT_ONCE.every((name) => firing.includes(name)),
      90_000,
    );
    await eventually(
      'what has to hold',
      () => inState('pending'),
      (pending) => LATER.every((name) => pending.includes(name)),
    );
  }, 150_000);

  it.each(alerts.map((alert) => [alert.name, alert] as const))('%s is a query', async (_name, alert) => {
    await prometheusSamples(theStack(), alertPromql(alert));
  });

  it('name metrics as the Collector does', async () => {
    for (const metric of [
      collectorUptime,
      collectorQueueSize,
      collectorQueueCapacity,
      collectorRefused.spans,
    ]) {
      await eventually(
        metric.name,
        () => prometheusSamples(theStack(), prometheusName(metric)),
        (samples) => samples.some(({ labels }) => labels.service_name === 'otel-media-collector'),
      );
    }
  });

  it('miss a process that was killed, and none that was stopped', async () => {
    const [killed, stopped] = await Promise.all([start(KILLED), start(STOPPED)]);
    const heard = (name: string) =>
      `last_over_time(media_telemetry_heartbeat_seconds{service_name="${name}"}[1h])`;
    for (const name of [KILLED, STOPPED]) {
      await eventually(
        name,
        () => prometheusSamples(theStack(), heard(name)),
        (found) => found.length > 0,
      );
    }
    killed.child.kill('SIGKILL');
    stopped.child.kill('SIGTERM');
    await Promise.all([killed.ended, stopped.ended]);
    // The rule itself, only more impatient.
    const alert = alertsUnder({ ...thresholds, telemetrySilentSeconds: 3 }).find(
      ({ name }) => name === 'TelemetryStopped',
    );
    if (alert === undefined) throw new Error('there is no such alert');
    const missed = await eventually(
      'it is missed',
      async () =>
        (await prometheusSamples(theStack(), alertPromql(alert))).map(({ labels }) => labels.service_name),
      (names) => names.includes(KILLED),
    );
    expect(missed).not.toContain(STOPPED);
    expect(missed).not.toContain(SERVICE);
  });
});
