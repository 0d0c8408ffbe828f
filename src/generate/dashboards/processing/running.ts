import { sumBy } from '../../../alerts/promql.ts';
import { select } from '../../../registry/selection.ts';
import {
  sessionActive,
  sessionAge,
  sessionDurationSeconds,
  sessionEnded,
  sessionStarted,
  sessionStuckEvent,
  sessionsStuck,
} from '../../../registry/session.ts';
import { stageActive, stageAge } from '../../../registry/stage.ts';
import { thresholds } from '../../../registry/thresholds.ts';
import { sessionId, userId } from '../../../registry/upstream.ts';
import { eventLink, LONGEST_RUN } from '../explore.ts';
import type { Line } from '../layout.ts';
import { BAD, GOOD, steps, WARN } from '../panels/colours.ts';
import { attributeColumn, eventTable } from '../panels/event_table.ts';
import { runningTable } from '../panels/running_table.ts';
import { linePanel } from '../panels/simple_panels.ts';
import { width } from '../panels/table_columns.ts';
import { current } from '../panels/totals.ts';
import { unfinishedTrace } from '../panels/trace_column.ts';
import { chosen, STAGE } from './measures.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

const SIZE = { width: 6, height: 8 } as const;

/** What runs now and since when, and what has got stuck. */
export function running(): Line[] {
  return [
    { heading: 'Running now', id: ROWS.running },
    [
      linePanel(stageActive, {
        ...SIZE,
        id: ID.activeByStage,
        title: 'Stages running',
        whenEmpty: 'No stage ran in this time',
        min: 0,
        curves: [[sumBy([STAGE], chosen.filtered(select(stageActive))), `{{${STAGE}}}`]],
      }),
      linePanel(stageAge, {
        ...SIZE,
        id: ID.stageAge,
        title: 'Oldest stage running',
        about: 'The dashed line is where a stage counts as slow, unless the application says otherwise.',
        whenEmpty: 'No stage ran in this time',
        min: 0,
        colours: steps(GOOD, { from: thresholds.stageOtherSlowSeconds, color: WARN }),
        curves: [[`max by (${STAGE}) (${chosen.filtered(select(stageAge))})`, `{{${STAGE}}}`]],
      }),
      linePanel(sessionActive, {
        ...SIZE,
        id: ID.sessions,
        title: 'Sessions running, and stuck',
        about: 'Click a line for those that got stuck.',
        links: [{ title: 'Stuck sessions', url: eventLink(sessionStuckEvent, []) }],
        min: 0,
        curves: [
          [current(chosen, select(sessionActive)), 'running'],
          [current(chosen, select(sessionsStuck)), 'stuck'],
        ],
      }),
      linePanel(sessionAge, {
        ...SIZE,
        id: ID.sessionAge,
        title: 'Oldest session running',
        about: 'The dashed line is where a session counts as stuck, unless the application says otherwise.',
        whenEmpty: 'No session ran in this time',
        min: 0,
        colours: steps(GOOD, { from: thresholds.sessionStuckSeconds, color: BAD }),
        curves: [[`max by (service_name) (${chosen.filtered(select(sessionAge))})`, '{{service_name}}']],
      }),
    ],
    [
      runningTable({
        started: sessionStarted,
        ended: sessionEnded,
        key: sessionId,
        what: 'session',
        id: ID.runningNow,
        title: 'Sessions running now',
        about: `Of the last ${LONGEST_RUN}, with those whose process was killed.`,
        whenEmpty: 'No session is running',
        width: 12,
        height: 7,
        sinceWidth: 150,
        columns: [
          { field: 'service_name', title: 'Service', properties: [width(120)] },
          attributeColumn(sessionId, 'Session'),
          attributeColumn(userId, 'User', 150),
        ],
      }),
      eventTable(sessionStuckEvent, {
        id: ID.stuckSessions,
        title: 'Last sessions that got stuck',
        about: 'Told while they run: their log lines are there at once, their traces when they have ended.',
        trace: unfinishedTrace(),
        whenEmpty: 'No session got stuck in this time',
        width: 12,
        height: 7,
        columns: [
          attributeColumn(sessionId, 'Session'),
          attributeColumn(userId, 'User', 120),
          attributeColumn(sessionDurationSeconds, 'Running for', 110),
        ],
      }),
    ],
  ];
}
