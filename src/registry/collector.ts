import { attribute, metric, ref } from './define.ts';

// Metrics that the Collector makes (https://opentelemetry.io/docs/collector/internal-telemetry, and the connectors of
// collector/config.yaml), as far as alerts ask for them. They are not ours, and not part of the registry.

const label = <const Name extends string>(name: Name) =>
  attribute({
    name,
    type: 'string',
    brief: 'Made by the Collector.',
    privacy: 'safe',
    upstream: true,
  });

const collectorMetric = <const Name extends string, const I extends 'counter' | 'gauge'>(
  name: Name,
  instrument: I,
  unit: string,
) =>
  metric({
    name,
    instrument,
    unit,
    brief: 'Made by the Collector.',
    attributes: [ref(collectorExporter, 'recommended'), ref(collectorDataType, 'recommended')],
    upstream: true,
  });

export const collectorExporter = label('exporter');
export const collectorDataType = label('data_type');

const SIGNALS = { spans: 'spans', logs: 'log_records', metrics: 'metric_points' } as const;

const counters = (name: string) => ({
  spans: collectorMetric(`${name}_${SIGNALS.spans}`, 'counter', '{spans}'),
  logs: collectorMetric(`${name}_${SIGNALS.logs}`, 'counter', '{records}'),
  metrics: collectorMetric(`${name}_${SIGNALS.metrics}`, 'counter', '{datapoints}'),
});

/** What the Collector refused to take: its memory or a queue was full. Senders are told to try again. */
export const collectorRefused = counters('otelcol_receiver_refused');

/** What a store refused for good, so that it is lost. What is tried again does not count. */
export const collectorSendFailed = counters('otelcol_exporter_send_failed');

/** What a full queue turned away. */
export const collectorEnqueueFailed = counters('otelcol_exporter_enqueue_failed');

export const collectorQueueSize = collectorMetric('otelcol_exporter_queue_size', 'gauge', '{batches}');
export const collectorQueueCapacity = collectorMetric(
  'otelcol_exporter_queue_capacity',
  'gauge',
  '{batches}',
);

/** Grows while a Collector lives, and is pushed past its pipelines. */
export const collectorUptime = collectorMetric('otelcol_process_uptime', 'counter', 's');

/** Kind of what was masked: a cookie, a token, an address, … */
export const redactionFamily = label('otel_media.redaction.family');

/** Records in which the Collector had to mask something that the process should have masked. */
export const redactionLate = metric({
  name: 'otel_media.redaction.late',
  instrument: 'counter',
  unit: '{record}',
  brief: 'Records in which the Collector still had to mask something.',
  attributes: [ref(label('otel_media.signal'), 'required'), ref(redactionFamily, 'required')],
  upstream: true,
});

export const spanCalls = metric({
  name: 'traces.span.metrics.calls',
  instrument: 'counter',
  unit: '{call}',
  brief: 'Spans that ended.',
  attributes: [ref(label('span.kind'), 'required')],
  upstream: true,
});
