import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import { TableFooterOptionsBuilder } from '@grafana/grafana-foundation-sdk/common';
import type { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder as TableBuilder } from '@grafana/grafana-foundation-sdk/table';
import type { AttributeDefinition, EventDefinition } from '../../../registry/define.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import { LOKI } from '../datasources.ts';
import { lines, SCOPE } from '../queries/queries.ts';
import { type PanelOptions, panel } from './panel.ts';
import { type Column, kept, numeric, styled, unit, width } from './table_columns.ts';
import { endedTrace } from './trace_column.ts';
import { grafanaUnit } from './units.ts';

/** Most lines that a table of events holds. */
export const MOST_EVENTS = 100;

interface EventTableOptions extends Omit<PanelOptions, 'datasource' | 'queries' | 'unit'> {
  readonly columns: readonly Column[];
  /** What more must be so of the lines, each after a bar. */
  readonly conditions?: string;
  /** How many lines at most. More than the default come in pages. Default {@link MOST_EVENTS}. */
  readonly most?: number;
  /** The column of the trace, or none where the event belongs to none. Default: that of something that has ended. */
  readonly trace?: Column | 'none';
  /** Which lines, by index labels; that of the event where this is absent. */
  readonly matchers?: readonly string[];
}

/** The last events of a kind, newest first, each with a link to its trace and to the log lines of that. */
export function eventTable(event: EventDefinition, options: EventTableOptions): Builder<Panel> {
  const {
    columns,
    conditions = '',
    most = MOST_EVENTS,
    trace = endedTrace(),
    matchers = [`event_name="${event.name}"`],
    ...common
  } = options;
  const shown = [TIME, SERVICE, ...columns, ...(trace === 'none' ? [] : [trace])];
  const toColumns = { id: 'extractFields', options: { source: 'labels', format: 'auto', replace: false } };
  const builder = new TableBuilder().transformations([toColumns, numeric(shown), ...kept(shown)]);
  if (most > MOST_EVENTS) builder.footer(new TableFooterOptionsBuilder().enablePagination(true));
  return panel(styled(builder, shown), event, {
    ...common,
    about: [common.about, `The last ${most}.`].filter((text) => text !== undefined).join(' '),
    datasource: LOKI,
    queries: [lines('A', `{${[...matchers, ...SCOPE].join(', ')}}${conditions}`, most)],
  });
}

/** A column of an attribute. Of a number, in its unit. */
export function attributeColumn(attribute: AttributeDefinition, title: string, pixels?: number): Column {
  const properties = [
    ...(attribute.unit === undefined ? [] : [unit(grafanaUnit(attribute.unit))]),
    ...(pixels === undefined ? [] : [width(pixels)]),
  ];
  return { field: labelName(attribute.name), title, ...(properties.length > 0 && { properties }) };
}

const TIME: Column = { field: 'Time', title: 'Time', properties: [width(160)] };

const SERVICE: Column = { field: 'service_name', title: 'Service', properties: [width(110)] };

/** The line itself, as a log has it. */
export const LINE: Column = { field: 'Line', title: 'What happened' };
