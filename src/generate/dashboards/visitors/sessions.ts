import {
  sessionDurationSeconds,
  sessionEnded,
  sessionErrorCount,
  sessionFileCount,
  sessionLinkCount,
  sessionOutcome,
  sessionTitles,
  visitorHash,
} from '../../../registry/session.ts';
import {
  clientAddress,
  countryCode,
  errorMessage,
  errorType,
  userAgentName,
} from '../../../registry/upstream.ts';
import type { Line } from '../layout.ts';
import { attributeColumn, eventTable } from '../panels/event_table.ts';
import { sessionContents, sessionDurations, sessionsByOutcome } from '../panels/session_graphs.ts';
import { chosen, QUIET } from './measures.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

const MOST = 1000;
const SIZE = { width: 8, height: 7 } as const;

/** The sessions of the time shown, one by one and taken together. */
export function sessions(): Line[] {
  return [
    { heading: 'Sessions', id: ROWS.sessions },
    [last()],
    [
      sessionsByOutcome(chosen, { ...SIZE, id: ID.sessionsByOutcome }),
      sessionContents(chosen, { ...SIZE, id: ID.contents }),
      sessionDurations(chosen, { ...SIZE, id: ID.duration }),
    ],
  ];
}

function last() {
  return eventTable(sessionEnded, {
    id: ID.lastSessions,
    title: 'Sessions, newest first',
    about:
      'Of the time shown: choose a day above for those of that day. Titles are hashes unless the privacy settings say otherwise, addresses are networks. Click a trace to see all that happened.',
    whenEmpty: QUIET,
    width: 24,
    height: 11,
    most: MOST,
    columns: [
      attributeColumn(visitorHash, 'Visitor', 150),
      attributeColumn(clientAddress, 'Network', 110),
      attributeColumn(countryCode, 'Country', 70),
      attributeColumn(userAgentName, 'Agent', 90),
      attributeColumn(sessionLinkCount, 'Links', 60),
      attributeColumn(sessionFileCount, 'Files', 60),
      attributeColumn(sessionTitles, 'Titles'),
      attributeColumn(sessionOutcome, 'Outcome', 90),
      attributeColumn(sessionErrorCount, 'Errors', 65),
      attributeColumn(sessionDurationSeconds, 'Took', 75),
      attributeColumn(errorType, 'Type', 110),
      attributeColumn(errorMessage, 'Message'),
    ],
  });
}
