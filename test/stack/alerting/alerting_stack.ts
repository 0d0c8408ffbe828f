import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { parse, stringify } from 'yaml';
import { alertmanagerConfig } from '../../../src/alerts/notifications/alertmanager.ts';
import { notificationTemplates } from '../../../src/alerts/notifications/template.ts';
import { prometheusRules } from '../../../src/alerts/rules_prometheus.ts';
import { waitUntilReady } from '../../../src/cli/stack/health.ts';
import { type Launched, launch } from '../../../src/cli/stack/native/launch.ts';
import { prepareService } from '../../../src/cli/stack/native/services.ts';
import { freePortsFor, PORT_NAMES } from '../../../src/cli/stack/ports.ts';
import { ensurePrograms } from '../../../src/cli/stack/programs/build.ts';
import { stopProcess } from '../../../src/cli/stack/stop_process.ts';
import { alertPlace } from '../../../src/generate/alerts/places.ts';
import { alertsUnder } from '../../../src/registry/alerts.ts';
import { root } from '../../generate/dashboards/files.ts';
import { theStack } from '../live.ts';
import { quickThresholds } from './quick_thresholds.ts';
import type { Receiver } from './receiver.ts';

const READY_MS = 60_000;
const STOP_MS = 10_000;

/** A Collector, a Prometheus that evaluates our rules, and an Alertmanager that tells a receiver. */
export interface AlertingStack {
  readonly otlpHttp: string;
  readonly prometheus: string;
  stop(): Promise<void>;
}

/** Starts them, with quick thresholds. Logs and traces go to the stack that the tests share. */
export async function startAlerting(folder: string, receiver: Receiver): Promise<AlertingStack> {
  const ports = await freePortsFor([...PORT_NAMES, 'alertmanager']);
  const programs = await ensurePrograms(['collector', 'prometheus']);
  const at = (port: number) => `127.0.0.1:${port}`;
  const collector = prepareService('collector', ports, folder);
  const started: Launched[] = [];
  const start = async (
    name: string,
    path: string,
    args: readonly string[],
    env: Record<string, string>,
    ready: string,
  ) => {
    const log = join(folder, `${name}.log`);
    const launched = await launch({ path, args, env, log, cwd: folder });
    started.push(launched);
    const stillThere = () => {
      if (launched.ended() !== undefined)
        throw new Error(`${name}: ${readFileSync(log, 'utf8').slice(-3000)}`);
    };
    if ((await waitUntilReady(ready, { timeoutMs: READY_MS, stillThere })) === undefined)
      throw new Error(`${name} is not ready`);
  };
  const stop = async () => {
    for (const { identity } of started.reverse()) await stopProcess(identity, STOP_MS);
  };
  try {
    await start(
      'alertmanager',
      inject('alertmanager') ?? 'alertmanager',
      [
        `--config.file=${alertmanagerFile(folder, receiver)}`,
        `--storage.path=${join(folder, 'alertmanager')}`,
        `--web.listen-address=${at(ports.alertmanager)}`,
        '--web.external-url=http://grafana.example:3000/',
        '--cluster.listen-address=',
      ],
      {},
      `http://${at(ports.alertmanager)}/-/ready`,
    );
    await start(
      'prometheus',
      programs.prometheus,
      [
        `--config.file=${prometheusFile(folder, at(ports.alertmanager))}`,
        `--storage.tsdb.path=${join(folder, 'prometheus')}`,
        `--web.listen-address=${at(ports.prometheus)}`,
        '--web.enable-otlp-receiver',
        // Else what a process said last counts for five minutes after its end, and the test would wait for that.
        '--query.lookback-delta=10s',
        '--enable-feature=exemplar-storage,created-timestamp-zero-ingestion',
      ],
      {},
      `http://${at(ports.prometheus)}/-/ready`,
    );
    await start(
      'collector',
      programs.collector,
      collector.args,
      {
        ...collector.env,
        OTEL_MEDIA_LOKI_URL: theStack().loki,
        OTEL_MEDIA_TEMPO_OTLP_URL: `http://127.0.0.1:9`,
      },
      `http://${at(ports.collectorHealth)}`,
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return { otlpHttp: `http://${at(ports.otlpHttp)}`, prometheus: `http://${at(ports.prometheus)}`, stop };
}

function prometheusFile(folder: string, alertmanager: string): string {
  mkdirSync(join(folder, 'rules'), { recursive: true });
  const rules = prometheusRules(alertsUnder(quickThresholds), alertPlace);
  writeFileSync(join(folder, 'rules', 'alerts.yaml'), stringify(rules, { aliasDuplicateObjects: false }));
  const config = parse(readFileSync(join(root, 'collector', 'prometheus.yaml'), 'utf8')) as Record<
    string,
    unknown
  >;
  const file = join(folder, 'prometheus.yaml');
  writeFileSync(
    file,
    stringify({
      ...config,
      global: { evaluation_interval: '2s' },
      alerting: { alertmanagers: [{ static_configs: [{ targets: [alertmanager] }] }] },
    }),
  );
  return file;
}

function alertmanagerFile(folder: string, receiver: Receiver): string {
  const templates = join(folder, 'templates.tmpl');
  writeFileSync(templates, notificationTemplates());
  const config = alertmanagerConfig(
    {
      webhook: { url: receiver.url('/webhook') },
      discord: { url: receiver.url('/discord') },
      slack: { url: receiver.url('/slack') },
    },
    templates,
  );
  const file = join(folder, 'alertmanager.yaml');
  writeFileSync(file, stringify(config, hurried, { aliasDuplicateObjects: false }));
  return file;
}

// The routes are ours; only how long they wait is another, and nobody sleeps.
function hurried(key: string, value: unknown): unknown {
  if (key === 'group_wait' || key === 'group_interval') return '1s';
  return key === 'mute_time_intervals' ? undefined : value;
}
