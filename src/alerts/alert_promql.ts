import type { AlertDefinition } from '../registry/alerts/define.ts';
import { SERVICE_IDENTITY } from '../registry/alerts/define.ts';
import { labelName } from '../registry/prometheus_name.ts';
import type { AlertExpression } from './expression.ts';
import { fills, level, newestState } from './gauges.ts';
import { shareFalls, unusual } from './past.ts';
import { budgetBurns, occurred, shareAbove, successRatioBelow } from './shares.ts';
import { heartbeatMissing, seriesMissing, workerSilent } from './silence.ts';

const SIGNS = { lt: '<', gt: '>' } as const;

/** Writes an alert's condition as PromQL. */
export function alertExpression(alert: AlertDefinition): AlertExpression {
  const service = SERVICE_IDENTITY.map(labelName);
  const labels = [...service, ...alert.by.map(({ name }) => labelName(name))];
  const { condition } = alert;
  switch (condition.kind) {
    case 'success_ratio_below':
      return successRatioBelow(condition, labels);
    case 'budget_burns':
      return budgetBurns(condition, labels);
    case 'share_above':
      return shareAbove(condition, labels, [
        ...service,
        ...condition.wholeBy.map(({ name }) => labelName(name)),
      ]);
    case 'occurred':
      return occurred(condition, labels);
    case 'newest_state_is':
      return newestState(condition, labels);
    case 'level':
      return level(condition, labels);
    case 'fills':
      return fills(condition, labels);
    case 'worker_silent':
      return workerSilent(condition, labels);
    case 'share_falls':
      return shareFalls(condition, labels);
    case 'unusual':
      return unusual(condition, labels);
    case 'heartbeat_missing':
      return heartbeatMissing(condition, labels);
    case 'series_missing':
      return seriesMissing(condition, labels);
  }
}

/** The whole condition as one PromQL expression, as a Prometheus rule wants it. */
export function alertPromql(alert: AlertDefinition): string {
  const { value, comparison, threshold } = alertExpression(alert);
  return `(${value}) ${SIGNS[comparison]} ${threshold}`;
}
