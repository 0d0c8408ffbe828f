/** Ids of our dashboards in Grafana. Links lead to them, so they never change. */
export const DASHBOARD_UIDS = {
  downloads: 'otel-media-downloads',
  runbooks: 'otel-media-runbooks',
} as const;
