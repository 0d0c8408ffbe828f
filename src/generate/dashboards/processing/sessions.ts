import {
  sessionDurationSeconds,
  sessionEnded,
  sessionErrorCount,
  sessionFileCount,
  sessionOutcome,
} from '../../../registry/session.ts';
import {
  stageBytesIn,
  stageBytesOut,
  stageDurationSeconds,
  stageEnded,
  stageFileCount,
  stageName,
  stageOutcome,
} from '../../../registry/stage.ts';
import { errorType, sessionId, userId } from '../../../registry/upstream.ts';
import { DASHBOARD_UIDS } from '../dashboard_uids.ts';
import type { Line } from '../layout.ts';
import { attributeColumn, eventTable } from '../panels/event_table.ts';
import { leadsTo } from '../panels/table_columns.ts';
import { chosen, OF_SESSION } from './measures.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

/** One session after the other, and the stages of each. */
export function sessions(): Line[] {
  return [{ heading: 'Sessions, stage by stage', id: ROWS.sessions }, [lastSessions()], [lastStages()]];
}

// A click on a session asks for it, on this dashboard.
function sessionColumn() {
  const kept = ['service', 'environment', 'stage'].map((name) => `\${${name}:queryparam}`).join('&');
  const url = `/d/${DASHBOARD_UIDS.processing}?var-session=\${__value.raw:percentencode}&${kept}&\${__url_time_range}`;
  return {
    ...attributeColumn(sessionId, 'Session'),
    properties: [leadsTo('This session alone', url)],
  };
}

function lastSessions() {
  return eventTable(sessionEnded, {
    id: ID.lastSessions,
    title: 'Last sessions',
    about: 'Click one to see it alone.',
    whenEmpty: 'No session ended in this time',
    width: 24,
    height: 7,
    conditions: OF_SESSION,
    columns: [
      sessionColumn(),
      attributeColumn(userId, 'User', 190),
      attributeColumn(sessionOutcome, 'Outcome', 110),
      attributeColumn(sessionFileCount, 'Files', 80),
      attributeColumn(sessionErrorCount, 'Errors', 80),
      attributeColumn(sessionDurationSeconds, 'Took', 100),
      attributeColumn(errorType, 'Type', 190),
    ],
  });
}

function lastStages() {
  return eventTable(stageEnded, {
    id: ID.lastStages,
    title: 'Last stages',
    about: 'Of the session that is chosen, or of all.',
    whenEmpty: 'No stage ended in this time',
    width: 24,
    height: 9,
    conditions: `${chosen.ofLines(stageName)}${OF_SESSION}`,
    columns: [
      sessionColumn(),
      attributeColumn(stageName, 'Stage', 150),
      attributeColumn(stageOutcome, 'Outcome', 110),
      attributeColumn(stageDurationSeconds, 'Took', 100),
      attributeColumn(stageBytesIn, 'In', 100),
      attributeColumn(stageBytesOut, 'Out', 100),
      attributeColumn(stageFileCount, 'Files', 80),
    ],
  });
}
