import { series } from '../../../alerts/promql.ts';
import {
  HEALTH_OVERALL,
  HEALTH_STATES,
  healthChanged,
  healthCheck,
  healthMessage,
  healthPreviousState,
  healthState,
  healthStatus,
} from '../../../registry/health.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import { select } from '../../../registry/selection.ts';
import { PROMETHEUS } from '../datasources.ts';
import { attributeColumn, eventTable } from '../panels/event_table.ts';
import { colourOf } from '../panels/meanings.ts';
import { panel } from '../panels/panel.ts';
import { stateTimeline, worstState } from '../panels/state_timeline.ts';
import { graph, SCOPE } from '../queries/queries.ts';
import { PANELS as ID } from './panel_ids.ts';

const CHECK = labelName(healthCheck.name);

/** Whether checks of the services chosen found a state: 1 or 0. */
export function healthIs(state: string): string {
  const found = select(healthStatus, { 'media.health.state': [state] });
  return series(found, [`${CHECK}!="${HEALTH_OVERALL}"`, ...SCOPE]);
}

/** Every check over time. */
export function healthTimeline() {
  const labels = ['service_name', CHECK];
  return panel(stateTimeline(HEALTH_STATES, colourOf), healthStatus, {
    id: ID.healthTimeline,
    title: 'Health checks',
    about: 'Of processes that disagree the worst is shown.',
    unit: 'short',
    whenEmpty: 'No health checks in this time',
    datasource: PROMETHEUS,
    width: 14,
    height: 10,
    queries: [graph('A', worstState(labels, HEALTH_STATES, healthIs), `{{service_name}} {{${CHECK}}}`)],
  });
}

/** What checks found when they came to another state. */
export function healthChanges() {
  return eventTable(healthChanged, {
    id: ID.healthChanges,
    title: 'Changes of health',
    trace: 'none',
    whenEmpty: 'Health did not change in this time',
    width: 24,
    height: 7,
    columns: [
      attributeColumn(healthCheck, 'Check', 150),
      attributeColumn(healthPreviousState, 'From', 100),
      attributeColumn(healthState, 'To', 100),
      attributeColumn(healthMessage, 'What was found'),
    ],
  });
}
