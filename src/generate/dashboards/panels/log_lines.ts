import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import { LogsDedupStrategy, LogsSortOrder } from '@grafana/grafana-foundation-sdk/common';
import type { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder as LogsBuilder } from '@grafana/grafana-foundation-sdk/logs';
import type { EventDefinition } from '../../../registry/define.ts';
import { LOKI } from '../datasources.ts';
import { lines, SCOPE } from '../queries/queries.ts';
import { type PanelOptions, panel } from './panel.ts';

interface LogPanelOptions extends Omit<PanelOptions, 'datasource' | 'queries' | 'unit'> {
  /** Which lines, by index labels. */
  readonly matchers: readonly string[];
}

const MOST = 500;

/** The lines of the log, newest first. */
export function logPanel(event: EventDefinition, options: LogPanelOptions): Builder<Panel> {
  const { matchers, ...common } = options;
  const builder = new LogsBuilder()
    .showTime(true)
    .showLabels(false)
    .showCommonLabels(false)
    .wrapLogMessage(true)
    .prettifyLogMessage(false)
    .enableLogDetails(true)
    .showLogContextToggle(true)
    .sortOrder(LogsSortOrder.Descending)
    .dedupStrategy(LogsDedupStrategy.None);
  return panel(builder, event, {
    ...common,
    datasource: LOKI,
    queries: [lines('A', `{${[...matchers, ...SCOPE].join(', ')}}`, MOST)],
  });
}
