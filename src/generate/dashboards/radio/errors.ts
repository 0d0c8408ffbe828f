import { errorCategory } from '../../../registry/error.ts';
import { playErrors } from '../../../registry/play.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import { select } from '../../../registry/selection.ts';
import { errorType } from '../../../registry/upstream.ts';
import { sumBy } from '../../promql.ts';
import { failureTable } from '../failure_table.ts';
import type { Line } from '../layout.ts';
import { barPanel } from '../simple_panels.ts';
import { width } from '../table_columns.ts';
import { chosen, STATION } from './measures.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

const TYPE = labelName(errorType.name);
const CATEGORY = labelName(errorCategory.name);
const QUIET = 'No errors in this time';

/** What goes wrong while something plays, and what to do about it. */
export function errors(): Line[] {
  return [
    { heading: 'Errors while playing', id: ROWS.errors },
    [
      barPanel(playErrors, {
        id: ID.errorsByType,
        title: 'Errors by type',
        whenEmpty: QUIET,
        width: 10,
        height: 8,
        curves: [[sumBy([TYPE], chosen.around(select(playErrors))), `{{${TYPE}}}`]],
      }),
      failureTable(playErrors, {
        id: ID.errorTable,
        title: 'Errors, and what to do about them',
        about: 'In the time shown. The dashboard “Errors” has each of them, with its trace.',
        whenEmpty: QUIET,
        width: 14,
        height: 8,
        heading: 'Errors',
        before: [{ field: STATION, title: 'Station', properties: [width(110)] }],
        counted: sumBy([STATION, TYPE, CATEGORY], chosen.inRange(select(playErrors))),
      }),
    ],
  ];
}
