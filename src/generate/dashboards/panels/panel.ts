import type { Builder, Dataquery } from '@grafana/grafana-foundation-sdk/cog';
import type { DataSourceRef } from '@grafana/grafana-foundation-sdk/common';
import type { GridPos, Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import type { EventDefinition, MetricDefinition } from '../../../registry/define.ts';
import { windows } from '../../../registry/windows.ts';
import { PROMETHEUS } from '../datasources.ts';
import type { ForeignMetric } from '../queries/foreign_metric.ts';
import { grafanaUnit } from './units.ts';

/** What the builders of all kinds of panel have in common. */
export interface PanelBuilder extends Builder<Panel> {
  id(id: number): this;
  title(title: string): this;
  description(description: string): this;
  datasource(datasource: DataSourceRef): this;
  gridPos(gridPos: GridPos): this;
  unit(unit: string): this;
  noValue(text: string): this;
  targets(targets: Builder<Dataquery>[]): this;
}

export interface PanelOptions {
  /** Stable: see panel_ids.ts. */
  readonly id: number;
  readonly title: string;
  /** What this panel makes of the metric, after what the metric is. */
  readonly about?: string;
  /** Only where the panel shows something else than the metric itself, as a share or a number of it. */
  readonly unit?: 'percentunit' | 'short' | 's' | 'Bps' | 'cps';
  readonly width: number;
  readonly height: number;
  readonly datasource: DataSourceRef;
  readonly queries: readonly Builder<Dataquery>[];
  /** What an idle panel says. */
  readonly whenEmpty?: string;
}

/** What a panel shows: a metric of ours, one that others define, or an event. */
export type Shown = MetricDefinition | ForeignMetric | EventDefinition;

// With how far back it reaches: a longer time shown has nothing more in it.
function source(shown: Shown, { uid }: DataSourceRef): string {
  const days = uid === PROMETHEUS.uid ? windows.metricsRetentionDays : windows.logsRetentionDays;
  return `${named(shown)}, kept for ${days} days.`;
}

function named(shown: Shown): string {
  if ('series' in shown) return `Series: ${shown.series}`;
  return 'instrument' in shown ? `Metric: ${shown.name}` : `Event: ${shown.name}`;
}

/**
 * Makes a panel of a metric or an event. Unit and description come from the registry, so that a panel cannot say one thing and the
 * code do another.
 */
export function panel<B extends PanelBuilder>(builder: B, shown: Shown, options: PanelOptions): B {
  const about = options.about === undefined ? '' : ` ${options.about}`;
  builder
    .id(options.id)
    .title(options.title)
    .description(`${shown.brief}${about} ${source(shown, options.datasource)}`)
    .datasource(options.datasource)
    .unit(options.unit ?? ('unit' in shown ? grafanaUnit(shown.unit) : 'short'))
    .gridPos({ x: 0, y: 0, w: options.width, h: options.height })
    .targets([...options.queries]);
  if (options.whenEmpty !== undefined) builder.noValue(options.whenEmpty);
  return builder;
}
