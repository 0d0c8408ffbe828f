import { sumBy } from '../../../alerts/promql.ts';
import { errorComponent, errorReported, errors } from '../../../registry/error.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import { select } from '../../../registry/selection.ts';
import { eventLink } from '../explore.ts';
import type { Line } from '../layout.ts';
import {
  sessionContents,
  sessionDurations,
  sessionsByOutcome,
  sessionsRunning,
} from '../panels/session_graphs.ts';
import { barPanel } from '../panels/simple_panels.ts';
import { chosen } from './measures.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

const HALF = { width: 12, height: 7 } as const;
const THIRD = { width: 8, height: 7 } as const;

/** What was asked for and what came of it, and what the application itself reported. */
export function sessions(): Line[] {
  return [
    { heading: 'Sessions and reported errors', id: ROWS.sessions },
    [
      sessionsByOutcome(chosen, { ...HALF, id: ID.sessions }),
      sessionContents(chosen, { ...HALF, id: ID.sessionContents }),
    ],
    [
      sessionsRunning(chosen, { ...THIRD, id: ID.sessionsActive }),
      sessionDurations(chosen, { ...THIRD, id: ID.sessionDuration }),
      reported(),
    ],
  ];
}

function reported() {
  const component = labelName(errorComponent.name);
  return barPanel(errors, {
    id: ID.errors,
    title: 'Reported errors by component',
    about: 'Click a bar for its errors.',
    links: [{ title: 'These errors, with their traces', url: eventLink(errorReported, [component]) }],
    whenEmpty: 'No errors were reported in this time',
    ...THIRD,
    curves: [[sumBy([component], chosen.around(select(errors))), `{{${component}}}`]],
  });
}
