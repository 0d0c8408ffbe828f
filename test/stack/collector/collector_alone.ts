import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { packageRoot } from '../../../src/cli/stack/paths.ts';
import { ensurePrograms } from '../../../src/cli/stack/programs/build.ts';
import { freePort } from '../../bench/collector/free_port.ts';
import { startCollectorProcess } from './collector_process.ts';

/** The processors of `collector/redaction.generated.yaml`, in the order in which `collector/config.yaml` has them. */
export const REDACTION_PROCESSORS: readonly string[] = [
  'transform/known',
  'redaction/keys',
  'transform/count',
  'redaction/ordinary',
  'transform/redact',
];

const ANSWER_MS = 60_000;
const LOOK_MS = 50;

/** A signal of OTLP, as its address names it. */
export type Signal = 'traces' | 'logs' | 'metrics';

/** A Collector with our redaction, and nothing behind it but a file. */
export interface CollectorAlone {
  /** Where it takes OTLP over HTTP. */
  readonly url: string;
  /** Sends a request of OTLP JSON, or of Protobuf where it is bytes, and gives back what came out of it. */
  readonly redacted: (signal: Signal, request: unknown) => Promise<string>;
  readonly stop: () => Promise<void>;
}

/** Starts the real Collector with the processors of `collector/redaction.generated.yaml`. */
export async function startCollectorAlone(): Promise<CollectorAlone> {
  const { collector } = await ensurePrograms(['collector']);
  const endpoint = `127.0.0.1:${await freePort()}`;
  const ours = join(packageRoot(), 'collector', 'redaction.generated.yaml');
  let out = '';
  const configured = (folder: string) => {
    out = join(folder, 'out.json');
    return configuration(endpoint, out);
  };
  const { stop } = await startCollectorProcess(collector, configured, [ours]);
  const url = `http://${endpoint}`;
  return { url, redacted: (signal, request) => redacted(`${url}/v1/${signal}`, request, out), stop };
}

function configuration(endpoint: string, path: string) {
  const pipeline = {
    receivers: ['otlp'],
    processors: REDACTION_PROCESSORS,
    exporters: ['file'],
  };
  return {
    receivers: { otlp: { protocols: { http: { endpoint } } } },
    exporters: { file: { path, flush_interval: '50ms' } },
    service: {
      telemetry: { metrics: { level: 'none' } },
      pipelines: { traces: pipeline, logs: pipeline, metrics: pipeline },
    },
  };
}

// One request makes one line of the file.
async function redacted(url: string, request: unknown, out: string): Promise<string> {
  const before = lines(out).length;
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': Buffer.isBuffer(request) ? 'application/x-protobuf' : 'application/json' },
    body: Buffer.isBuffer(request) ? new Uint8Array(request) : JSON.stringify(request),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  const deadline = Date.now() + ANSWER_MS;
  while (Date.now() < deadline) {
    const after = lines(out);
    if (after.length > before) return after[before] ?? '';
    await sleep(LOOK_MS);
  }
  throw new Error('nothing came out of the Collector');
}

function lines(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n').slice(0, -1);
  } catch {
    return [];
  }
}
