import { grafanaRules } from '../../alerts/rules_grafana.ts';
import { alerts } from '../../registry/alerts.ts';
import { yamlDocument } from '../yaml.ts';
import { alertPlace } from './places.ts';

/** The alerts under the registry's thresholds, as rules of Grafana. */
export function alertRulesGrafana(): string {
  return yamlDocument(grafanaRules(alerts, alertPlace));
}
