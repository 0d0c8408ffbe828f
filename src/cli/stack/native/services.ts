import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../../make_folder.ts';
import { windows } from '../../../registry/windows.ts';
import { collectorConfigArguments } from '../collector_config.ts';
import { packageRoot } from '../paths.ts';
import type { Ports } from '../ports.ts';
import type { ServiceName } from '../programs/programs.ts';
import { stackPrometheusRules } from '../thresholds/alert_rules.ts';

/** How a program of the stack is started. */
export interface ServiceStart {
  readonly args: readonly string[];
  /** Variables that the settings files in `collector/` read. */
  readonly env: Readonly<Record<string, string>>;
}

const LOOPBACK = '127.0.0.1';

/**
 * Makes the folders and settings that a program needs in the state folder, and tells how to start it.
 *
 * @param state the state folder
 */
export function prepareService(name: ServiceName, ports: Ports, state: string): ServiceStart {
  const data = join(state, 'data', name);
  makeFolder(data);
  return STARTS[name]({ ports, data, config: join(state, 'config'), rules: stackPrometheusRules(state) });
}

interface StartInput {
  readonly ports: Ports;
  readonly data: string;
  readonly config: string;
  /** The alert rules. */
  readonly rules: string;
}

const STARTS: Readonly<Record<ServiceName, (input: StartInput) => ServiceStart>> = {
  collector: ({ ports, data }) => ({
    args: collectorConfigArguments(),
    env: {
      OTEL_MEDIA_COLLECTOR_GRPC: `${LOOPBACK}:${ports.otlpGrpc}`,
      OTEL_MEDIA_COLLECTOR_HTTP: `${LOOPBACK}:${ports.otlpHttp}`,
      OTEL_MEDIA_COLLECTOR_HEALTH: `${LOOPBACK}:${ports.collectorHealth}`,
      OTEL_MEDIA_COLLECTOR_STORAGE: data,
      OTEL_MEDIA_PROMETHEUS_URL: `http://${LOOPBACK}:${ports.prometheus}`,
      OTEL_MEDIA_LOKI_URL: `http://${LOOPBACK}:${ports.loki}`,
      OTEL_MEDIA_TEMPO_OTLP_URL: `http://${LOOPBACK}:${ports.tempoOtlp}`,
    },
  }),
  prometheus: ({ ports, data, config, rules }) => ({
    args: [
      `--config.file=${prometheusConfig(config, rules)}`,
      `--storage.tsdb.path=${data}`,
      `--storage.tsdb.retention.time=${windows.metricsRetentionDays}d`,
      `--web.listen-address=${LOOPBACK}:${ports.prometheus}`,
      '--web.enable-otlp-receiver',
      '--enable-feature=exemplar-storage,created-timestamp-zero-ingestion',
    ],
    env: {},
  }),
  loki: ({ ports, data }) => ({
    args: [`-config.file=${settings('loki.yaml')}`, '-config.expand-env=true'],
    env: {
      OTEL_MEDIA_LOKI_HOST: LOOPBACK,
      OTEL_MEDIA_LOKI_PORT: String(ports.loki),
      OTEL_MEDIA_LOKI_GRPC_PORT: String(ports.lokiGrpc),
      OTEL_MEDIA_LOKI_DATA: data,
    },
  }),
  tempo: ({ ports, data }) => ({
    args: [`-config.file=${settings('tempo.yaml')}`, '-config.expand-env=true'],
    env: {
      OTEL_MEDIA_TEMPO_HOST: LOOPBACK,
      OTEL_MEDIA_TEMPO_PORT: String(ports.tempo),
      OTEL_MEDIA_TEMPO_GRPC_PORT: String(ports.tempoGrpc),
      OTEL_MEDIA_TEMPO_OTLP: `${LOOPBACK}:${ports.tempoOtlp}`,
      OTEL_MEDIA_TEMPO_DATA: data,
    },
  }),
};

function settings(file: string): string {
  return join(packageRoot(), 'collector', file);
}

/** Prometheus looks for rules beside its settings, and ours come from another folder: so both are brought together. */
function prometheusConfig(folder: string, rules: string): string {
  const config = join(folder, 'prometheus');
  rmSync(config, { recursive: true, force: true });
  makeFolder(join(config, 'rules'));
  const file = join(config, 'prometheus.yaml');
  cpSync(settings('prometheus.yaml'), file);
  cpSyncIfThere(rules, join(config, 'rules', 'alerts.yaml'));
  return file;
}

function cpSyncIfThere(from: string, to: string): void {
  try {
    cpSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
