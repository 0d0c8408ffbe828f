import { createRequire } from 'node:module';
import { context, diag, logs, metrics, propagation, trace } from '@opentelemetry/api';
import { type ExportResult, ExportResultCode } from '@opentelemetry/core';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchLogRecordProcessor, type LogRecordExporter } from '@opentelemetry/sdk-logs';
import {
  AggregationTemporality,
  PeriodicExportingMetricReader,
  type PushMetricExporter,
  type ResourceMetrics,
} from '@opentelemetry/sdk-metrics';
import { NodeSDK } from '@opentelemetry/sdk-node';
import { BatchSpanProcessor, type SpanExporter } from '@opentelemetry/sdk-trace';
import { resolveOptions } from '../../src/options/resolve_options.ts';
import { type Exporters, redacting } from '../../src/pipeline/exporters.ts';
import { start } from '../../src/start.ts';
import { FIELDS, takeResourceAttributes } from './fields.ts';
import type { Plant } from './plant.ts';

interface Serializer {
  serializeRequest(items: unknown): Uint8Array;
}

// The serializers that the exporters themselves use, in the version that they use.
const ofExporter = createRequire(
  createRequire(import.meta.url).resolve('@opentelemetry/exporter-trace-otlp-http'),
);
const forms = ofExporter(['@opentelemetry', 'otlp-transformer'].join('/')) as Record<string, Serializer>;

/** What left, as bytes of both forms of OTLP. Latin 1: every byte is a character, and none is lost. */
export interface Left {
  json: string;
  protobuf: string;
  /** Each request by itself, as JSON of OTLP. */
  readonly requests: Request[];
}

/** A request of OTLP, as JSON. */
export interface Request {
  readonly signal: 'traces' | 'logs' | 'metrics';
  readonly json: string;
}

const SIGNALS = { Trace: 'traces', Logs: 'logs', Metrics: 'metrics' } as const;

function keep(left: Left, signal: 'Trace' | 'Logs' | 'Metrics', items: unknown): void {
  const bytes = (form: 'Json' | 'Protobuf') =>
    Buffer.from(forms[`${form}${signal}Serializer`]?.serializeRequest(items) ?? []);
  const json = bytes('Json');
  left.json += json.toString('latin1');
  left.protobuf += bytes('Protobuf').toString('latin1');
  left.requests.push({ signal: SIGNALS[signal], json: json.toString() });
}

const SENT: ExportResult = { code: ExportResultCode.SUCCESS };

function keeping(left: Left) {
  const traces: SpanExporter = {
    export(spans, done) {
      keep(left, 'Trace', spans);
      done(SENT);
    },
    shutdown: async () => {},
  };
  const records: LogRecordExporter = {
    export(all, done) {
      keep(left, 'Logs', all);
      done(SENT);
    },
    async forceFlush() {},
    shutdown: async () => {},
  };
  const points: PushMetricExporter = {
    export(all, done) {
      keep(left, 'Metrics', all);
      done(SENT);
    },
    async forceFlush() {},
    shutdown: async () => {},
    selectAggregationTemporality: () => AggregationTemporality.CUMULATIVE,
  };
  return { traces, logs: records, metrics: points };
}

/** As if a detector of somebody's had found out more about the process: before redaction, as it would be. */
function withResource(exporters: Required<Exporters>): Exporters {
  const resource = resourceFromAttributes(takeResourceAttributes());
  const more = <T extends object>(one: T): T => Object.create(one, { resource: { value: resource } });
  const { traces, logs: records, metrics: points } = exporters;
  return {
    traces: wrapped(traces, (spans: Parameters<SpanExporter['export']>[0]) => spans.map(more)),
    logs: wrapped(records, (all: Parameters<LogRecordExporter['export']>[0]) => all.map(more)),
    metrics: wrapped(points, (all: ResourceMetrics) => ({ ...all, resource })),
  };
}

function wrapped<E extends object>(exporter: E, change: (items: never) => unknown): E {
  const given = exporter as E & { export(items: unknown, done: unknown): void };
  const outer = {
    export: (items: never, done: unknown) => given.export(change(items), done),
  };
  return new Proxy(exporter, {
    get: (target, name) => {
      if (name === 'export') return outer.export;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** More than a batch has, so that nothing is dropped before it leaves. */
const QUEUE = { maxQueueSize: 100_000, maxExportBatchSize: 100_000 };

function begin(exporters: Required<Exporters>, redacted: boolean): () => Promise<unknown> {
  if (redacted) {
    const { options } = resolveOptions(
      {
        serviceName: 'x',
        startupLine: false,
        flushOnExit: false,
        hostMetrics: false,
        instrumentHttp: false,
        instrumentUndici: false,
        hashKey: 'a key of the tests',
      },
      {},
    );
    const running = start(options, withResource(redacting(exporters) as Required<Exporters>));
    return () => running.shutdown();
  }
  const bare = withResource(exporters) as Required<Exporters>;
  const sdk = new NodeSDK({
    resource: resourceFromAttributes({}),
    spanProcessors: [new BatchSpanProcessor({ exporter: bare.traces, ...QUEUE })],
    logRecordProcessors: [new BatchLogRecordProcessor({ exporter: bare.logs, ...QUEUE })],
    metricReaders: [new PeriodicExportingMetricReader({ exporter: bare.metrics })],
    instrumentations: [],
  });
  sdk.start();
  return () => sdk.shutdown();
}

const fields = new Map(FIELDS.map((field) => [field.name, field]));

/**
 * Plants secrets in fields of signals, lets those through the pipeline of `init()`, and gives back the plants of which
 * something is in the bytes that leave.
 *
 * @param redacted `false` leaves redaction out: then all of them must be found, or the search finds nothing
 */
export async function leaking(plants: readonly Plant[], { redacted = true } = {}): Promise<Plant[]> {
  const { left, requests } = await delivered(plants, redacted);
  return plants.filter((plant) => isFound(plant, requests.get(plant) ?? left));
}

/** What leaves when these are planted: in signals, and in requests of the application by plant. */
export async function delivered(plants: readonly Plant[], redacted: boolean) {
  const left: Left = { json: '', protobuf: '', requests: [] };
  const before = plants.filter(({ field }) => field.startsWith('resource:'));
  for (const plant of before) put(plant);
  const stop = begin(keeping(left), redacted);
  const requests = new Map<Plant, string>();
  for (const plant of plants) {
    if (plant.field.startsWith('resource:')) continue;
    const sent = put(plant);
    if (sent !== undefined) requests.set(plant, sent);
  }
  await stop();
  for (const api of [trace, metrics, logs, context, propagation, diag]) api.disable();
  return { left, requests };
}

/** Whether something of a plant is in what left. */
export function isFound({ needles }: Plant, left: Left | string): boolean {
  return needles.some((needle) => {
    if (typeof left === 'string') return left.includes(needle);
    const inJson = JSON.stringify(needle).slice(1, -1);
    return (
      left.protobuf.includes(bytesOf(needle)) ||
      left.json.includes(inJson) ||
      left.json.includes(bytesOf(inJson))
    );
  });
}

// Letters that are not ASCII are several bytes, and so several characters of Latin 1.
function bytesOf(text: string): string {
  return Buffer.from(text).toString('latin1');
}

/** Puts a plant where it says; gives back what a request would carry of it, if it is in one. */
export function put(plant: Plant): string | undefined {
  return fields.get(plant.field)?.put(plant);
}
