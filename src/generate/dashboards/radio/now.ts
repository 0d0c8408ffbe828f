import { playId } from '../../../registry/operation.ts';
import {
  playAlbum,
  playArtist,
  playCompletionRatio,
  playDurationSeconds,
  playEnded,
  playEndReason,
  playErrorCount,
  playExpectedSeconds,
  playOutcome,
  playStarted,
  playStation,
  playTitle,
  playTrackKey,
} from '../../../registry/play.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import { attributeColumn, eventTable, MOST_EVENTS } from '../event_table.ts';
import { LONGEST_RUN } from '../explore.ts';
import type { Line } from '../layout.ts';
import { countBy, linesOf } from '../log_numbers.ts';
import { logTable } from '../log_panels.ts';
import { type Column, unit, width } from '../table_columns.ts';
import { runningTrace } from '../trace_column.ts';
import { OF_STATION, QUIET, STATION } from './measures.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';
import { trackColumn } from './track_link.ts';

const HASHED = 'Artist and title are hashes unless the privacy settings say otherwise.';

/** What is played now, and what was played last. */
export function now(): Line[] {
  return [{ heading: 'On air', id: ROWS.now }, [nowPlaying()], [lastPlays()]];
}

// A play that started and has not ended. One whose process was killed is ended by the next process of the station.
function nowPlaying() {
  const id = labelName(playId.name);
  const described = [playArtist, playTitle, playTrackKey, playExpectedSeconds].map(({ name }) =>
    labelName(name),
  );
  const since = ' | label_format since=`{{ __timestamp__ | unixEpochMillis }}`';
  const started = countBy(
    ['service_name', STATION, ...described, 'since', id, 'trace_id'],
    `${linesOf(playStarted)}${OF_STATION}${since}`,
    LONGEST_RUN,
  );
  const ended = countBy([id], `${linesOf(playEnded)}${OF_STATION}`, LONGEST_RUN);
  const columns: Column[] = [
    { field: 'since', title: 'Since', properties: [unit('dateTimeFromNow'), width(170)] },
    { field: 'service_name', title: 'Service', properties: [width(120)] },
    { field: STATION, title: 'Station', properties: [width(120)] },
    attributeColumn(playArtist, 'Artist'),
    attributeColumn(playTitle, 'Title'),
    trackColumn(),
    attributeColumn(playExpectedSeconds, 'Expected', 90),
    runningTrace('play'),
  ];
  return logTable(playStarted, {
    id: ID.nowPlaying,
    title: 'Now playing',
    about: `Plays of the last ${LONGEST_RUN} that have not ended. ${HASHED}`,
    whenEmpty: 'Nothing is on air',
    width: 24,
    height: 5,
    sortBy: 'Since',
    exprs: [`${started} unless on (${id}) ${ended}`],
    columns,
  });
}

function lastPlays() {
  return eventTable(playEnded, {
    id: ID.lastPlays,
    title: `Last ${MOST_EVENTS} plays`,
    about: `Click a track for its history, a trace for all that happened. ${HASHED}`,
    whenEmpty: QUIET,
    width: 24,
    height: 11,
    conditions: OF_STATION,
    columns: [
      attributeColumn(playStation, 'Station', 110),
      attributeColumn(playArtist, 'Artist'),
      attributeColumn(playTitle, 'Title'),
      attributeColumn(playAlbum, 'Album'),
      trackColumn(),
      attributeColumn(playDurationSeconds, 'Played', 80),
      attributeColumn(playCompletionRatio, 'Completed', 90),
      attributeColumn(playOutcome, 'Outcome', 110),
      attributeColumn(playEndReason, 'Ended by', 100),
      attributeColumn(playErrorCount, 'Errors', 70),
    ],
  });
}
