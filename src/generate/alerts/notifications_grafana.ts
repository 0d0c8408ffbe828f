import { grafanaNotifications } from '../../alerts/notifications/grafana.ts';
import { yamlDocument } from '../yaml.ts';

/** Where Grafana sends alerts, and what it writes. */
export function notificationsGrafana(): string {
  return yamlDocument(grafanaNotifications(), [
    'The variables are set in docker-compose.yml; see docs/alerts.md.',
  ]);
}
