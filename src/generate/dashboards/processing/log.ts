import { errorReported } from '../../../registry/error.ts';
import { healthCheck, healthMessage } from '../../../registry/health.ts';
import { stageName } from '../../../registry/stage.ts';
import { errorMessage, errorType, sessionId, userId } from '../../../registry/upstream.ts';
import type { Line } from '../layout.ts';
import { attributeColumn, eventTable, LINE } from '../panels/event_table.ts';
import { logPanel } from '../panels/log_lines.ts';
import { width } from '../panels/table_columns.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

/** What was noticed, and the log itself. */
export function log(): Line[] {
  return [
    { heading: 'Noticed and logged', id: ROWS.log },
    [
      eventTable(errorReported, {
        id: ID.noticed,
        title: 'What was noticed',
        about:
          'This and every other event at WARN or worse: slow and failed stages, stuck sessions, errors, health.',
        whenEmpty: 'Nothing in this time',
        width: 24,
        height: 10,
        matchers: ['event_name!=""', 'level=~"warn|error|fatal"'],
        columns: [
          { field: 'level', title: 'Level', properties: [width(75)] },
          LINE,
          attributeColumn(stageName, 'Stage', 110),
          attributeColumn(healthCheck, 'Check', 100),
          attributeColumn(errorType, 'Type', 130),
          attributeColumn(errorMessage, 'Message'),
          attributeColumn(healthMessage, 'Health says'),
          attributeColumn(sessionId, 'Session', 120),
          attributeColumn(userId, 'User', 110),
        ],
      }),
    ],
    [
      logPanel(errorReported, {
        id: ID.lines,
        title: 'Last lines at WARN or worse',
        about: 'With every other line of the log. Open one for all that is known of it, and its trace.',
        whenEmpty: 'Nothing was logged in this time',
        width: 24,
        height: 12,
        matchers: ['level=~"warn|error|fatal"'],
      }),
    ],
  ];
}
