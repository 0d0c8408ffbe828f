import { sumBy } from '../../../alerts/promql.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import {
  breakerName,
  breakerPreviousState,
  breakerRejected,
  breakerState,
  breakerStateChanged,
  breakerStates,
  breakerTransitions,
} from '../../../registry/resilience.ts';
import { select } from '../../../registry/selection.ts';
import { errorType } from '../../../registry/upstream.ts';
import { PROMETHEUS } from '../datasources.ts';
import { eventLink } from '../explore.ts';
import type { Line } from '../layout.ts';
import { BAD, noneIsGood } from '../panels/colours.ts';
import { attributeColumn, eventTable } from '../panels/event_table.ts';
import { colourOf } from '../panels/meanings.ts';
import { panel } from '../panels/panel.ts';
import { barPanel, numberPanel } from '../panels/simple_panels.ts';
import { stateTimeline, worstState } from '../panels/state_timeline.ts';
import { graph } from '../queries/queries.ts';
import { chosen } from './measures.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

const NAME = labelName(breakerName.name);
const STATE = labelName(breakerState.name);
const NONE = 'No circuit breaker was told of in this time';

// The worst last.
const STATES = ['closed', 'half_open', 'open'] as const;

/** Which circuit breakers are open, since when, and what that kept from being tried. */
export function breakers(): Line[] {
  const isIn = (state: string) =>
    chosen.filtered(select(breakerStates, { 'media.circuit_breaker.state': [state] }));
  return [
    { heading: 'Circuit breakers', id: ROWS.breakers },
    [
      open(isIn('open')),
      panel(stateTimeline(STATES, colourOf), breakerStates, {
        id: ID.breakerStates,
        title: 'State of each circuit breaker',
        about: 'Of several of one name the worst is shown.',
        unit: 'short',
        whenEmpty: NONE,
        datasource: PROMETHEUS,
        width: 21,
        height: 4,
        queries: [
          graph('A', worstState(['service_name', NAME], STATES, isIn), `{{service_name}} {{${NAME}}}`),
        ],
      }),
    ],
    [transitions(), rejected(), changes()],
  ];
}

function open(isOpen: string) {
  return numberPanel(breakerStates, {
    id: ID.breakersOpen,
    title: 'Open now',
    width: 3,
    colours: noneIsGood(BAD),
    query: `sum(${isOpen}) or vector(0)`,
  });
}

function transitions() {
  return barPanel(breakerTransitions, {
    id: ID.breakerTransitions,
    title: 'Changes of state',
    meaning: breakerState,
    about: 'Click a bar for when and why.',
    whenEmpty: NONE,
    width: 5,
    height: 8,
    links: [{ title: 'These changes', url: eventLink(breakerStateChanged, [NAME, STATE]) }],
    curves: [[sumBy([NAME, STATE], chosen.around(select(breakerTransitions))), `{{${NAME}}} {{${STATE}}}`]],
  });
}

function rejected() {
  return barPanel(breakerRejected, {
    id: ID.breakerRejected,
    title: 'Calls not let through',
    about: 'Click a bar for when and why.',
    links: [{ title: 'Changes of this circuit breaker', url: eventLink(breakerStateChanged, [NAME]) }],
    whenEmpty: NONE,
    width: 5,
    height: 8,
    curves: [[sumBy([NAME], chosen.around(select(breakerRejected))), `{{${NAME}}}`]],
  });
}

function changes() {
  return eventTable(breakerStateChanged, {
    id: ID.breakerChanges,
    title: 'Last changes of state',
    whenEmpty: 'No circuit breaker changed its state in this time',
    width: 14,
    height: 8,
    columns: [
      attributeColumn(breakerName, 'Circuit breaker'),
      attributeColumn(breakerState, 'Now', 80),
      attributeColumn(breakerPreviousState, 'Before', 80),
      attributeColumn(errorType, 'Because of', 130),
    ],
  });
}
