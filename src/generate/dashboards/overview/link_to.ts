import type { DynamicConfigValue } from '@grafana/grafana-foundation-sdk/dashboard';
import { DASHBOARD_UIDS, type DashboardKey } from '../dashboard_uids.ts';

const KEPT = ['service', 'environment'].map((name) => `\${${name}:queryparam}`).join('&');

/** Address of another dashboard, with the time and the services chosen here. */
export function addressOf(key: DashboardKey): string {
  return `/d/${DASHBOARD_UIDS[key]}?${KEPT}&\${__url_time_range}`;
}

/** Has a click on a number lead to another dashboard. */
export function linkTo(key: DashboardKey): DynamicConfigValue {
  return { id: 'links', value: [{ title: 'Details', url: addressOf(key), targetBlank: false }] };
}
