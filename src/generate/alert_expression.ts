import {
  type AlertDefinition,
  type Condition,
  type NewestStateIs,
  SERVICE_IDENTITY,
  type SuccessRatioBelow,
} from '../registry/alerts.ts';
import { labelName } from '../registry/prometheus_name.ts';
import type { Selection } from '../registry/selection.ts';
import { counted, lastHeld, series, successRatio, sumBy } from './promql.ts';

/** A condition in PromQL, in two parts: Grafana compares by itself, and shows the value also while all is well. */
export interface AlertExpression {
  /** What is compared. Empty where there is nothing to judge. */
  readonly value: string;
  readonly comparison: 'lt' | 'gt';
  readonly threshold: number;
  /** How far back it looks, in seconds. */
  readonly reachSeconds: number;
}

const SIGNS = { lt: '<', gt: '>' } as const;

/** Writes an alert's condition as PromQL. */
export function alertExpression(alert: AlertDefinition): AlertExpression {
  const labels = alertLabels(alert);
  const { condition } = alert;
  const reachSeconds = condition.windowMinutes * 60;
  switch (condition.kind) {
    case 'success_ratio_below':
      return {
        value: successRatioValue(condition, labels),
        comparison: 'lt',
        threshold: condition.ratio,
        reachSeconds,
      };
    case 'newest_state_is':
      return { value: newestState(condition, labels), comparison: 'gt', threshold: 0, reachSeconds };
    case 'occurred':
      return {
        value: sumBy(labels, count(condition.selection, condition)),
        comparison: 'gt',
        threshold: 0,
        reachSeconds,
      };
  }
}

/** The whole condition as one PromQL expression, as a Prometheus rule wants it. */
export function alertPromql(alert: AlertDefinition): string {
  const { value, comparison, threshold } = alertExpression(alert);
  return `(${value}) ${SIGNS[comparison]} ${threshold}`;
}

/** Labels that tell one alert of a rule from another: those of its service, then its own. */
function alertLabels(alert: AlertDefinition): string[] {
  const names: string[] = [...SERVICE_IDENTITY, ...alert.by.map((attribute) => attribute.name)];
  return names.map(labelName);
}

function count(selection: Selection, condition: Condition): string {
  return counted(series(selection), minutes(condition));
}

function successRatioValue(condition: SuccessRatioBelow, labels: readonly string[]): string {
  const total = sumBy(labels, count(condition.counted, condition));
  const failed = sumBy(labels, count(condition.failed, condition));
  return `(${successRatio(failed, total)})\nand\n(${total} >= ${condition.minimum})`;
}

// Each state is dated by the last instant at which a process reported it. A process that lives dates its state by now, so
// of two that live and disagree (two files of one name on two hosts) both count. Of those that ended the newest counts.
function newestState(condition: NewestStateIs, labels: readonly string[]): string {
  const state = labelName(condition.state.name);
  const newest = (where: Selection['where'], keep: readonly string[]) =>
    lastHeld(keep, series({ metric: condition.gauge, where }), minutes(condition));
  const suspects = newest({ [condition.state.name]: condition.states }, [...labels, state]);
  return `${suspects}\n== bool on (${labels.join(', ')}) group_left ()\n${newest({}, labels)}`;
}

function minutes(condition: Condition): string {
  return `${condition.windowMinutes}m`;
}
