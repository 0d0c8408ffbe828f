import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import type { Panel, ThresholdsConfig } from '@grafana/grafana-foundation-sdk/dashboard';
import type { PanelBuilder as TimeseriesBuilder } from '@grafana/grafana-foundation-sdk/timeseries';
import type { AttributeDefinition } from '../../../registry/define.ts';
import { PROMETHEUS } from '../datasources.ts';
import { graph, number } from '../queries/queries.ts';
import { coloursOfSeries } from './meanings.ts';
import { type PanelOptions, panel, type Shown } from './panel.ts';
import { bars, dashed, lineGraph, stat } from './shapes.ts';

type Common = Omit<PanelOptions, 'datasource' | 'queries'>;
type Colours = Builder<ThresholdsConfig>;

/** A query of a graph: its expression, and how its series are named. */
export type Curve = readonly [expression: string, legend: string];

export interface NumberOptions extends Omit<Common, 'height'> {
  readonly query: string;
  /** Default: neither good nor bad. */
  readonly colours?: Colours;
  readonly decimals?: number;
}

export interface GraphOptions extends Common {
  readonly curves: readonly Curve[];
  /** Drawn as dashed lines. */
  readonly colours?: Colours;
  /** Least distance of two points, where fewer observations say nothing. */
  readonly interval?: string;
  readonly min?: number;
  readonly max?: number;
  readonly links?: readonly SeriesLink[];
  /** Whose values series are named by, or end with: each of them has a colour of its own everywhere. */
  readonly meaning?: AttributeDefinition;
}

/** Where a click on a series leads. */
export interface SeriesLink {
  readonly title: string;
  readonly url: string;
}

// Ids of processes are long, and their first eight characters tell them apart.
const INSTANCE = '{{service_instance_id}}';
const SHORT_IDS = {
  id: 'renameByRegex',
  options: { regex: '([0-9a-f]{8})-[0-9a-f-]{27}', renamePattern: '$1' },
};

const REF_IDS = ['A', 'B', 'C', 'D', 'E', 'F'] as const;

/** One of the numbers on top of a dashboard. */
export function numberPanel(shown: Shown, options: NumberOptions): Builder<Panel> {
  const { query, colours, decimals, ...common } = options;
  const builder = stat();
  if (colours !== undefined) builder.thresholds(colours);
  if (decimals !== undefined) builder.decimals(decimals);
  return panel(builder, shown, {
    ...common,
    height: 4,
    datasource: PROMETHEUS,
    queries: [number('A', query)],
  });
}

/** Values over time, as lines. */
export function linePanel(shown: Shown, options: GraphOptions): Builder<Panel> {
  return curves(lineGraph(), shown, options);
}

/** Counts over time, as stacked bars. */
export function barPanel(shown: Shown, options: GraphOptions): Builder<Panel> {
  return curves(bars(), shown, options);
}

function curves(builder: TimeseriesBuilder, shown: Shown, options: GraphOptions): Builder<Panel> {
  const { curves: asked, colours, interval, min, max, links = [], meaning, ...common } = options;
  if (colours !== undefined) builder.thresholds(colours).thresholdsStyle(dashed());
  if (interval !== undefined) builder.interval(interval);
  if (min !== undefined) builder.min(min);
  if (max !== undefined) builder.max(max);
  if (links.length > 0) {
    const value = links.map((link) => ({ ...link, targetBlank: true }));
    builder.overrideByRegexp('.*', [{ id: 'links', value }]);
  }
  for (const { pattern, color } of meaning === undefined ? [] : coloursOfSeries(meaning)) {
    const value = { mode: 'fixed', fixedColor: color };
    builder.overrideByRegexp(pattern, [{ id: 'color', value }]);
  }
  if (asked.some(([, legend]) => legend.includes(INSTANCE))) builder.transformations([SHORT_IDS]);
  const queries = asked.map(([expression, legend], at) => graph(REF_IDS[at] ?? '', expression, legend));
  return panel(builder, shown, { ...common, datasource: PROMETHEUS, queries });
}
