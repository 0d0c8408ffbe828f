import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import type { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { PromQueryFormat } from '@grafana/grafana-foundation-sdk/prometheus';
import { counted } from '../../../alerts/counted.ts';
import { sumBy } from '../../../alerts/promql.ts';
import type { MetricDefinition } from '../../../registry/define.ts';
import { select } from '../../../registry/selection.ts';
import type { Narrowed } from '../choices.ts';
import { PROMETHEUS } from '../datasources.ts';
import { SPAN_DURATION_BUCKET } from '../queries/foreign_metrics.ts';
import { quantile } from '../queries/percentiles.ts';
import { graph, SCOPE } from '../queries/queries.ts';
import { type PanelOptions, panel } from './panel.ts';
import { heatmap, lineGraph } from './shapes.ts';

type Options = Omit<PanelOptions, 'datasource' | 'queries' | 'unit'>;

/**
 * Durations of spans, with a dot for single ones that leads to its trace. They come from the Collector's span metrics, as
 * only those carry exemplars.
 *
 * @param spans matcher of the names of the spans
 */
export function tracedDurations(metric: MetricDefinition, spans: string, options: Options): Builder<Panel> {
  const matchers = [spans, ...SCOPE].join(',');
  const buckets = counted(`${SPAN_DURATION_BUCKET}{${matchers}}`, '$__rate_interval');
  return panel(lineGraph().interval('1m'), metric, {
    ...options,
    datasource: PROMETHEUS,
    queries: [
      graph('A', quantile(0.5, [], buckets), 'median').exemplar(true),
      graph('B', quantile(0.95, [], buckets), '95th percentile'),
    ],
  });
}

/** How durations are distributed, over time. */
export function distribution(chosen: Narrowed, metric: MetricDefinition, options: Options): Builder<Panel> {
  const expr = sumBy(['le'], chosen.around(select(metric), 'bucket'));
  return panel(heatmap(), metric, {
    ...options,
    datasource: PROMETHEUS,
    queries: [graph('A', expr, '{{le}}').format(PromQueryFormat.Heatmap)],
  });
}
