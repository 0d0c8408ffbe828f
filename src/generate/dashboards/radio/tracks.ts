import { CustomVariableBuilder, TextBoxVariableBuilder } from '@grafana/grafana-foundation-sdk/dashboard';
import {
  playDurationSeconds,
  playEnded,
  playEndReason,
  playOutcome,
  playStarted,
  playStation,
  playTrackKey,
} from '../../../registry/play.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import { errorMessage } from '../../../registry/upstream.ts';
import type { Line } from '../layout.ts';
import { attributeColumn, eventTable } from '../panels/event_table.ts';
import { logTable } from '../panels/log_panels.ts';
import { width } from '../panels/table_columns.ts';
import { countBy, has, linesOf } from '../queries/log_numbers.ts';
import { OF_STATION, QUIET } from './measures.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';
import { TRACK, trackColumn } from './track_link.ts';

const KEY = labelName(playTrackKey.name);

/** Which tracks are played most, and the history of one. */
export function tracks(): Line[] {
  return [{ heading: 'Tracks', id: ROWS.tracks }, [mostPlayed(), history()]];
}

/** How many tracks to list, and the track whose history is shown. */
export function trackVariables() {
  return [
    new CustomVariableBuilder('top')
      .label('Tracks listed')
      .values('10,20,50,100')
      .current({ selected: true, text: '20', value: '20' }),
    new TextBoxVariableBuilder(TRACK).label('Track').defaultValue(''),
  ];
}

function mostPlayed() {
  const found = `${linesOf(playStarted)}${OF_STATION}${has(playTrackKey)}`;
  return logTable(playStarted, {
    id: ID.mostPlayed,
    title: 'Most played tracks',
    about:
      'In the time shown, by track key: `artist - title` in one normal form, or its hash. Click one for its history.',
    whenEmpty: QUIET,
    width: 8,
    height: 11,
    sortBy: 'Plays',
    exprs: [`topk($top, ${countBy([KEY], found)})`],
    columns: [trackColumn(), { field: 'Value #A', title: 'Plays', properties: [width(90)] }],
  });
}

function history() {
  return eventTable(playEnded, {
    id: ID.trackHistory,
    title: 'History of one track',
    about:
      'Plays of the track in the variable “Track”: click one in another table, or paste its key, which is a hash if the titles are.',
    whenEmpty: 'No track is chosen, or it was not played in this time',
    width: 16,
    height: 11,
    // In this format Grafana adds the quotation marks, and escapes those in a title.
    conditions: `${OF_STATION}${has(playTrackKey)} | ${KEY}=\${${TRACK}:doublequote}`,
    columns: [
      attributeColumn(playStation, 'Station', 110),
      attributeColumn(playDurationSeconds, 'Played', 80),
      attributeColumn(playOutcome, 'Outcome', 110),
      attributeColumn(playEndReason, 'Ended by', 100),
      attributeColumn(errorMessage, 'Message'),
    ],
  });
}
