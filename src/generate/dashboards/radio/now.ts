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
} from '../../../registry/play.ts';
import { LONGEST_RUN } from '../explore.ts';
import type { Line } from '../layout.ts';
import { attributeColumn, eventTable, MOST_EVENTS } from '../panels/event_table.ts';
import { runningTable } from '../panels/running_table.ts';
import { width } from '../panels/table_columns.ts';
import { OF_STATION, QUIET } from './measures.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';
import { trackColumn } from './track_link.ts';

const HASHED = 'Artist and title are hashes unless the privacy settings say otherwise.';

/** What is played now, and what was played last. */
export function now(): Line[] {
  return [{ heading: 'On air', id: ROWS.now }, [nowPlaying()], [lastPlays()]];
}

// A play that started and has not ended. One whose process was killed is ended by the next process of the station.
function nowPlaying() {
  return runningTable({
    started: playStarted,
    ended: playEnded,
    key: playId,
    what: 'play',
    conditions: OF_STATION,
    id: ID.nowPlaying,
    title: 'Now playing',
    about: `Plays of the last ${LONGEST_RUN} that have not ended. ${HASHED}`,
    whenEmpty: 'Nothing is on air',
    width: 24,
    height: 5,
    sinceWidth: 170,
    columns: [
      { field: 'service_name', title: 'Service', properties: [width(120)] },
      attributeColumn(playStation, 'Station', 120),
      attributeColumn(playArtist, 'Artist'),
      attributeColumn(playTitle, 'Title'),
      trackColumn(),
      attributeColumn(playExpectedSeconds, 'Expected', 90),
    ],
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
      attributeColumn(playCompletionRatio, 'Completed', 105),
      attributeColumn(playOutcome, 'Outcome', 110),
      attributeColumn(playEndReason, 'Ended by', 100),
      attributeColumn(playErrorCount, 'Errors', 70),
    ],
  });
}
