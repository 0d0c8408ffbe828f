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
import { sumBy } from '../../promql.ts';
import { PROMETHEUS } from '../datasources.ts';
import { eventLink, failedSpansLink, failedSpansWith, valueLink } from '../explore.ts';
import { fixMapping } from '../fixes.ts';
import type { Line } from '../layout.ts';
import { panel } from '../panel.ts';
import { around, columns, inRange } from '../queries.ts';
import { table } from '../shapes.ts';
import { barPanel } from '../simple_panels.ts';
import { type Column, kept, leadsTo, styled, width } from '../table_columns.ts';
import { lastFailures } from './last_failures.ts';
import { failed } from './measures.ts';
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
    curves: [[sumBy([TYPE], around(failed)), `{{${TYPE}}}`]],
  });
}

function failuresInAll() {
  const shown: Column[] = [
    {
      field: TYPE,
      title: 'Type',
      properties: [width(170), leadsTo('These attempts', valueLink(downloadAttemptEnded, TYPE))],
    },
    { field: CATEGORY, title: 'Category', properties: [width(100)] },
    { field: 'Value', title: 'Failures', properties: [width(80)] },
    { field: 'fix', title: 'What to do', properties: [fixMapping()] },
  ];
  // The type twice: the second one is shown as what to do about it.
  const expr = `label_join(${sumBy([TYPE, CATEGORY], inRange(failed))} > 0, "fix", "", "${TYPE}")`;
  return panel(styled(table('Failures').decimals(0).transformations(kept(shown)), shown), downloadAttempts, {
    id: ID.failuresTable,
    title: 'Failures, and what to do about them',
    about: 'Those that failed, in the time shown.',
    whenEmpty: QUIET,
    datasource: PROMETHEUS,
    width: 14,
    height: 9,
    queries: [columns('A', expr)],
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
    curves: [[sumBy([STEP], around(select(downloadStepFailures))), `{{${STEP}}}`]],
  });
}

function stepFailuresInAll() {
  const shown: Column[] = [
    { field: STEP, title: 'Step', properties: [width(110)] },
    {
      field: TYPE,
      title: 'Type',
      properties: [leadsTo('Traces of these steps', failedSpansWith(errorType, downloadStepSpan.name))],
    },
    { field: CATEGORY, title: 'Category' },
    { field: 'Value', title: 'Failures', properties: [width(80)] },
  ];
  return panel(
    styled(table('Failures').decimals(0).transformations(kept(shown)), shown),
    downloadStepFailures,
    {
      id: ID.stepFailuresTable,
      title: 'Failed steps by type',
      about: 'In the time shown.',
      whenEmpty: QUIET,
      datasource: PROMETHEUS,
      width: 14,
      height: 8,
      queries: [columns('A', `${sumBy([STEP, TYPE, CATEGORY], inRange(select(downloadStepFailures)))} > 0`)],
    },
  );
}
