import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import type { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { sumBy } from '../../../alerts/promql.ts';
import { downloadAttempts } from '../../../registry/download.ts';
import { errorReported, errors } from '../../../registry/error.ts';
import { jobRuns } from '../../../registry/job.ts';
import { plays } from '../../../registry/play.ts';
import { type Selection, select } from '../../../registry/selection.ts';
import { sessions } from '../../../registry/session.ts';
import { stages } from '../../../registry/stage.ts';
import { narrowedBy } from '../choices.ts';
import type { Line } from '../layout.ts';
import { logPanel } from '../panels/log_lines.ts';
import { barPanel, type Curve } from '../panels/simple_panels.ts';
import { addressOf } from './link_to.ts';
import { OBJECTIVES } from './objectives.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

const chosen = narrowedBy();
const HEIGHT = 8;

/** How much is done, how much of it fails, and what the log says. */
export function traffic(beside: Builder<Panel>): Line[] {
  const done: readonly (readonly [string, Selection])[] = [
    ['downloads', select(downloadAttempts)],
    ['sessions', select(sessions)],
    ['stages', select(stages)],
    ['jobs', select(jobRuns)],
    ['plays', select(plays)],
  ];
  const curve = ([name, selection]: readonly [string, Selection]): Curve => [
    sumBy([], chosen.around(selection)),
    name,
  ];
  return [
    { heading: 'What is done, and what fails', id: ROWS.traffic },
    [
      barPanel(downloadAttempts, {
        id: ID.traffic,
        title: 'What is done',
        about: 'And sessions, stages, runs of jobs and plays that ended.',
        whenEmpty: 'Nothing was done in this time',
        width: 12,
        height: HEIGHT,
        curves: done.map(curve),
      }),
      barPanel(errors, {
        id: ID.failures,
        title: 'What fails',
        about: 'And downloads, plays, stages and jobs that failed.',
        whenEmpty: 'Nothing failed in this time',
        width: 12,
        height: HEIGHT,
        curves: [
          ...OBJECTIVES.map(({ name, failed }) => curve([name.toLowerCase(), failed])),
          curve(['reported errors', select(errors)]),
        ],
        links: [{ title: 'Errors, one by one', url: addressOf('errors') }],
      }),
    ],
    [
      logPanel(errorReported, {
        id: ID.lastLines,
        title: 'Log at ERROR or above',
        about: 'Of whatever logs, not only errors that were reported. Open a line for its trace.',
        whenEmpty: 'Nothing at ERROR or above in this time',
        width: 16,
        height: 10,
        matchers: ['level=~"error|fatal"'],
      }),
      beside,
    ],
  ];
}
