import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import type { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { sumBy } from '../../../alerts/promql.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import { select } from '../../../registry/selection.ts';
import {
  sessionActive,
  sessionDuration,
  sessionFilesDownloaded,
  sessionLinksSubmitted,
  sessionOutcome,
  sessions,
} from '../../../registry/session.ts';
import type { Narrowed } from '../choices.ts';
import { percentileCurves } from '../queries/percentiles.ts';
import { barPanel, linePanel } from './simple_panels.ts';
import { current } from './totals.ts';

/** Id and size of a panel, which is otherwise the same wherever it stands. */
interface Place {
  readonly id: number;
  readonly width: number;
  readonly height: number;
}

const QUIET = 'No sessions in this time';
const OUTCOME = labelName(sessionOutcome.name);

/** Sessions that ended, by how. */
export function sessionsByOutcome(chosen: Narrowed, place: Place): Builder<Panel> {
  return barPanel(sessions, {
    ...place,
    title: 'Sessions by outcome',
    meaning: sessionOutcome,
    whenEmpty: QUIET,
    curves: [[sumBy([OUTCOME], chosen.around(select(sessions))), `{{${OUTCOME}}}`]],
  });
}

/** What was asked for in sessions, and what came of it. */
export function sessionContents(chosen: Narrowed, place: Place): Builder<Panel> {
  return linePanel(sessionLinksSubmitted, {
    ...place,
    title: 'Links submitted and files downloaded',
    about: 'Files that fall behind links are downloads that failed.',
    whenEmpty: QUIET,
    min: 0,
    interval: '5m',
    curves: [
      [sumBy([], chosen.around(select(sessionLinksSubmitted))), 'links'],
      [sumBy([], chosen.around(select(sessionFilesDownloaded))), 'files'],
    ],
  });
}

/** How many sessions run. */
export function sessionsRunning(chosen: Narrowed, place: Place): Builder<Panel> {
  return linePanel(sessionActive, {
    ...place,
    title: 'Sessions running',
    min: 0,
    curves: [[current(chosen, select(sessionActive)), 'sessions']],
  });
}

/** How long sessions take. */
export function sessionDurations(chosen: Narrowed, place: Place): Builder<Panel> {
  return linePanel(sessionDuration, {
    ...place,
    title: 'Duration of sessions',
    about: 'Percentiles.',
    whenEmpty: QUIET,
    min: 0,
    interval: '15m',
    curves: percentileCurves(chosen.around(select(sessionDuration), 'bucket')),
  });
}
