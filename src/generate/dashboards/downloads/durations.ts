import { sumBy } from '../../../alerts/promql.ts';
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
import type { Line } from '../layout.ts';
import { distribution, tracedDurations } from '../panels/durations.ts';
import { barPanel, linePanel } from '../panels/simple_panels.ts';
import { percentileCurves, quantile } from '../queries/percentiles.ts';
import { chosen } from './measures.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

const QUIET = 'No attempts in this time';
const NOTHING = 'Nothing was downloaded in this time';
const SIZE = { width: 12, height: 8 } as const;
const CLIENT_LABEL = labelName(downloadClient.name);

/** How long downloads take, and which took long. */
export function durations(): Line[] {
  return [{ heading: 'Durations', id: ROWS.durations }, [traces(), spread()], [byClient(), byProgram()]];
}

/** How much was downloaded. */
export function bytes(): Line[] {
  return [{ heading: 'Bytes', id: ROWS.bytes }, [bytesByClient(), fileSize()]];
}

function traces() {
  return tracedDurations(downloadAttemptDuration, `span_name="${downloadAttemptSpan.name}"`, {
    id: ID.durationTraces,
    title: 'Duration, with traces',
    about: 'Percentiles over all clients. Each dot is one attempt: click it to open its trace.',
    whenEmpty: QUIET,
    ...SIZE,
  });
}

function spread() {
  return distribution(chosen, downloadAttemptDuration, {
    id: ID.durationHeatmap,
    title: 'Duration, distribution',
    about: 'The brighter a cell, the more attempts took about that long.',
    whenEmpty: QUIET,
    ...SIZE,
  });
}

function byClient() {
  const buckets = chosen.around(select(downloadAttemptDuration), 'bucket');
  return linePanel(downloadAttemptDuration, {
    id: ID.durationByClient,
    title: 'Duration by client, 95th percentile',
    whenEmpty: QUIET,
    ...SIZE,
    interval: '15m',
    curves: [[quantile(0.95, [CLIENT_LABEL], buckets), `{{${CLIENT_LABEL}}}`]],
  });
}

function byProgram() {
  const label = labelName(processExecutableName.name);
  return linePanel(execDuration, {
    id: ID.programDuration,
    title: 'Duration by program, 95th percentile',
    about: 'Of yt-dlp, ffmpeg and whatever else was run.',
    whenEmpty: 'No programs were run in this time',
    ...SIZE,
    interval: '15m',
    curves: [[quantile(0.95, [label], chosen.around(select(execDuration), 'bucket')), `{{${label}}}`]],
  });
}

function bytesByClient() {
  return barPanel(downloadSize, {
    id: ID.bytesByClient,
    title: 'Downloaded, by client',
    about: 'Added up.',
    whenEmpty: NOTHING,
    ...SIZE,
    curves: [[sumBy([CLIENT_LABEL], chosen.around(select(downloadSize), 'sum')), `{{${CLIENT_LABEL}}}`]],
  });
}

function fileSize() {
  return linePanel(downloadSize, {
    id: ID.fileSize,
    title: 'File size',
    about: 'Percentiles.',
    whenEmpty: NOTHING,
    ...SIZE,
    interval: '15m',
    curves: percentileCurves(chosen.around(select(downloadSize), 'bucket')),
  });
}
