import type { AlertDefinition } from '../registry/alerts/define.ts';

/** Where in Grafana an alert leads. */
export interface AlertPlace {
  readonly dashboardUid: string;
  /** The panel that shows it, where there is one. */
  readonly panelId?: number;
  readonly runbooksUid: string;
  /** The panel that shows its runbook. */
  readonly runbookPanelId: number;
}

/** Tells where an alert leads. */
export type PlaceOf = (alert: AlertDefinition) => AlertPlace;

/** Where an alert's runbook is in the repository and in the npm package. */
export function runbookPath(alert: AlertDefinition): string {
  return `grafana/runbooks/${alert.name}.md`;
}

/** Link to an alert's runbook in the same Grafana: it works wherever that runs, without the internet. */
export function runbookUrl({ runbooksUid, runbookPanelId }: AlertPlace): string {
  return `/d/${runbooksUid}?viewPanel=${runbookPanelId}`;
}

/** Link to the dashboard of an alert, narrowed to the service by the alert's own labels. */
export function dashboardUrl({ dashboardUid }: AlertPlace): string {
  return `/d/${dashboardUid}?var-service={{ $labels.service_name | urlquery }}`;
}
