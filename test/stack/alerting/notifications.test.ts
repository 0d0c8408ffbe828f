import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { runExample } from '../examples/run_example.ts';
import { eventually, type Fixture, stack, startFixture } from '../live.ts';
import { type AlertingStack, startAlerting } from './alerting_stack.ts';
import { Receiver } from './receiver.ts';

const SLOW_MS = 300_000;
const GRAFANA = 'http://grafana.example:3000';

/** What goes wrong in the examples by design, and what lasts until it is healed: some of each part. */
const FAULTS = [
  'DownloadSuccessRateLow',
  'DownloadBudgetBurnsSlow',
  'DownloadsBlocked',
  'CookiesStale',
  'CookiesUnusable',
  'CookiesRejected',
  'ProcessingFailures',
  'StageSlow',
  'DeadAir',
  'PlayErrors',
  'JobsStuck',
  'JobQueueLong',
  'CircuitBreakerOpen',
  'HealthCritical',
] as const;

describe.skipIf(!stack || !inject('alertmanager'))('faults of the examples', () => {
  let folder = '';
  let receiver: Receiver;
  let alerting: AlertingStack;
  let load: Fixture;
  let lasting: Fixture;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'otel-media-alerting-'));
    receiver = await Receiver.start();
    alerting = await startAlerting(folder, receiver);
    load = startFixture('loads/downloads', alerting.otlpHttp, env('downloads', folder), [folder]);
    lasting = startFixture('lasting_faults', alerting.otlpHttp, env('lasting', folder), [folder]);
    await Promise.all([
      lasting.said,
      load.said,
      ...['radio', 'pipeline', 'worker'].map((name) =>
        runExample(name, alerting.otlpHttp, env(name, folder)),
      ),
    ]);
  }, SLOW_MS);
  afterAll(async () => {
    for (const fixture of [load, lasting]) fixture?.child.kill('SIGTERM');
    await Promise.all([load?.ended, lasting?.ended]);
    await alerting?.stop();
    await receiver?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are told by webhook, each by its alert', { timeout: SLOW_MS }, async () => {
    await eventually(
      'notifications of every kind of fault',
      async () => FAULTS.filter((name) => !receiver.told('firing').has(name)),
      (missing) => missing.length === 0,
      60_000,
    );
  });

  it('are told in words, with since when and links, to Discord and Slack', async () => {
    const title = 'WARNING: DownloadSuccessRateLow of alerts-downloads';
    const { description = '' } = await eventually(
      title,
      async () => discord(receiver).find((embed) => embed.title === title) ?? {},
      (embed) => 'description' in embed,
    );
    expect(description).toMatch(
      /^Only \d+(?:\.\d+)?% of the downloads of alerts-downloads succeed\nSince 20\d\d-/,
    );
    expect(description).toContain(
      `Dashboard: ${GRAFANA}/d/otel-media-downloads?var-service=alerts-downloads`,
    );
    expect(description).toContain(`Runbook: ${GRAFANA}/d/otel-media-runbooks?viewPanel=`);
    const traces = /^Traces: (\S+)$/m.exec(description)?.[1] ?? '';
    const panes = JSON.parse(new URL(traces).searchParams.get('panes') ?? '{}') as {
      a: { queries: { query: string }[] };
    };
    expect(panes.a.queries[0]?.query).toBe(
      '{ resource.service.name =~ "alerts-downloads" && status = error }',
    );
    expect(slack(receiver).map((one) => one.title)).toContain(title);
  });

  it('are told to be over once they are', { timeout: SLOW_MS }, async () => {
    for (const fixture of [load, lasting]) fixture.child.kill('SIGUSR2');
    await load.ended;
    await eventually(
      'resolved notifications',
      async () => FAULTS.filter((name) => !receiver.told('resolved').has(name)),
      (missing) => missing.length === 0,
      180_000,
    );
    expect(discord(receiver).map(({ title }) => title)).toContain(
      'RESOLVED: DownloadSuccessRateLow of alerts-downloads',
    );
  });
});

interface Message {
  readonly title?: string;
  readonly description?: string;
}

function discord(receiver: Receiver): Message[] {
  return receiver.bodies('/discord').flatMap((body) => (body as { embeds: Message[] }).embeds);
}

function slack(receiver: Receiver): Message[] {
  return receiver.bodies('/slack').flatMap((body) => (body as { attachments: Message[] }).attachments);
}

function env(service: string, folder: string): Record<string, string> {
  return {
    OTEL_SERVICE_NAME: `alerts-${service}`,
    OTEL_METRIC_EXPORT_INTERVAL: '1000',
    OTEL_MEDIA_STATE: join(folder, service),
    // What the process itself decides by.
    OTEL_MEDIA_THRESHOLDS: 'deadAirSeconds=0.3,jobDownloadTimeoutSeconds=0.2',
    OTEL_MEDIA_STARTUP_LINE: 'false',
  };
}
