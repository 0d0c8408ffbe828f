import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import type { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { errorCategory } from '../../../registry/error.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import { errorType } from '../../../registry/upstream.ts';
import { fixMapping } from './fixes.ts';
import { type MetricTableOptions, metricTable } from './metric_table.ts';
import type { Shown } from './panel.ts';
import { type Column, leadsTo, width } from './table_columns.ts';

const TYPE = labelName(errorType.name);
const CATEGORY = labelName(errorCategory.name);

interface FailureTableOptions extends Omit<MetricTableOptions, 'exprs' | 'columns' | 'sortBy' | 'decimals'> {
  /** How many there were, by type and category of error and the labels of the columns before them. */
  readonly counted: string;
  /** What the numbers are called. */
  readonly heading: string;
  /** Width of the column of numbers, in pixels. Default 80. */
  readonly headingWidth?: number;
  /** Columns before that of the type. */
  readonly before?: readonly Column[];
  /** Width of the column of types, in pixels. Default 150. */
  readonly typeWidth?: number;
  /** Where a click on a type leads. */
  readonly link?: { readonly title: string; readonly url: string };
}

/** What went wrong in the time shown, most first, and what to do about each type of error. */
export function failureTable(shown: Shown, options: FailureTableOptions): Builder<Panel> {
  const { counted, heading, headingWidth = 80, before = [], typeWidth = 150, link, ...common } = options;
  const links = link === undefined ? [] : [leadsTo(link.title, link.url)];
  return metricTable(shown, {
    ...common,
    sortBy: heading,
    decimals: 0,
    // The type twice: the second one is shown as what to do about it.
    exprs: [`label_join(${counted} > 0, "fix", "", "${TYPE}")`],
    columns: [
      ...before,
      { field: TYPE, title: 'Type', properties: [width(typeWidth), ...links] },
      { field: CATEGORY, title: 'Category', properties: [width(100)] },
      { field: 'Value', title: heading, properties: [width(headingWidth)] },
      { field: 'fix', title: 'What to do', properties: [fixMapping()] },
    ],
  });
}
