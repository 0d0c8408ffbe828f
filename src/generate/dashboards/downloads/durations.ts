import { PromQueryFormat } from '@grafana/grafana-foundation-sdk/prometheus';
import {
  downloadAttemptDuration,
  downloadAttemptSpan,
  downloadClient,
  downloadSize,
} from '../../../registry/download.ts';
import { execDuration } from '../../../registry/exec.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import { select } from '../../../registry/selection.ts';
import { processExecutableName } from '../../../registry/upstream.ts';
import { counted, sumBy } from '../../promql.ts';
import { PROMETHEUS } from '../datasources.ts';
import { SPAN_DURATION_BUCKET } from '../foreign_metrics.ts';
import type { Line } from '../layout.ts';
import { panel } from '../panel.ts';
import { around, graph, SCOPE } from '../queries.ts';
import { bars, heatmap, lineGraph } from '../shapes.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

const QUIET = 'No attempts in this time';
const CLIENT_LABEL = labelName(downloadClient.name);

/** How long downloads take, and which took long. */
export function durations(): Line[] {
  return [
    { heading: 'Durations', id: ROWS.durations },
    [traces(), distribution()],
    [byClient(), byProgram()],
  ];
}

/** How much was downloaded. */
export function bytes(): Line[] {
  return [{ heading: 'Bytes', id: ROWS.bytes }, [bytesByClient(), fileSize()]];
}

function quantile(share: number, labels: readonly string[], buckets: string): string {
  return `histogram_quantile(${share}, ${sumBy([...labels, 'le'], buckets)})`;
}

// From the Collector's span metrics, as only those carry exemplars.
function traces() {
  const matchers = [`span_name="${downloadAttemptSpan.name}"`, ...SCOPE].join(',');
  const buckets = counted(`${SPAN_DURATION_BUCKET}{${matchers}}`, '$__rate_interval');
  return panel(lineGraph().interval('1m'), downloadAttemptDuration, {
    id: ID.durationTraces,
    title: 'Duration, with traces',
    about: 'Percentiles over all clients. Each dot is one attempt: click it to open its trace.',
    whenEmpty: QUIET,
    datasource: PROMETHEUS,
    width: 12,
    height: 8,
    queries: [
      graph('A', quantile(0.5, [], buckets), 'median').exemplar(true),
      graph('B', quantile(0.95, [], buckets), '95th percentile'),
    ],
  });
}

function distribution() {
  const expr = sumBy(['le'], around(select(downloadAttemptDuration), 'bucket'));
  return panel(heatmap(), downloadAttemptDuration, {
    id: ID.durationHeatmap,
    title: 'Duration, distribution',
    about: 'The brighter a cell, the more attempts took about that long.',
    whenEmpty: QUIET,
    datasource: PROMETHEUS,
    width: 12,
    height: 8,
    queries: [graph('A', expr, '{{le}}').format(PromQueryFormat.Heatmap)],
  });
}

function byClient() {
  const buckets = around(select(downloadAttemptDuration), 'bucket');
  return panel(lineGraph().interval('15m'), downloadAttemptDuration, {
    id: ID.durationByClient,
    title: 'Duration by client, 95th percentile',
    whenEmpty: QUIET,
    datasource: PROMETHEUS,
    width: 12,
    height: 8,
    queries: [graph('A', quantile(0.95, [CLIENT_LABEL], buckets), `{{${CLIENT_LABEL}}}`)],
  });
}

function byProgram() {
  const label = labelName(processExecutableName.name);
  const buckets = around(select(execDuration), 'bucket');
  return panel(lineGraph().interval('15m'), execDuration, {
    id: ID.programDuration,
    title: 'Duration by program, 95th percentile',
    about: 'Of yt-dlp, ffmpeg and whatever else was run.',
    whenEmpty: 'No programs were run in this time',
    datasource: PROMETHEUS,
    width: 12,
    height: 8,
    queries: [graph('A', quantile(0.95, [label], buckets), `{{${label}}}`)],
  });
}

function bytesByClient() {
  return panel(bars(), downloadSize, {
    id: ID.bytesByClient,
    title: 'Downloaded, by client',
    about: 'Added up.',
    whenEmpty: 'Nothing was downloaded in this time',
    datasource: PROMETHEUS,
    width: 12,
    height: 8,
    queries: [graph('A', sumBy([CLIENT_LABEL], around(select(downloadSize), 'sum')), `{{${CLIENT_LABEL}}}`)],
  });
}

function fileSize() {
  const buckets = around(select(downloadSize), 'bucket');
  return panel(lineGraph().interval('15m'), downloadSize, {
    id: ID.fileSize,
    title: 'File size',
    about: 'Percentiles.',
    whenEmpty: 'Nothing was downloaded in this time',
    datasource: PROMETHEUS,
    width: 12,
    height: 8,
    queries: [
      graph('A', quantile(0.5, [], buckets), 'median'),
      graph('B', quantile(0.95, [], buckets), '95th percentile'),
    ],
  });
}
