import type { Fills, Level, NewestStateIs } from '../registry/alerts/condition.ts';
import { labelName } from '../registry/prometheus_name.ts';
import type { Selection } from '../registry/selection.ts';
import type { AlertExpression, Labels } from './expression.ts';
import { by, lastHeld, series, sumBy } from './promql.ts';

const INSTANCE = labelName('service.instance.id');
/** How far back Prometheus looks for the last point of a series. */
const LOOK_BACK_SECONDS = 300;

// Each state is dated by the last instant at which a process reported it. A process that lives dates its state by now, so
// of two that live and disagree (two files of one name on two hosts) both count. Of those that ended the newest counts.
export function newestState(condition: NewestStateIs, labels: Labels): AlertExpression {
  const state = labelName(condition.state.name);
  const { gauge, windowMinutes } = condition;
  const newest = (where: Selection['where'], keep: Labels) =>
    lastHeld(keep, series({ ...gauge, where: { ...gauge.where, ...where } }), `${windowMinutes}m`);
  const suspects = newest({ [condition.state.name]: condition.states }, [...labels, state]);
  return {
    value: `${suspects}\n== bool on (${labels.join(', ')}) group_left ()\n${newest({}, labels)}`,
    comparison: 'gt',
    threshold: 0,
    reachSeconds: windowMinutes * 60,
  };
}

/** Holds while a gauge is above or below its limit. */
export function level(condition: Level, labels: Labels): AlertExpression {
  const { windowMinutes, ignoreUpTo } = condition;
  const selector = series(condition.gauge);
  const now = windowMinutes === undefined ? selector : `last_over_time(${selector}[${windowMinutes}m])`;
  const each = condition.parts ? sumBy([...labels, INSTANCE], now) : now;
  const value = `${condition.instances}${by(labels)} (${each})`;
  return {
    value: ignoreUpTo === undefined ? value : `${value} > ${ignoreUpTo}`,
    comparison: condition.is === 'above' ? 'gt' : 'lt',
    threshold: condition.limit,
    reachSeconds: windowMinutes === undefined ? LOOK_BACK_SECONDS : windowMinutes * 60,
  };
}

/** Holds while more than a share of what there is room for is used. */
export function fills(condition: Fills, labels: Labels): AlertExpression {
  // What is used may be in several series, such as jobs in several states.
  const used = `max${by(labels)} (${sumBy([...labels, INSTANCE], series(condition.used))})`;
  const capacity = `max${by(labels)} (${series(condition.capacity)})`;
  return {
    value: `${used}\n/\n(${capacity} > 0)`,
    comparison: 'gt',
    threshold: condition.ratio,
    reachSeconds: LOOK_BACK_SECONDS,
  };
}
