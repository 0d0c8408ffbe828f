import { sumBy } from '../../../alerts/promql.ts';
import { errorReported, errorSeverity, errors } from '../../../registry/error.ts';
import { select } from '../../../registry/selection.ts';
import { eventLink, valueLink } from '../explore.ts';
import type { Line } from '../layout.ts';
import { failureTable } from '../panels/failure_table.ts';
import { metricTable } from '../panels/metric_table.ts';
import { barPanel } from '../panels/simple_panels.ts';
import { leadsTo, width } from '../panels/table_columns.ts';
import { CATEGORY, COMPONENT, chosen, QUIET, SEVERITY, severityMappings, TYPE } from './measures.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

const HEIGHT = 8;

/** What goes wrong, where, how badly, and what to do about it. */
export function what(): Line[] {
  return [
    { heading: 'What goes wrong', id: ROWS.what },
    [bySeverity(), byService(), byCategory()],
    [byServiceInAll(), byTypeInAll()],
  ];
}

function bySeverity() {
  return barPanel(errors, {
    id: ID.bySeverity,
    title: 'Errors by severity',
    meaning: errorSeverity,
    about: `Severities: ${errorSeverity.members.join(', ')}. Click a bar for its errors.`,
    whenEmpty: QUIET,
    width: 12,
    height: HEIGHT,
    curves: [[sumBy([SEVERITY], chosen.around(select(errors))), `{{${SEVERITY}}}`]],
    links: [{ title: 'The errors, with their traces', url: eventLink(errorReported, [SEVERITY]) }],
  });
}

function byService() {
  return barPanel(errors, {
    id: ID.byService,
    title: 'Errors by service',
    whenEmpty: QUIET,
    width: 6,
    height: HEIGHT,
    curves: [[sumBy(['service_name'], chosen.around(select(errors))), '{{service_name}}']],
    links: [{ title: 'The errors, with their traces', url: eventLink(errorReported, ['service_name']) }],
  });
}

function byCategory() {
  return barPanel(errors, {
    id: ID.byCategory,
    title: 'Errors by category',
    whenEmpty: QUIET,
    width: 6,
    height: HEIGHT,
    curves: [[sumBy([CATEGORY], chosen.around(select(errors))), `{{${CATEGORY}}}`]],
    links: [{ title: 'The errors, with their traces', url: eventLink(errorReported, [CATEGORY]) }],
  });
}

function byServiceInAll() {
  return metricTable(errors, {
    id: ID.serviceTable,
    title: 'Errors by service, component and severity',
    about: 'In the time shown.',
    whenEmpty: QUIET,
    width: 10,
    height: HEIGHT,
    sortBy: 'Errors',
    decimals: 0,
    exprs: [`${sumBy(['service_name', COMPONENT, SEVERITY], chosen.inRange(select(errors)))} > 0`],
    columns: [
      { field: 'service_name', title: 'Service' },
      {
        field: COMPONENT,
        title: 'Component',
        properties: [leadsTo('Its errors, with their traces', valueLink(errorReported, COMPONENT))],
      },
      { field: SEVERITY, title: 'Severity', properties: severityMappings() },
      { field: 'Value', title: 'Errors', properties: [width(80)] },
    ],
  });
}

function byTypeInAll() {
  return failureTable(errors, {
    id: ID.typeTable,
    title: 'Errors by type, and what to do about them',
    about: 'In the time shown.',
    whenEmpty: QUIET,
    width: 14,
    height: HEIGHT,
    heading: 'Errors',
    typeWidth: 160,
    link: { title: 'These errors, with their traces', url: valueLink(errorReported, TYPE) },
    counted: sumBy([TYPE, CATEGORY], chosen.inRange(select(errors))),
  });
}
