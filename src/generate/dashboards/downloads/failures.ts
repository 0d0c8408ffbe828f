import { sumBy } from '../../../alerts/promql.ts';
import {
  downloadAttemptEnded,
  downloadAttempts,
  downloadStep,
  downloadStepFailures,
  downloadStepSpan,
} from '../../../registry/download.ts';
import { errorCategory } from '../../../registry/error.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import { select } from '../../../registry/selection.ts';
import { errorType } from '../../../registry/upstream.ts';
import { eventLink, failedSpansLink, failedSpansWith, valueLink } from '../explore.ts';
import type { Line } from '../layout.ts';
import { failureTable } from '../panels/failure_table.ts';
import { metricTable } from '../panels/metric_table.ts';
import { barPanel } from '../panels/simple_panels.ts';
import { leadsTo, width } from '../panels/table_columns.ts';
import { lastFailures } from './last_failures.ts';
import { chosen, failed } from './measures.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

const TYPE = labelName(errorType.name);
const CATEGORY = labelName(errorCategory.name);
const STEP = labelName(downloadStep.name);
const QUIET = 'No failures in this time';

/** What fails, why, and what to do about it. */
export function failures(): Line[] {
  return [
    { heading: 'Failures', id: ROWS.failures },
    [failuresOverTime(), failuresInAll()],
    [stepFailuresOverTime(), stepFailuresInAll()],
    [lastFailures()],
  ];
}

function failuresOverTime() {
  return barPanel(downloadAttempts, {
    id: ID.failuresByType,
    title: 'Failures by type',
    about: 'Those that failed, by what ended them. Click a bar for the attempts.',
    whenEmpty: QUIET,
    width: 10,
    height: 9,
    links: [{ title: 'These attempts', url: eventLink(downloadAttemptEnded, [TYPE]) }],
    curves: [[sumBy([TYPE], chosen.around(failed)), `{{${TYPE}}}`]],
  });
}

function failuresInAll() {
  return failureTable(downloadAttempts, {
    id: ID.failuresTable,
    title: 'Failures, and what to do about them',
    about: 'Those that failed, in the time shown.',
    whenEmpty: QUIET,
    width: 14,
    height: 9,
    heading: 'Failures',
    typeWidth: 170,
    link: { title: 'These attempts', url: valueLink(downloadAttemptEnded, TYPE) },
    counted: sumBy([TYPE, CATEGORY], chosen.inRange(failed)),
  });
}

function stepFailuresOverTime() {
  return barPanel(downloadStepFailures, {
    id: ID.stepFailures,
    title: 'Failed steps',
    about: 'More primary than fallback failures: the fallback saves downloads. Click a bar for the traces.',
    whenEmpty: QUIET,
    width: 10,
    height: 8,
    links: [{ title: 'Traces of these steps', url: failedSpansLink(downloadStep) }],
    curves: [[sumBy([STEP], chosen.around(select(downloadStepFailures))), `{{${STEP}}}`]],
  });
}

function stepFailuresInAll() {
  return metricTable(downloadStepFailures, {
    id: ID.stepFailuresTable,
    title: 'Failed steps by type',
    about: 'In the time shown.',
    whenEmpty: QUIET,
    width: 14,
    height: 8,
    sortBy: 'Failures',
    decimals: 0,
    exprs: [`${sumBy([STEP, TYPE, CATEGORY], chosen.inRange(select(downloadStepFailures)))} > 0`],
    columns: [
      { field: STEP, title: 'Step', properties: [width(110)] },
      {
        field: TYPE,
        title: 'Type',
        properties: [leadsTo('Traces of these steps', failedSpansWith(errorType, downloadStepSpan.name))],
      },
      { field: CATEGORY, title: 'Category' },
      { field: 'Value', title: 'Failures', properties: [width(80)] },
    ],
  });
}
