import { PanelBuilder as BarChartBuilder } from '@grafana/grafana-foundation-sdk/barchart';
import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import { StackingMode, VizLegendOptionsBuilder } from '@grafana/grafana-foundation-sdk/common';
import type { Panel, ThresholdsConfig } from '@grafana/grafana-foundation-sdk/dashboard';
import type { EventDefinition } from '../../../registry/define.ts';
import { type CalendarUnit, calendarLabel } from '../calendar.ts';
import { LOKI } from '../datasources.ts';
import { logNumbers } from '../queries/queries.ts';
import { type PanelOptions, panel } from './panel.ts';
import { stat, table } from './shapes.ts';
import { type Column, joined, kept, numeric, styled } from './table_columns.ts';

type Common = Omit<PanelOptions, 'datasource' | 'queries'>;

export interface LogNumberOptions extends Omit<Common, 'height'> {
  readonly query: string;
  readonly colours?: Builder<ThresholdsConfig>;
  readonly decimals?: number;
}

/** A number made of log lines, beside those of metrics. */
export function logNumber(event: EventDefinition, options: LogNumberOptions): Builder<Panel> {
  const { query, colours, decimals = 0, ...common } = options;
  const builder = stat().decimals(decimals);
  if (colours !== undefined) builder.thresholds(colours);
  return panel(builder, event, {
    ...common,
    height: 4,
    datasource: LOKI,
    queries: [logNumbers('A', query)],
  });
}

export interface LogTableOptions extends Common {
  /** One query for each column of numbers, which is called `Value #A`, `Value #B` and so on. */
  readonly exprs: readonly string[];
  readonly columns: readonly Column[];
  /** Title of the column to sort by, largest first. */
  readonly sortBy: string;
}

const REF_IDS = ['A', 'B', 'C', 'D', 'E', 'F'] as const;

/** A table of numbers made of log lines, joined on the labels that they have in common. */
export function logTable(event: EventDefinition, options: LogTableOptions): Builder<Panel> {
  const { exprs, columns, sortBy, ...common } = options;
  const builder = table(sortBy).transformations([numeric(columns), ...joined(columns)]);
  return panel(styled(builder, columns), event, {
    ...common,
    datasource: LOKI,
    queries: exprs.map((expr, at) => logNumbers(REF_IDS[at] ?? '', expr)),
  });
}

export interface CalendarBarsOptions extends Common {
  readonly by: CalendarUnit;
  /** The query, made of the stage that gives lines the label to count by. */
  readonly query: (label: string, stage: string) => string;
  readonly heading: string;
  readonly counted: string;
}

/** Bars by hour of day, by day or by week, oldest first. Where nothing was counted there is no bar. */
export function calendarBars(event: EventDefinition, options: CalendarBarsOptions): Builder<Panel> {
  const { by, query, heading, counted, ...common } = options;
  const columns: Column[] = [
    { field: by, title: heading },
    { field: 'Value #A', title: counted },
  ];
  const sorted = { id: 'sortBy', options: { fields: {}, sort: [{ field: heading, desc: false }] } };
  const builder = new BarChartBuilder()
    .xField(heading)
    .stacking(StackingMode.None)
    .fillOpacity(80)
    .min(0)
    .decimals(0)
    .legend(new VizLegendOptionsBuilder().showLegend(false))
    .transformations([...kept(columns), sorted]);
  return panel(builder, event, {
    ...common,
    datasource: LOKI,
    queries: [logNumbers('A', query(by, calendarLabel(by)))],
  });
}
