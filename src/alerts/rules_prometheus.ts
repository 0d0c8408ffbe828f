import type { AlertDefinition } from '../registry/alerts/define.ts';
import { alertPromql } from './alert_promql.ts';
import type { PlaceOf } from './place.ts';
import { ruleAnnotations, ruleGroups, ruleLabels } from './rule_parts.ts';

/** The alerts as rules of Prometheus, which promtool can check and any Prometheus or Mimir can run. */
export function prometheusRules(alerts: readonly AlertDefinition[], placeOf: PlaceOf): object {
  return {
    groups: ruleGroups(alerts).map(({ name, interval, alerts: members }) => ({
      name: `otel-media-${name}`,
      ...(interval !== undefined && { interval }),
      rules: members.map((alert) => rule(alert, placeOf)),
    })),
  };
}

function rule(alert: AlertDefinition, placeOf: PlaceOf): object {
  return {
    alert: alert.name,
    expr: alertPromql(alert),
    ...(alert.holdMinutes > 0 && { for: `${alert.holdMinutes}m` }),
    ...(alert.keepMinutes > 0 && { keep_firing_for: `${alert.keepMinutes}m` }),
    labels: ruleLabels(alert),
    annotations: ruleAnnotations(alert, placeOf(alert), 'prometheus'),
  };
}
