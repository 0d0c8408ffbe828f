import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import { type Panel, PanelBuilder } from '@grafana/grafana-foundation-sdk/dashboard';
import { PANELS as ID } from './panel_ids.ts';

/** Order of Grafana's list of alerts by how much they matter, from its enum `SortOrder`. */
const BY_IMPORTANCE = 3;

/** What fires now. The SDK has no builder for lists of alerts, so the options are spelled out. */
export function firingAlerts(): Builder<Panel> {
  return new PanelBuilder()
    .type('alertlist')
    .id(ID.alerts)
    .title('Alerts that fire')
    .description(
      'Alerts of the services chosen that fire, or will if it stays so. Each leads to its rule and runbook.',
    )
    .gridPos({ x: 0, y: 0, w: 10, h: 10 })
    .options({
      viewMode: 'list',
      groupMode: 'default',
      groupBy: [],
      maxItems: 20,
      sortOrder: BY_IMPORTANCE,
      dashboardAlerts: false,
      alertName: '',
      // An alert that belongs to no service is everybody's.
      // biome-ignore lint/suspicious/noTemplateCurlyInString: Grafana's variable, not ours.
      alertInstanceLabelFilter: '{service_name=~"${service:regex}|"}',
      datasource: '-- Grafana --',
      showInactiveAlerts: false,
      stateFilter: {
        firing: true,
        pending: true,
        recovering: true,
        noData: true,
        error: true,
        normal: false,
      },
    });
}
