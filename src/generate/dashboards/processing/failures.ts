import { sumBy } from '../../../alerts/promql.ts';
import { errorCategory } from '../../../registry/error.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import {
  hostCpu,
  hostDisk,
  hostLoad,
  hostMemory,
  stageContext,
  stageDurationSeconds,
  stageEnded,
  stageName,
  stageOutcome,
  stages,
} from '../../../registry/stage.ts';
import { errorMessage, errorType, sessionId, userId } from '../../../registry/upstream.ts';
import { DASHBOARD_UIDS } from '../dashboard_uids.ts';
import { attributeIs, eventLink, valueLink } from '../explore.ts';
import type { Line } from '../layout.ts';
import { attributeColumn, eventTable } from '../panels/event_table.ts';
import { failureTable } from '../panels/failure_table.ts';
import { barPanel } from '../panels/simple_panels.ts';
import { type Column, decimals, leadsTo, width } from '../panels/table_columns.ts';
import { chosen, failed, OF_SESSION, STAGE } from './measures.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

const TYPE = labelName(errorType.name);
const CATEGORY = labelName(errorCategory.name);
const NONE = 'No failures in this time';

/** What fails, why, and what to do about it. */
export function failures(): Line[] {
  return [{ heading: 'Failures', id: ROWS.failures }, [overTime(), inAll()], [last()]];
}

function overTime() {
  return barPanel(stages, {
    id: ID.failuresByStage,
    title: 'Failures by stage and type',
    about: 'Those that failed. Click a bar for the failures in it.',
    whenEmpty: NONE,
    width: 10,
    height: 9,
    links: [{ title: 'These failures', url: eventLink(stageEnded, [STAGE, TYPE]) }],
    curves: [[sumBy([STAGE, TYPE], chosen.around(failed)), `{{${STAGE}}}: {{${TYPE}}}`]],
  });
}

function inAll() {
  return failureTable(stages, {
    id: ID.failuresTable,
    title: 'Failures, and what to do about them',
    about: 'Those that failed, in the time shown.',
    whenEmpty: NONE,
    width: 14,
    height: 9,
    heading: 'Failures',
    before: [{ field: STAGE, title: 'Stage', properties: [width(120)] }],
    link: { title: 'These failures', url: valueLink(stageEnded, TYPE) },
    counted: sumBy([STAGE, TYPE, CATEGORY], chosen.inRange(failed)),
  });
}

// Half an hour around the failure, on the dashboard of hosts.
function hostColumn(): Column {
  const { properties = [], ...column } = whole(attributeColumn(hostCpu, 'CPU', 65));
  const seconds = 1800;
  const at = `time=\${__value.time}&time.window=${seconds * 1000}`;
  const url = `/d/${DASHBOARD_UIDS.host}?var-service=\${__data.fields.Service}&${at}`;
  return { ...column, properties: [...properties, leadsTo('The host at that time', url)] };
}

// A column of shares to the percent.
function whole({ properties = [], ...column }: Column): Column {
  return { ...column, properties: [...properties, decimals(0)] };
}

function last() {
  return eventTable(stageEnded, {
    id: ID.lastFailures,
    title: 'Last failed stages',
    about: 'With what the application said of each, and the host at that moment.',
    whenEmpty: NONE,
    width: 24,
    height: 10,
    conditions: ` | ${attributeIs(stageOutcome, 'failure')}${chosen.ofLines(stageName)}${OF_SESSION}`,
    columns: [
      attributeColumn(stageName, 'Stage', 110),
      attributeColumn(errorType, 'Type', 130),
      attributeColumn(stageDurationSeconds, 'Took', 80),
      attributeColumn(errorMessage, 'Message'),
      attributeColumn(stageContext, 'Context'),
      hostColumn(),
      whole(attributeColumn(hostMemory, 'Memory', 80)),
      whole(attributeColumn(hostDisk, 'Disk', 65)),
      attributeColumn(hostLoad, 'Load', 65),
      attributeColumn(sessionId, 'Session', 130),
      attributeColumn(userId, 'User', 110),
    ],
  });
}
