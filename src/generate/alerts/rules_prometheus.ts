import { prometheusRules } from '../../alerts/rules_prometheus.ts';
import { alerts } from '../../registry/alerts.ts';
import { yamlDocument } from '../yaml.ts';
import { alertPlace } from './places.ts';

/** The alerts under the registry's thresholds, as rules of Prometheus. */
export function alertRulesPrometheus(): string {
  return yamlDocument(prometheusRules(alerts, alertPlace), [
    'Unit tests: grafana/prometheus/tests. Grafana has the same alerts as rules of its own.',
  ]);
}
