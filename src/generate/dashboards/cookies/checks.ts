import { sumBy } from '../../../alerts/promql.ts';
import {
  cookiesAgeSeconds,
  cookiesAuthAgeSeconds,
  cookiesAuthPresent,
  cookiesChecked,
  cookiesChecks,
  cookiesCount,
  cookiesExpirySeconds,
  cookiesFileName,
  cookiesSite,
  cookiesState,
} from '../../../registry/cookies.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import { select } from '../../../registry/selection.ts';
import { sessionId, userId } from '../../../registry/upstream.ts';
import { eventLink } from '../explore.ts';
import type { Line } from '../layout.ts';
import { attributeColumn, eventTable } from '../panels/event_table.ts';
import { logTable } from '../panels/log_panels.ts';
import { barPanel } from '../panels/simple_panels.ts';
import { countBy, has, linesOf } from '../queries/log_numbers.ts';
import { chosen, FILE, QUIET, STATE } from './measures.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';
import { stateColours } from './state.ts';

const USER = labelName(userId.name);

/** The looks at cookie files. */
export function checks(): Line[] {
  return [{ heading: 'Checks', id: ROWS.checks }, [byState(), byUser()], [notFresh()]];
}

function byState() {
  return barPanel(cookiesChecks, {
    id: ID.checks,
    title: 'Checks by state found',
    meaning: cookiesState,
    whenEmpty: QUIET,
    width: 10,
    height: 8,
    links: [{ title: 'These checks', url: eventLink(cookiesChecked, [STATE]) }],
    curves: [[sumBy([STATE], chosen.around(select(cookiesChecks))), `{{${STATE}}}`]],
  });
}

// Metrics tell nothing of people; events do, by a keyed hash.
function byUser() {
  const found = `${linesOf(cookiesChecked)}${has(userId)}${chosen.ofLines(cookiesFileName)}`;
  return logTable(cookiesChecked, {
    id: ID.checksByUser,
    title: 'Checks by user',
    about: 'Of files that belong to users, each of whom is a keyed hash.',
    whenEmpty: 'No cookie file of a user was looked at in this time',
    width: 14,
    height: 8,
    sortBy: 'Checks',
    exprs: [countBy([USER, FILE, STATE], found)],
    columns: [
      { field: USER, title: 'User' },
      { field: FILE, title: 'File' },
      { field: STATE, title: 'State', properties: stateColours() },
      { field: 'Value #A', title: 'Checks' },
    ],
  });
}

function notFresh() {
  return eventTable(cookiesChecked, {
    id: ID.notFresh,
    title: 'Last looks that found something wrong',
    about: 'Each leads to what was done at that moment.',
    whenEmpty: 'All that was looked at in this time was fresh',
    width: 24,
    height: 9,
    conditions: ` | ${STATE}!="fresh"${chosen.ofLines(cookiesFileName)}`,
    columns: [
      attributeColumn(cookiesFileName, 'File', 140),
      attributeColumn(cookiesSite, 'Site', 110),
      attributeColumn(cookiesState, 'State', 100),
      attributeColumn(cookiesAuthPresent, 'Login there', 100),
      attributeColumn(cookiesExpirySeconds, 'First expires in', 135),
      attributeColumn(cookiesAuthAgeSeconds, 'Login exported', 130),
      attributeColumn(cookiesAgeSeconds, 'File written', 110),
      attributeColumn(cookiesCount, 'Cookies', 80),
      attributeColumn(userId, 'User', 120),
      attributeColumn(sessionId, 'Session'),
    ],
  });
}
