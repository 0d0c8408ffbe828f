/** A metric in our stores that others define. */
export interface ForeignMetric {
  /** Name of its series in Prometheus. */
  readonly series: string;
  readonly unit: string;
  readonly brief: string;
}
