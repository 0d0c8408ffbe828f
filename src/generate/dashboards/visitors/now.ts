import { labelName } from '../../../registry/prometheus_name.ts';
import { select } from '../../../registry/selection.ts';
import {
  sessionActive,
  sessionAge,
  sessionEnded,
  sessionLinkCount,
  sessionStarted,
  visitorHash,
} from '../../../registry/session.ts';
import { thresholds } from '../../../registry/thresholds.ts';
import { countryCode, sessionId, userAgentName } from '../../../registry/upstream.ts';
import { sumBy } from '../../promql.ts';
import { BAD, GOOD, steps } from '../colours.ts';
import { attributeColumn } from '../event_table.ts';
import { LONGEST_RUN } from '../explore.ts';
import type { Line } from '../layout.ts';
import { countBy, linesOf } from '../log_numbers.ts';
import { logTable } from '../log_panels.ts';
import { linePanel } from '../simple_panels.ts';
import { unit, width } from '../table_columns.ts';
import { runningTrace } from '../trace_column.ts';
import { chosen, QUIET } from './measures.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

const HEIGHT = 7;

/** Who is here now. */
export function now(): Line[] {
  return [{ heading: 'Now', id: ROWS.now }, [running(), active(), oldest()]];
}

function running() {
  const id = labelName(sessionId.name);
  const described = [visitorHash, countryCode, userAgentName, sessionLinkCount].map(({ name }) =>
    labelName(name),
  );
  const since = ' | label_format since=`{{ __timestamp__ | unixEpochMillis }}`';
  const begun = countBy(
    ['since', id, 'trace_id', ...described],
    `${linesOf(sessionStarted)}${since}`,
    LONGEST_RUN,
  );
  const over = countBy([id], linesOf(sessionEnded), LONGEST_RUN);
  return logTable(sessionStarted, {
    id: ID.running,
    title: 'Running now',
    about: `Sessions of the last ${LONGEST_RUN} that have not ended, or whose process was killed.`,
    whenEmpty: 'No session is running',
    width: 12,
    height: HEIGHT,
    sortBy: 'Since',
    exprs: [`${begun} unless on (${id}) ${over}`],
    columns: [
      { field: 'since', title: 'Since', properties: [unit('dateTimeFromNow'), width(150)] },
      attributeColumn(visitorHash, 'Visitor'),
      attributeColumn(countryCode, 'Country', 80),
      attributeColumn(userAgentName, 'Agent', 100),
      attributeColumn(sessionLinkCount, 'Links', 70),
      runningTrace('session'),
    ],
  });
}

function active() {
  return linePanel(sessionActive, {
    id: ID.sessionsActive,
    title: 'Sessions running',
    width: 6,
    height: HEIGHT,
    min: 0,
    curves: [[`${sumBy([], chosen.filtered(select(sessionActive)))} or vector(0)`, 'sessions']],
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
