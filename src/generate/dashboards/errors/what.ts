import { errorReported, errors } from '../../../registry/error.ts';
import { select } from '../../../registry/selection.ts';
import { sumBy } from '../../promql.ts';
import { PROMETHEUS } from '../datasources.ts';
import { eventLink } from '../explore.ts';
import { failureTable } from '../failure_table.ts';
import type { Line } from '../layout.ts';
import { metricTable } from '../metric_table.ts';
import { panel } from '../panel.ts';
import { graph } from '../queries.ts';
import { bars } from '../shapes.ts';
import { barPanel } from '../simple_panels.ts';
import { width } from '../table_columns.ts';
import {
  CATEGORY,
  COMPONENT,
  chosen,
  QUIET,
  SEVERITY,
  SEVERITY_COLOURS,
  severityMappings,
  TYPE,
} from './measures.ts';
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

// Series by query, so that each severity has its colour also when it is the only one.
function bySeverity() {
  const severities = Object.keys(SEVERITY_COLOURS);
  const builder = bars();
  for (const [severity, fixedColor] of Object.entries(SEVERITY_COLOURS)) {
    const links = [
      {
        title: 'The errors, with their traces',
        url: eventLink(errorReported, [SEVERITY]),
        targetBlank: true,
      },
    ];
    builder.overrideByName(severity, [
      { id: 'color', value: { mode: 'fixed', fixedColor } },
      { id: 'links', value: links },
    ]);
  }
  return panel(builder, errors, {
    id: ID.bySeverity,
    title: 'Errors by severity',
    about: `Severities: ${severities.join(', ')}. Click a bar for its errors.`,
    whenEmpty: QUIET,
    datasource: PROMETHEUS,
    width: 12,
    height: HEIGHT,
    queries: [graph('A', sumBy([SEVERITY], chosen.around(select(errors))), `{{${SEVERITY}}}`)],
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
      { field: COMPONENT, title: 'Component' },
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
    counted: sumBy([TYPE, CATEGORY], chosen.inRange(select(errors))),
  });
}
