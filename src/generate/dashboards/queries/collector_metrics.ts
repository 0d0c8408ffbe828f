import {
  collectorEnqueueFailed,
  collectorQueueCapacity,
  collectorQueueSize,
  collectorRefused,
  collectorSendFailed,
  collectorUptime,
} from '../../../registry/collector.ts';
import { prometheusName } from '../../../registry/prometheus_name.ts';
import type { ForeignMetric } from './foreign_metric.ts';

// What the Collector tells of itself (https://opentelemetry.io/docs/collector/internal-telemetry), by the names that the
// version of collector/standin gives it in Prometheus. Its queues are counted in bytes, as collector/config.yaml has it.

const of = (series: string, unit: string, brief: string): ForeignMetric => ({ series, unit, brief });

/** The Collector counts each kind of signal by itself, under a name of its own. */
export type PerSignal = Readonly<Record<'spans' | 'log records' | 'metric points', ForeignMetric>>;

const named = (name: string, brief: string): PerSignal => ({
  spans: of(`${name}_spans_total`, '{item}', brief),
  'log records': of(`${name}_log_records_total`, '{item}', brief),
  'metric points': of(`${name}_metric_points_total`, '{item}', brief),
});

// Those that alerts ask for too.
const shared = (counters: typeof collectorRefused, brief: string): PerSignal => ({
  spans: of(prometheusName(counters.spans), '{item}', brief),
  'log records': of(prometheusName(counters.logs), '{item}', brief),
  'metric points': of(prometheusName(counters.metrics), '{item}', brief),
});

export const accepted = named('otelcol_receiver_accepted', 'What the Collector took from senders.');

export const refused = shared(
  collectorRefused,
  'What the Collector did not take, since its memory or a queue was full. Senders keep it and try again.',
);

export const broken = named('otelcol_receiver_failed', 'What the Collector could not process.');

export const sent = named('otelcol_exporter_sent', 'What stores took from the Collector.');

export const sendFailed = shared(
  collectorSendFailed,
  'What a store refused for good, so that it is lost. What is tried again does not count.',
);

export const enqueueFailed = shared(
  collectorEnqueueFailed,
  'What a full queue of the Collector turned away.',
);

export const queueSize = of(prometheusName(collectorQueueSize), 'By', 'What waits on disk for a store.');

export const queueCapacity = of(
  prometheusName(collectorQueueCapacity),
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

export const uptime = of(prometheusName(collectorUptime), 's', 'How long the Collector has been running.');

const all = [
  ...[accepted, refused, broken, sent, sendFailed, enqueueFailed].flatMap((one) => Object.values(one)),
  ...[queueSize, queueCapacity, inFlight, residentMemory, heapMemory, cpuTime, uptime],
];

/** Names of the Collector's series. They belong to a Collector, and to no service. */
export const COLLECTOR_SERIES: readonly string[] = all.map(({ series }) => series);
