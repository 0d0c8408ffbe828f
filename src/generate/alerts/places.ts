import type { AlertPlace } from '../../alerts/place.ts';
import type { AlertDefinition } from '../../registry/alerts/define.ts';
import { alerts } from '../../registry/alerts.ts';
import { DASHBOARD_UIDS } from '../dashboards/dashboard_uids.ts';
import { panelId } from '../dashboards/panel_ids.ts';
import { NOTICE } from '../generated_file.ts';

/** Where an alert leads, by the ids of dashboards and panels. */
export function alertPlace(alert: AlertDefinition): AlertPlace {
  return {
    dashboardUid: DASHBOARD_UIDS[alert.dashboard],
    panelId: panelId(alert.dashboard, alert.panel),
    runbooksUid: DASHBOARD_UIDS.runbooks,
    runbookPanelId: panelId('runbooks', alert.name),
  };
}

/** The same as a module: what writes rules at the user's has no dashboards to look into. */
export function alertPlacesModule(): string {
  const places = alerts.map((alert) => `  ${alert.name}: ${literal(alertPlace(alert))},\n`).join('');
  return (
    `// ${NOTICE}\nimport type { AlertPlace } from './place.ts';\n\n` +
    '/** Where each alert leads, by its name. */\n' +
    `export const ALERT_PLACES: Readonly<Record<string, AlertPlace>> = {\n${places}};\n`
  );
}

function literal(place: AlertPlace): string {
  const entries = Object.entries(place).map(
    ([key, value]) => `    ${key}: ${typeof value === 'string' ? `'${value}'` : value},\n`,
  );
  return `{\n${entries.join('')}  }`;
}
