import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runbookPath, runbookUrl } from '../../alerts/place.ts';
import { type AlertDefinition, alerts } from '../../registry/alerts.ts';
import { alertPlace } from '../alerts/places.ts';
import { dashboardJson, newDashboard, textPanel } from './dashboard.ts';
import { DASHBOARD_UIDS } from './dashboard_uids.ts';

const root = join(import.meta.dirname, '..', '..', '..');

const PURPOSE = 'What each alert means, how to tell its causes apart, and what to do.';

/** The runbooks as a dashboard, so that the link of an alert works in any Grafana that has our files. */
export function runbooksDashboard(): string {
  const lines = alerts.map((alert) => [
    textPanel(alertPlace(alert).runbookPanelId, alert.name, text(alert), 24, 18),
  ]);
  return dashboardJson(newDashboard(DASHBOARD_UIDS.runbooks, 'Runbooks', PURPOSE, lines));
}

// Links from one runbook to another lead to files, which are not there in Grafana.
function text(alert: AlertDefinition): string {
  return alerts.reduce(
    (markdown, other) => markdown.replaceAll(`(${other.name}.md)`, `(${runbookUrl(alertPlace(other))})`),
    readFileSync(join(root, runbookPath(alert)), 'utf8'),
  );
}
