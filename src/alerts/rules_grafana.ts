import type { AlertDefinition } from '../registry/alerts/define.ts';
import { alertExpression } from './alert_promql.ts';
import type { PlaceOf } from './place.ts';
import { ruleAnnotations, ruleGroups, ruleLabels } from './rule_parts.ts';

const FOLDER = 'otel-media';
const INTERVAL = '1m';
const PROMETHEUS = { type: 'prometheus', uid: 'otel-media-prometheus' } as const;

const NO_DATA = { ok: 'OK', alerting: 'Alerting' } as const;
const EXECUTION_ERROR = { error: 'Error', alerting: 'Alerting', keep: 'KeepLast' } as const;

/** The alerts as rules that Grafana keeps and evaluates itself, in the form that it reads from provisioning files. */
export function grafanaRules(alerts: readonly AlertDefinition[], placeOf: PlaceOf): object {
  const groups = ruleGroups(alerts).map(({ name, interval = INTERVAL, alerts: members }) => ({
    orgId: 1,
    name,
    folder: FOLDER,
    interval,
    rules: members.map((alert) => rule(alert, placeOf)),
  }));
  // Grafana expands $VARIABLES in labels and ${VARIABLES} in annotations when it reads this. So templates are in
  // annotations only, where a plain $labels is left alone.
  return { apiVersion: 1, groups };
}

function rule(alert: AlertDefinition, placeOf: PlaceOf): object {
  const place = placeOf(alert);
  return {
    uid: ruleUid(alert),
    title: alert.name,
    condition: 'B',
    data: ruleQueries(alert),
    dashboardUid: place.dashboardUid,
    panelId: place.panelId,
    noDataState: NO_DATA[alert.noData],
    execErrState: EXECUTION_ERROR[alert.executionError],
    for: `${alert.holdMinutes}m`,
    keepFiringFor: `${alert.keepMinutes}m`,
    annotations: ruleAnnotations(alert, place, 'grafana'),
    labels: ruleLabels(alert),
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
