import { MappingType, type ValueMapping } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder as StateTimelineBuilder } from '@grafana/grafana-foundation-sdk/statetimeline';

/** States over time. The states are numbers, by their place, and are mapped back to their names. */
export function stateTimeline(
  states: readonly string[],
  colourOf: (state: string) => string,
): StateTimelineBuilder {
  const mapping: ValueMapping = {
    type: MappingType.ValueToText,
    options: Object.fromEntries(
      states.map((state, index) => [index, { text: state, color: colourOf(state), index }]),
    ),
  };
  return new StateTimelineBuilder().mappings([mapping]).mergeValues(true).fillOpacity(80);
}

/**
 * The place of the worst state that anything is in, by some labels, where the list has the worst last.
 *
 * @param isIn selector of the gauge that says so of a state
 */
export function worstState(
  labels: readonly string[],
  states: readonly string[],
  isIn: (state: string) => string,
): string {
  const terms = states.map((state, index) => `${index} * (${isIn(state)} > 0) ^ 0`);
  return `max by (${labels.join(', ')}) (${terms.join(' or ')})`;
}
