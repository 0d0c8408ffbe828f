import type { AlertDefinition } from '../registry/alerts.ts';
import { DASHBOARD_UIDS } from './dashboards/dashboard_uids.ts';
import { panelId } from './dashboards/panels.ts';

/** Where an alert's runbook is in the repository and in the npm package. */
export function runbookPath(alert: AlertDefinition): string {
  return `grafana/runbooks/${alert.name}.md`;
}

/** Id of the panel that shows an alert's runbook on the dashboard of runbooks. */
export function runbookPanelId(alert: AlertDefinition): number {
  return panelId('runbooks', alert.name);
}

/** Link to an alert's runbook in the same Grafana: it works wherever that runs, without the internet. */
export function runbookUrl(alert: AlertDefinition): string {
  return `/d/${DASHBOARD_UIDS.runbooks}?viewPanel=${runbookPanelId(alert)}`;
}

/** The panel that shows what an alert is about. */
export function alertPanel(alert: AlertDefinition): { uid: string; panelId: number } {
  return { uid: DASHBOARD_UIDS[alert.dashboard], panelId: panelId(alert.dashboard, alert.panel) };
}

/** Link to that dashboard, narrowed to the service by the alert's own labels. */
export function dashboardUrl(alert: AlertDefinition): string {
  return `/d/${alertPanel(alert).uid}?var-service={{ $labels.service_name | urlquery }}`;
}
