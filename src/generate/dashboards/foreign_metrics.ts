import { COLLECTOR_SERIES } from './collector_metrics.ts';

/** A metric in our stores that others define. */
export interface ForeignMetric {
  /** Name of its series in Prometheus. */
  readonly series: string;
  readonly unit: string;
  readonly brief: string;
}

/** Buckets of the duration of every span: made by the Collector's span_metrics, see collector/config.yaml. */
export const SPAN_DURATION_BUCKET = 'traces_span_metrics_duration_seconds_bucket';

/** Spans that ended: made by the same. */
export const spanCalls: ForeignMetric = {
  series: 'traces_span_metrics_calls_total',
  unit: '{span}',
  brief: 'Spans that reached the Collector.',
};

/** Made by the Collector's signal_to_metrics, see collector/config.yaml. There is none before the first. */
export const redactedLate: ForeignMetric = {
  series: 'otel_media_redaction_late_total',
  unit: '{record}',
  brief: 'Records in which the Collector had to mask something that their process should have masked.',
};

/** Series in our stores that others define; queries may name these and those of the registry, and no more. */
export const FOREIGN_METRICS: readonly string[] = [
  SPAN_DURATION_BUCKET,
  spanCalls.series,
  redactedLate.series,
  ...COLLECTOR_SERIES,
];
