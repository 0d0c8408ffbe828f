import { select } from '../../../registry/selection.ts';
import {
  sessionAge,
  sessionEnded,
  sessionLinkCount,
  sessionStarted,
  visitorHash,
} from '../../../registry/session.ts';
import { thresholds } from '../../../registry/thresholds.ts';
import { countryCode, sessionId, userAgentName } from '../../../registry/upstream.ts';
import { LONGEST_RUN } from '../explore.ts';
import type { Line } from '../layout.ts';
import { BAD, GOOD, steps } from '../panels/colours.ts';
import { attributeColumn } from '../panels/event_table.ts';
import { runningTable } from '../panels/running_table.ts';
import { sessionsRunning } from '../panels/session_graphs.ts';
import { linePanel } from '../panels/simple_panels.ts';
import { chosen, QUIET } from './measures.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

const HEIGHT = 7;

/** Who is here now. */
export function now(): Line[] {
  return [
    { heading: 'Now', id: ROWS.now },
    [running(), sessionsRunning(chosen, { id: ID.sessionsActive, width: 6, height: HEIGHT }), oldest()],
  ];
}

function running() {
  return runningTable({
    started: sessionStarted,
    ended: sessionEnded,
    key: sessionId,
    what: 'session',
    id: ID.running,
    title: 'Running now',
    about: `Sessions of the last ${LONGEST_RUN} that have not ended, or whose process was killed.`,
    whenEmpty: 'No session is running',
    width: 12,
    height: HEIGHT,
    sinceWidth: 150,
    columns: [
      attributeColumn(visitorHash, 'Visitor'),
      attributeColumn(countryCode, 'Country', 80),
      attributeColumn(userAgentName, 'Agent', 100),
      attributeColumn(sessionLinkCount, 'Links', 70),
    ],
  });
}

function oldest() {
  return linePanel(sessionAge, {
    id: ID.oldest,
    title: 'Oldest session running',
    about: 'From the dashed line on it counts as stuck, unless the application said otherwise.',
    whenEmpty: QUIET,
    width: 6,
    height: HEIGHT,
    min: 0,
    colours: steps(GOOD, { from: thresholds.sessionStuckSeconds, color: BAD }),
    curves: [[`max(${chosen.filtered(select(sessionAge))})`, 'oldest']],
  });
}
