import { errorReported } from '../../../registry/error.ts';
import { LOKI } from '../datasources.ts';
import type { Line } from '../layout.ts';
import { logPanel } from '../panels/log_lines.ts';
import { panel } from '../panels/panel.ts';
import { bars } from '../panels/shapes.ts';
import { logGraph, SCOPE } from '../queries/queries.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

const LEVELS = 'level=~"error|fatal"';
const QUIET = 'Nothing at ERROR or above in this time';

/** All that was logged at ERROR or above, whoever logged it. */
export function logs(): Line[] {
  const perService = `sum by (service_name) (count_over_time({${[LEVELS, ...SCOPE].join(', ')}} [$__interval]))`;
  return [
    { heading: 'Log', id: ROWS.logs },
    [
      panel(bars(), errorReported, {
        id: ID.logVolume,
        title: 'Lines at ERROR or above',
        about: 'Of whatever logs, not only of errors that were reported.',
        whenEmpty: QUIET,
        datasource: LOKI,
        width: 8,
        height: 10,
        queries: [logGraph('A', perService, '{{service_name}}')],
      }),
      logPanel(errorReported, {
        id: ID.logLines,
        title: 'Log at ERROR or above',
        about: 'Of whatever logs, not only errors that were reported. Open a line for its trace.',
        whenEmpty: QUIET,
        width: 16,
        height: 10,
        matchers: [LEVELS],
      }),
    ],
  ];
}
