import { PanelBuilder as TableBuilder } from '@grafana/grafana-foundation-sdk/table';
import { downloadSuccessRateLow } from '../../../registry/alerts.ts';
import {
  downloadAttemptEnded,
  downloadAttempts,
  downloadClient,
  downloadCookiesUsed,
  downloadDurationSeconds,
  downloadOutcome,
  downloadProxyUsed,
  videoId,
} from '../../../registry/download.ts';
import { errorCategory } from '../../../registry/error.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import { errorMessage, errorType, serverAddress } from '../../../registry/upstream.ts';
import { LOKI } from '../datasources.ts';
import { panel } from '../panel.ts';
import { lines, SCOPE } from '../queries.ts';
import { type Column, kept, styled, unit, width } from '../table_columns.ts';
import { endedTrace } from '../trace_column.ts';
import { chosen } from './measures.ts';
import { PANELS as ID } from './panel_ids.ts';

const MOST = 100;

const COLUMNS: readonly Column[] = [
  { field: 'Time', title: 'Ended', properties: [width(170)] },
  { field: 'service_name', title: 'Service', properties: [width(110)] },
  { field: labelName(videoId.name), title: 'Video', properties: [width(120)] },
  { field: labelName(serverAddress.name), title: 'From', properties: [width(140)] },
  { field: labelName(errorType.name), title: 'Type', properties: [width(150)] },
  { field: labelName(errorCategory.name), title: 'Category', properties: [width(100)] },
  { field: labelName(downloadClient.name), title: 'Client', properties: [width(80)] },
  { field: labelName(downloadProxyUsed.name), title: 'Proxy', properties: [width(70)] },
  { field: labelName(downloadCookiesUsed.name), title: 'Cookies', properties: [width(75)] },
  { field: labelName(downloadDurationSeconds.name), title: 'Took', properties: [unit('s'), width(80)] },
  { field: labelName(errorMessage.name), title: 'Message' },
  endedTrace(),
];

/** The last failed attempts, each with a link to its trace. */
export function lastFailures() {
  const [outcome] = downloadSuccessRateLow.condition.failed.where['media.download.outcome'] ?? [];
  const stream = [`event_name="${downloadAttemptEnded.name}"`, ...SCOPE].join(', ');
  const expr = `{${stream}} | ${labelName(downloadOutcome.name)}="${outcome}"${chosen.ofLines(downloadClient)}`;
  const toColumns = { id: 'extractFields', options: { source: 'labels', format: 'auto', replace: false } };
  // Loki's structured metadata is text, and a text has no unit.
  const toNumber = {
    id: 'convertFieldType',
    options: {
      conversions: [{ targetField: labelName(downloadDurationSeconds.name), destinationType: 'number' }],
    },
  };
  const builder = new TableBuilder().transformations([toColumns, toNumber, ...kept(COLUMNS)]);
  return panel(styled(builder, COLUMNS), downloadAttempts, {
    id: ID.lastFailures,
    title: 'Last failed attempts',
    about: `The last ${MOST} that failed. Click a trace to see all that happened in it, or its log lines.`,
    whenEmpty: 'No failed attempts in this time',
    datasource: LOKI,
    width: 24,
    height: 10,
    queries: [lines('A', expr, MOST)],
  });
}
