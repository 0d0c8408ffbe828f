import { stringify } from 'yaml';
import { OtelMediaError } from '../errors.ts';
import { type AlertDefinition, alertsUnder } from '../registry/alerts.ts';
import type { Thresholds } from '../registry/thresholds.ts';
import type { AlertPlace } from './place.ts';
import { ALERT_PLACES } from './places.generated.ts';
import { grafanaRules } from './rules_grafana.ts';
import { prometheusRules } from './rules_prometheus.ts';

/** The alerts under some thresholds, as the files that engines read. */
export interface RuleFiles {
  readonly prometheus: string;
  readonly grafana: string;
}

/**
 * Writes the rules of all alerts under some thresholds.
 *
 * @param comment first line of each file, without its `# `
 */
export function ruleFiles(own: Thresholds, comment: string): RuleFiles {
  const alerts = alertsUnder(own);
  const text = (rules: object) =>
    `# ${comment}\n${stringify(rules, { lineWidth: 0, aliasDuplicateObjects: false })}`;
  return {
    prometheus: text(prometheusRules(alerts, placeOf)),
    grafana: text(grafanaRules(alerts, placeOf)),
  };
}

function placeOf(alert: AlertDefinition): AlertPlace {
  const place = ALERT_PLACES[alert.name];
  if (place !== undefined) return place;
  throw new OtelMediaError('OTEL_MEDIA_SETTINGS_INVALID', `nobody knows where ${alert.name} leads`);
}
