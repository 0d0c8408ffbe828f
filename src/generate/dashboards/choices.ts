import type { QueryVariableBuilder } from '@grafana/grafana-foundation-sdk/dashboard';
import { counted } from '../../alerts/counted.ts';
import { type Part, series } from '../../alerts/promql.ts';
import type { AttributeDefinition, MetricDefinition } from '../../registry/define.ts';
import { labelName } from '../../registry/prometheus_name.ts';
import type { Selection } from '../../registry/selection.ts';
import { SCOPE } from './queries/queries.ts';
import { labelVariable, serviceVariables } from './variables.ts';

/** A variable of a dashboard, beside service and environment, that narrows whatever has its attribute. */
export interface Choice {
  readonly variable: string;
  readonly title: string;
  readonly attribute: AttributeDefinition;
}

/** Selectors of a dashboard with such variables. */
export interface Narrowed {
  /** The variables that the dashboard has, those of service and environment first. */
  variables(): QueryVariableBuilder[];
  /** Matchers for series of a metric. */
  scope(metric: MetricDefinition): string[];
  /** Selector of some series. */
  filtered(selection: Selection, part?: Part): string;
  /** How much was counted in the whole time that the dashboard shows. */
  inRange(selection: Selection, part?: Part): string;
  /** How much was counted around each point of a graph. */
  around(selection: Selection, part?: Part): string;
  /** Conditions on the structured metadata of log lines, each after a bar. Lines without the attribute pass. */
  ofLines(...attributes: readonly AttributeDefinition[]): string;
}

/** Narrows what a dashboard asks by its variables, as far as each metric has their attributes. */
export function narrowedBy(...choices: readonly Choice[]): Narrowed {
  const matcher = ({ attribute, variable }: Choice) => `${labelName(attribute.name)}=~"$${variable}"`;
  const scope = (metric: MetricDefinition) => {
    const names = new Set(metric.attributes.map(({ attribute }) => attribute.name));
    return [...SCOPE, ...choices.filter(({ attribute }) => names.has(attribute.name)).map(matcher)];
  };
  const filtered = (selection: Selection, part?: Part) => series(selection, scope(selection.metric), part);
  return {
    variables: () => [
      ...serviceVariables(),
      ...choices.map(({ variable, title, attribute }) =>
        labelVariable(variable, title, labelName(attribute.name), SCOPE),
      ),
    ],
    scope,
    filtered,
    inRange: (selection, part) => counted(filtered(selection, part), '$__range'),
    around: (selection, part) => counted(filtered(selection, part), '$__rate_interval'),
    ofLines: (...attributes) =>
      choices
        .filter(({ attribute }) => attributes.includes(attribute))
        .map((choice) => ` | ${matcher(choice)}`)
        .join(''),
  };
}
