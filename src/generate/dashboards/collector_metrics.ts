import type { ForeignMetric } from './foreign_metrics.ts';

// What the Collector tells of itself (https://opentelemetry.io/docs/collector/internal-telemetry), by the names that the
// version of collector/standin gives it in Prometheus. Its queues are counted in bytes, as collector/config.yaml has it.

const of = (series: string, unit: string, brief: string): ForeignMetric => ({ series, unit, brief });

/** The Collector counts each kind of signal by itself, under a name of its own. */
const SIGNALS = { spans: 'spans', 'log records': 'log_records', 'metric points': 'metric_points' } as const;

type Signal = keyof typeof SIGNALS;

export type PerSignal = Readonly<Record<Signal, ForeignMetric>>;

const perSignal = (name: string, brief: string): PerSignal => {
  const one = (signal: Signal) => of(`${name}_${SIGNALS[signal]}_total`, '{item}', brief);
  return { spans: one('spans'), 'log records': one('log records'), 'metric points': one('metric points') };
};

export const accepted = perSignal('otelcol_receiver_accepted', 'What the Collector took from senders.');

export const refused = perSignal(
  'otelcol_receiver_refused',
  'What the Collector did not take, since its memory or a queue was full. Senders keep it and try again.',
);

export const broken = perSignal('otelcol_receiver_failed', 'What the Collector could not process.');

export const sent = perSignal('otelcol_exporter_sent', 'What stores took from the Collector.');

export const sendFailed = perSignal(
  'otelcol_exporter_send_failed',
  'What a store refused for good, so that it is lost. What is tried again does not count.',
);

export const enqueueFailed = perSignal(
  'otelcol_exporter_enqueue_failed',
  'What a full queue of the Collector turned away.',
);

export const queueSize = of('otelcol_exporter_queue_size', 'By', 'What waits on disk for a store.');

export const queueCapacity = of(
  'otelcol_exporter_queue_capacity',
  'By',
  'How much may wait on disk for a store, before the Collector refuses more.',
);

export const inFlight = of(
  'otelcol_exporter_in_flight_requests',
  '{request}',
  'Requests to stores under way.',
);

export const residentMemory = of('otelcol_process_memory_rss_bytes', 'By', 'Memory of the Collector.');

export const heapMemory = of(
  'otelcol_process_runtime_heap_alloc_bytes',
  'By',
  'Memory that the Collector has in use, which its limit is about.',
);

export const cpuTime = of('otelcol_process_cpu_seconds_total', 's', 'Processor time of the Collector.');

export const uptime = of(
  'otelcol_process_uptime_seconds_total',
  's',
  'How long the Collector has been running.',
);

const all = [
  ...[accepted, refused, broken, sent, sendFailed, enqueueFailed].flatMap((one) => Object.values(one)),
  ...[queueSize, queueCapacity, inFlight, residentMemory, heapMemory, cpuTime, uptime],
];

/** Names of the Collector's series. They belong to a Collector, and to no service. */
export const COLLECTOR_SERIES: readonly string[] = all.map(({ series }) => series);
