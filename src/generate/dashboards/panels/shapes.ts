import {
  BigValueColorMode,
  BigValueGraphMode,
  GraphDrawStyle,
  GraphThresholdsStyleConfigBuilder,
  GraphThresholdsStyleMode,
  LegendDisplayMode,
  LegendPlacement,
  ReduceDataOptionsBuilder,
  StackingConfigBuilder,
  StackingMode,
  TableSortByFieldStateBuilder,
  VizLegendOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import { PanelBuilder as HeatmapBuilder } from '@grafana/grafana-foundation-sdk/heatmap';
import { PanelBuilder as StatBuilder } from '@grafana/grafana-foundation-sdk/stat';
import { PanelBuilder as TableBuilder } from '@grafana/grafana-foundation-sdk/table';
import { PanelBuilder as TimeseriesBuilder } from '@grafana/grafana-foundation-sdk/timeseries';

import { NEUTRAL, steps } from './colours.ts';

// The few kinds of panel that our dashboards are made of, so that all look alike.

// Shorter bars than this hold one download or none, and say nothing.
const BAR = '5m';

/** One number. */
export function stat(): StatBuilder {
  return new StatBuilder()
    .graphMode(BigValueGraphMode.None)
    .colorMode(BigValueColorMode.Value)
    .thresholds(steps(NEUTRAL))
    .reduceOptions(new ReduceDataOptionsBuilder().calcs(['lastNotNull']));
}

/** Values over time. Gaps stay gaps: where nothing was measured there is nothing to draw. */
export function lineGraph(): TimeseriesBuilder {
  return new TimeseriesBuilder().lineWidth(2).fillOpacity(8).spanNulls(false).legend(legend());
}

/** Counts over time, stacked: the height of a bar is all of them. */
export function bars(): TimeseriesBuilder {
  return new TimeseriesBuilder()
    .drawStyle(GraphDrawStyle.Bars)
    .fillOpacity(80)
    .lineWidth(0)
    .interval(BAR)
    .min(0)
    .stacking(new StackingConfigBuilder().mode(StackingMode.Normal))
    .legend(legend());
}

/** Draws thresholds as dashed lines. */
export function dashed(): GraphThresholdsStyleConfigBuilder {
  return new GraphThresholdsStyleConfigBuilder().mode(GraphThresholdsStyleMode.Dashed);
}

/** A table, sorted by one of its columns, largest first. */
export function table(sortBy: string): TableBuilder {
  return new TableBuilder().sortBy([new TableSortByFieldStateBuilder().displayName(sortBy).desc(true)]);
}

/** How values are distributed over time, from the buckets of a histogram. */
export function heatmap(): HeatmapBuilder {
  return new HeatmapBuilder().interval(BAR).cellGap(1);
}

function legend(): VizLegendOptionsBuilder {
  return new VizLegendOptionsBuilder()
    .displayMode(LegendDisplayMode.List)
    .placement(LegendPlacement.Bottom)
    .showLegend(true);
}
