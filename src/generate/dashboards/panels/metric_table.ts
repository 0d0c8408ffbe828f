import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import type { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { PROMETHEUS } from '../datasources.ts';
import { columns as query } from '../queries/queries.ts';
import { type PanelOptions, panel, type Shown } from './panel.ts';
import { table } from './shapes.ts';
import { type Column, joined, kept, styled } from './table_columns.ts';

export interface MetricTableOptions extends Omit<PanelOptions, 'datasource' | 'queries'> {
  /** The queries. The value of one is `Value`; those of several are `Value #A`, `Value #B` and so on. */
  readonly exprs: readonly string[];
  readonly columns: readonly Column[];
  /** Title of the column to sort by, largest first. */
  readonly sortBy: string;
  /** Digits behind the point, where a column says nothing else. */
  readonly decimals?: number;
}

/** A table of numbers made of metrics, joined on the labels that they have in common. */
export function metricTable(shown: Shown, options: MetricTableOptions): Builder<Panel> {
  const { exprs, columns, sortBy, decimals, ...common } = options;
  const builder = table(sortBy);
  if (decimals !== undefined) builder.decimals(decimals);
  builder.transformations(exprs.length === 1 ? kept(columns) : joined(columns));
  return panel(styled(builder, columns), shown, {
    ...common,
    datasource: PROMETHEUS,
    queries: exprs.map((expr, at) => query(queryLetter(at), expr)),
  });
}

/** Letter of a query of a table by its place: the first is A. */
export function queryLetter(at: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + at);
}
