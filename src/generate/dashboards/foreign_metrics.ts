/** Buckets of the duration of every span: made by the Collector's span_metrics, see collector/config.yaml. */
export const SPAN_DURATION_BUCKET = 'traces_span_metrics_duration_seconds_bucket';

/** A metric in our stores that others define. */
export interface ForeignMetric {
  /** Name of its series in Prometheus. */
  readonly series: string;
  readonly unit: string;
  readonly brief: string;
}

/** Series in our stores that others define; queries may name these and those of the registry, and no more. */
export const FOREIGN_METRICS: readonly string[] = [SPAN_DURATION_BUCKET];
