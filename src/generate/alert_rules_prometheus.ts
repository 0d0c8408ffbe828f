import { type AlertDefinition, alerts } from '../registry/alerts.ts';
import { alertPromql } from './alert_expression.ts';
import { dashboardUrl, runbookPath, runbookUrl } from './alert_links.ts';
import { alertText } from './alert_text.ts';
import { yamlDocument } from './yaml.ts';

/** The alerts as rules of Prometheus, which promtool can check and any Prometheus or Mimir can run. */
export function alertRulesPrometheus(): string {
  const names = [...new Set(alerts.map((alert) => alert.group))];
  const groups = names.map((name) => ({
    name: `otel-media-${name}`,
    rules: alerts.filter((alert) => alert.group === name).map(rule),
  }));
  return yamlDocument({ groups }, [
    'Unit tests: grafana/prometheus/tests. Grafana has the same alerts as rules of its own.',
  ]);
}

function rule(alert: AlertDefinition): object {
  return {
    alert: alert.name,
    expr: alertPromql(alert),
    ...(alert.holdMinutes > 0 && { for: `${alert.holdMinutes}m` }),
    ...(alert.keepMinutes > 0 && { keep_firing_for: `${alert.keepMinutes}m` }),
    labels: { severity: alert.severity },
    annotations: {
      summary: alertText(alert.summary, alert, 'prometheus'),
      description: alertText(alert.description, alert, 'prometheus'),
      runbook: runbookPath(alert),
      runbook_url: runbookUrl(alert),
      dashboard_url: dashboardUrl(alert),
    },
  };
}
