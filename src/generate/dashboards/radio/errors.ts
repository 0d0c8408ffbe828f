import { sumBy } from '../../../alerts/promql.ts';
import { errorCategory, errorComponent, errorReported } from '../../../registry/error.ts';
import { playErrors } from '../../../registry/play.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import { select } from '../../../registry/selection.ts';
import { errorType } from '../../../registry/upstream.ts';
import { attributeIs, eventLink, valueLink } from '../explore.ts';
import type { Line } from '../layout.ts';
import { failureTable } from '../panels/failure_table.ts';
import { barPanel } from '../panels/simple_panels.ts';
import { width } from '../panels/table_columns.ts';
import { chosen, STATION } from './measures.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

const TYPE = labelName(errorType.name);
const CATEGORY = labelName(errorCategory.name);
/** The component that errors of plays are reported with. */
const IN_PLAYS = attributeIs(errorComponent, 'play');
const QUIET = 'No errors in this time';

/** What goes wrong while something plays, and what to do about it. */
export function errors(): Line[] {
  return [
    { heading: 'Errors while playing', id: ROWS.errors },
    [
      barPanel(playErrors, {
        id: ID.errorsByType,
        title: 'Errors by type',
        about: 'Click a bar for its errors.',
        links: [
          { title: 'These errors, with their traces', url: eventLink(errorReported, [TYPE], [IN_PLAYS]) },
        ],
        whenEmpty: QUIET,
        width: 10,
        height: 8,
        curves: [[sumBy([TYPE], chosen.around(select(playErrors))), `{{${TYPE}}}`]],
      }),
      failureTable(playErrors, {
        id: ID.errorTable,
        title: 'Errors, and what to do about them',
        about: 'In the time shown. Click a type for its errors.',
        whenEmpty: QUIET,
        width: 14,
        height: 8,
        heading: 'Errors',
        link: { title: 'These errors, with their traces', url: valueLink(errorReported, TYPE, [IN_PLAYS]) },
        before: [{ field: STATION, title: 'Station', properties: [width(110)] }],
        counted: sumBy([STATION, TYPE, CATEGORY], chosen.inRange(select(playErrors))),
      }),
    ],
  ];
}
