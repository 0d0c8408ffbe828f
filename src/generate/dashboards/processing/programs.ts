import { counted } from '../../../alerts/counted.ts';
import { series, sumBy } from '../../../alerts/promql.ts';
import {
  execDroppedFrameCount,
  execDuration,
  execEnded,
  execFrames,
  execOutcome,
  execOutputTime,
  execOutputTimeSeconds,
  execSlowEvent,
  execSpeed,
  execSpeedRatio,
} from '../../../registry/exec.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import { select } from '../../../registry/selection.ts';
import { thresholds } from '../../../registry/thresholds.ts';
import { errorMessage, errorType, processExecutableName } from '../../../registry/upstream.ts';
import { eventLink } from '../explore.ts';
import type { Line } from '../layout.ts';
import { goodFrom } from '../panels/colours.ts';
import { attributeColumn, eventTable } from '../panels/event_table.ts';
import { barPanel, linePanel } from '../panels/simple_panels.ts';
import { unfinishedTrace } from '../panels/trace_column.ts';
import { quantile } from '../queries/percentiles.ts';
import { chosen } from './measures.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

const PROGRAM = labelName(processExecutableName.name);
const OUTCOME = labelName(execOutcome.name);
const NONE = 'ffmpeg did not run in this time';

/** How ffmpeg and the other programs get on. */
export function programs(): Line[] {
  return [
    { heading: 'ffmpeg and other programs', id: ROWS.programs },
    [speed(), tooSlow(), frames(), written()],
    [ended(), fallingBehind()],
  ];
}

function speed() {
  const buckets = chosen.around(select(execSpeed), 'bucket');
  return linePanel(execSpeed, {
    id: ID.speed,
    title: 'Speed against real time',
    about: 'Below the dashed line a program that streams falls behind.',
    unit: 'short',
    whenEmpty: NONE,
    width: 6,
    height: 8,
    min: 0,
    colours: goodFrom(thresholds.execStreamSpeedRatio),
    curves: [
      [quantile(0.05, [PROGRAM], buckets), `{{${PROGRAM}}}, slowest 5 %`],
      [quantile(0.5, [PROGRAM], buckets), `{{${PROGRAM}}}, median`],
    ],
  });
}

function tooSlow() {
  const streaming = select(execSpeed, { 'media.exec.streaming': ['true'] });
  const enough = `le="${thresholds.execStreamSpeedRatio}"`;
  const slow = series(streaming, [...chosen.scope(execSpeed), enough], 'bucket');
  const below = counted(slow, '$__rate_interval');
  return linePanel(execSpeed, {
    id: ID.speedTooLow,
    title: 'Streams too slow for real time',
    about: 'Share of all looks at programs that stream. Click a line for when they fell behind.',
    links: [{ title: 'Programs that fell behind', url: eventLink(execSlowEvent, [PROGRAM]) }],
    unit: 'percentunit',
    whenEmpty: 'Nothing was streamed in this time',
    width: 6,
    height: 8,
    min: 0,
    max: 1,
    curves: [
      [
        `${sumBy([PROGRAM], below)} / (${sumBy([PROGRAM], chosen.around(streaming, 'count'))} > 0)`,
        `{{${PROGRAM}}}`,
      ],
    ],
  });
}

function frames() {
  return barPanel(execFrames, {
    id: ID.frames,
    title: 'Frames written',
    about: 'Frames that were dropped are in the table below.',
    whenEmpty: NONE,
    width: 6,
    height: 8,
    curves: [[sumBy([PROGRAM], chosen.around(select(execFrames))), `{{${PROGRAM}}}`]],
  });
}

function written() {
  return barPanel(execOutputTime, {
    id: ID.mediaWritten,
    title: 'Media written, playing time',
    whenEmpty: NONE,
    width: 6,
    height: 8,
    curves: [[sumBy([PROGRAM], chosen.around(select(execOutputTime))), `{{${PROGRAM}}}`]],
  });
}

function ended() {
  return barPanel(execDuration, {
    id: ID.programs,
    title: 'Programs that ended, by outcome',
    meaning: execOutcome,
    about: 'How many. Click a bar for those that ended badly.',
    unit: 'short',
    whenEmpty: 'No program ended in this time',
    width: 8,
    height: 9,
    links: [{ title: 'Those that ended badly', url: eventLink(execEnded, [PROGRAM]) }],
    curves: [
      [
        sumBy([PROGRAM, OUTCOME], chosen.around(select(execDuration), 'count')),
        `{{${PROGRAM}}}: {{${OUTCOME}}}`,
      ],
    ],
  });
}

function fallingBehind() {
  return eventTable(execSlowEvent, {
    id: ID.fallingBehind,
    title: 'Last programs that fell behind or ended badly',
    about:
      'Programs that stream and cannot keep up, told while they run; and those that failed. Dropped are frames.',
    trace: unfinishedTrace(),
    whenEmpty: 'None in this time',
    width: 16,
    height: 9,
    matchers: [`event_name=~"${execSlowEvent.name}|${execEnded.name}"`],
    columns: [
      attributeColumn(processExecutableName, 'Program', 90),
      attributeColumn(execSpeedRatio, 'Speed', 80),
      attributeColumn(execDroppedFrameCount, 'Dropped', 90),
      attributeColumn(execOutputTimeSeconds, 'Written', 90),
      attributeColumn(errorType, 'Type', 130),
      attributeColumn(errorMessage, 'Message'),
    ],
  });
}
