import { spanCalls as calls, redactionLate } from '../../../registry/collector.ts';
import { prometheusName } from '../../../registry/prometheus_name.ts';
import { COLLECTOR_SERIES } from './collector_metrics.ts';
import type { ForeignMetric } from './foreign_metric.ts';

/** Buckets of the duration of every span: made by the Collector's span_metrics, see collector/config.yaml. */
export const SPAN_DURATION_BUCKET = 'traces_span_metrics_duration_seconds_bucket';

/** Spans that ended: made by the same. */
export const spanCalls: ForeignMetric = {
  series: prometheusName(calls),
  unit: '{span}',
  brief: 'Spans that reached the Collector.',
};

/** Made by the Collector's signal_to_metrics, see collector/config.yaml. There is none before the first. */
export const redactedLate: ForeignMetric = {
  series: prometheusName(redactionLate),
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
