import { type AlertDefinition, alerts } from '../registry/alerts.ts';
import { alertExpression } from './alert_expression.ts';
import { alertPanel, dashboardUrl, runbookPath, runbookUrl } from './alert_links.ts';
import { alertText } from './alert_text.ts';
import { PROMETHEUS } from './dashboards/datasources.ts';
import { yamlDocument } from './yaml.ts';

const FOLDER = 'otel-media';

const NO_DATA = { ok: 'OK' } as const;
const EXECUTION_ERROR = { error: 'Error' } as const;

/** The alerts as rules that Grafana keeps and evaluates itself, in the form that it reads from provisioning files. */
export function alertRulesGrafana(): string {
  const names = [...new Set(alerts.map((alert) => alert.group))];
  const groups = names.map((name) => ({
    orgId: 1,
    name,
    folder: FOLDER,
    interval: '1m',
    rules: alerts.filter((alert) => alert.group === name).map(grafanaRule),
  }));
  // Grafana expands $VARIABLES in labels and ${VARIABLES} in annotations when it reads this. So templates are in
  // annotations only, where a plain $labels is left alone.
  return yamlDocument({ apiVersion: 1, groups });
}

function grafanaRule(alert: AlertDefinition): object {
  const { uid, panelId } = alertPanel(alert);
  return {
    uid: ruleUid(alert),
    title: alert.name,
    condition: 'B',
    data: ruleQueries(alert),
    dashboardUid: uid,
    panelId,
    noDataState: NO_DATA[alert.noData],
    execErrState: EXECUTION_ERROR[alert.executionError],
    for: `${alert.holdMinutes}m`,
    keepFiringFor: `${alert.keepMinutes}m`,
    annotations: {
      summary: alertText(alert.summary, alert, 'grafana'),
      description: alertText(alert.description, alert, 'grafana'),
      runbook: runbookPath(alert),
      runbook_url: runbookUrl(alert),
      dashboard_url: dashboardUrl(alert),
    },
    labels: { severity: alert.severity },
    isPaused: false,
  };
}

/** Id of a rule in Grafana: the same for ever, so that an upgrade changes the rule and does not add one. */
export function ruleUid(alert: AlertDefinition): string {
  return `otel-media-${alert.name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()}`;
}

function ruleQueries(alert: AlertDefinition): object[] {
  const { value, comparison, threshold, reachSeconds } = alertExpression(alert);
  const relativeTimeRange = { from: reachSeconds, to: 0 };
  return [
    {
      refId: 'A',
      relativeTimeRange,
      datasourceUid: PROMETHEUS.uid,
      model: { refId: 'A', datasource: PROMETHEUS, expr: value, instant: true, range: false },
    },
    {
      refId: 'B',
      relativeTimeRange,
      datasourceUid: '__expr__',
      model: {
        refId: 'B',
        type: 'threshold',
        datasource: { type: '__expr__', uid: '__expr__' },
        expression: 'A',
        conditions: [{ evaluator: { type: comparison, params: [threshold] } }],
      },
    },
  ];
}
