import { errorCategory } from '../../../registry/error.ts';
import { playErrors } from '../../../registry/play.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import { select } from '../../../registry/selection.ts';
import { errorType } from '../../../registry/upstream.ts';
import { sumBy } from '../../promql.ts';
import { PROMETHEUS } from '../datasources.ts';
import { fixMapping } from '../fixes.ts';
import type { Line } from '../layout.ts';
import { panel } from '../panel.ts';
import { columns as query } from '../queries.ts';
import { table } from '../shapes.ts';
import { barPanel } from '../simple_panels.ts';
import { type Column, kept, styled, width } from '../table_columns.ts';
import { chosen, STATION } from './measures.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

const TYPE = labelName(errorType.name);
const CATEGORY = labelName(errorCategory.name);
const QUIET = 'No errors in this time';

/** What goes wrong while something plays, and what to do about it. */
export function errors(): Line[] {
  const shown: Column[] = [
    { field: STATION, title: 'Station', properties: [width(110)] },
    { field: TYPE, title: 'Type', properties: [width(150)] },
    { field: CATEGORY, title: 'Category', properties: [width(100)] },
    { field: 'Value', title: 'Errors', properties: [width(80)] },
    { field: 'fix', title: 'What to do', properties: [fixMapping()] },
  ];
  const counted = sumBy([STATION, TYPE, CATEGORY], chosen.inRange(select(playErrors)));
  // The type twice: the second one is shown as what to do about it.
  const expr = `label_join(${counted} > 0, "fix", "", "${TYPE}")`;
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
      panel(styled(table('Errors').decimals(0).transformations(kept(shown)), shown), playErrors, {
        id: ID.errorTable,
        title: 'Errors, and what to do about them',
        about: 'In the time shown. The dashboard “Errors” has each of them, with its trace.',
        whenEmpty: QUIET,
        datasource: PROMETHEUS,
        width: 14,
        height: 8,
        queries: [query('A', expr)],
      }),
    ],
  ];
}
