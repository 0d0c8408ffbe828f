/** Ids of our dashboards in Grafana, in the order in which they are offered. Links lead to them, so they never change. */
export const DASHBOARD_UIDS = {
  overview: 'otel-media-overview',
  downloads: 'otel-media-downloads',
  cookies: 'otel-media-cookies',
  radio: 'otel-media-radio',
  processing: 'otel-media-processing',
  jobs: 'otel-media-jobs',
  visitors: 'otel-media-visitors',
  errors: 'otel-media-errors',
  host: 'otel-media-host',
  telemetry: 'otel-media-telemetry',
  runbooks: 'otel-media-runbooks',
} as const;

export type DashboardKey = keyof typeof DASHBOARD_UIDS;
