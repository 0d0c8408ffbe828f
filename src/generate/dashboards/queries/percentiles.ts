import { sumBy } from '../../../alerts/promql.ts';
import type { Curve } from '../panels/simple_panels.ts';

/** The value that a share of all observations does not exceed, by some labels. */
export function quantile(share: number, labels: readonly string[], buckets: string): string {
  return `histogram_quantile(${share}, ${sumBy([...labels, 'le'], buckets)})`;
}

/** Mean of a histogram, by some labels. Nothing where nothing was observed. */
export function mean(labels: readonly string[], sum: string, count: string): string {
  return `${sumBy(labels, sum)} / (${sumBy(labels, count)} > 0)`;
}

/** Median and 95th percentile of a histogram, as curves of a panel. */
export function percentileCurves(buckets: string): Curve[] {
  return [
    [quantile(0.5, [], buckets), 'median'],
    [quantile(0.95, [], buckets), '95th percentile'],
  ];
}
