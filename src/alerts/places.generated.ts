// Generated from src/registry by npm run generate; do not edit.
import type { AlertPlace } from './place.ts';

/** Where each alert leads, by its name. */
export const ALERT_PLACES: Readonly<Record<string, AlertPlace>> = {
  DownloadSuccessRateLow: {
    dashboardUid: 'otel-media-downloads',
    panelId: 2,
    runbooksUid: 'otel-media-runbooks',
    runbookPanelId: 1,
  },
  DownloadErrorBudgetBurnsFast: {
    dashboardUid: 'otel-media-downloads',
    panelId: 2,
    runbooksUid: 'otel-media-runbooks',
    runbookPanelId: 5,
  },
  DownloadErrorBudgetBurnsSlow: {
    dashboardUid: 'otel-media-downloads',
    panelId: 2,
    runbooksUid: 'otel-media-runbooks',
    runbookPanelId: 6,
  },
  DownloadsBlocked: {
    dashboardUid: 'otel-media-downloads',
    panelId: 30,
    runbooksUid: 'otel-media-runbooks',
    runbookPanelId: 7,
  },
  DownloadToolOutdated: {
    dashboardUid: 'otel-media-downloads',
    panelId: 30,
    runbooksUid: 'otel-media-runbooks',
    runbookPanelId: 8,
  },
  DownloadErrorsUnknown: {
    dashboardUid: 'otel-media-downloads',
    panelId: 30,
    runbooksUid: 'otel-media-runbooks',
    runbookPanelId: 9,
  },
  CookiesStale: {
    dashboardUid: 'otel-media-downloads',
    panelId: 70,
    runbooksUid: 'otel-media-runbooks',
    runbookPanelId: 2,
  },
  CookiesExpiring: {
    dashboardUid: 'otel-media-downloads',
    panelId: 70,
    runbooksUid: 'otel-media-runbooks',
    runbookPanelId: 10,
  },
  CookiesUnusable: {
    dashboardUid: 'otel-media-downloads',
    panelId: 70,
    runbooksUid: 'otel-media-runbooks',
    runbookPanelId: 3,
  },
  CookiesRejected: {
    dashboardUid: 'otel-media-downloads',
    panelId: 72,
    runbooksUid: 'otel-media-runbooks',
    runbookPanelId: 4,
  },
  ProcessingFailures: {
    dashboardUid: 'otel-media-processing',
    runbooksUid: 'otel-media-runbooks',
    runbookPanelId: 11,
  },
  StageSlow: {
    dashboardUid: 'otel-media-processing',
    runbooksUid: 'otel-media-runbooks',
    runbookPanelId: 12,
  },
  SessionsStuck: {
    dashboardUid: 'otel-media-processing',
    runbooksUid: 'otel-media-runbooks',
    runbookPanelId: 13,
  },
  JobsStuck: {
    dashboardUid: 'otel-media-jobs',
    runbooksUid: 'otel-media-runbooks',
    runbookPanelId: 14,
  },
  JobQueueLong: {
    dashboardUid: 'otel-media-jobs',
    runbooksUid: 'otel-media-runbooks',
    runbookPanelId: 15,
  },
  JobQueueNearlyFull: {
    dashboardUid: 'otel-media-jobs',
    runbooksUid: 'otel-media-runbooks',
    runbookPanelId: 16,
  },
  JobWorkerStopped: {
    dashboardUid: 'otel-media-jobs',
    runbooksUid: 'otel-media-runbooks',
    runbookPanelId: 17,
  },
  CircuitBreakerOpen: {
    dashboardUid: 'otel-media-jobs',
    runbooksUid: 'otel-media-runbooks',
    runbookPanelId: 18,
  },
  CacheHitRateCollapsed: {
    dashboardUid: 'otel-media-jobs',
    runbooksUid: 'otel-media-runbooks',
    runbookPanelId: 19,
  },
  DeadAir: {
    dashboardUid: 'otel-media-radio',
    runbooksUid: 'otel-media-runbooks',
    runbookPanelId: 20,
  },
  PlayErrors: {
    dashboardUid: 'otel-media-radio',
    runbooksUid: 'otel-media-runbooks',
    runbookPanelId: 21,
  },
  HostCpuBusy: {
    dashboardUid: 'otel-media-host',
    runbooksUid: 'otel-media-runbooks',
    runbookPanelId: 22,
  },
  HostMemoryHigh: {
    dashboardUid: 'otel-media-host',
    runbooksUid: 'otel-media-runbooks',
    runbookPanelId: 23,
  },
  HostDiskFull: {
    dashboardUid: 'otel-media-host',
    runbooksUid: 'otel-media-runbooks',
    runbookPanelId: 24,
  },
  HealthCritical: {
    dashboardUid: 'otel-media-overview',
    runbooksUid: 'otel-media-runbooks',
    runbookPanelId: 25,
  },
  HealthDegraded: {
    dashboardUid: 'otel-media-overview',
    runbooksUid: 'otel-media-runbooks',
    runbookPanelId: 26,
  },
  TrafficSurge: {
    dashboardUid: 'otel-media-overview',
    runbooksUid: 'otel-media-runbooks',
    runbookPanelId: 27,
  },
  TrafficCollapse: {
    dashboardUid: 'otel-media-overview',
    runbooksUid: 'otel-media-runbooks',
    runbookPanelId: 28,
  },
  TelemetryStopped: {
    dashboardUid: 'otel-media-telemetry',
    runbooksUid: 'otel-media-runbooks',
    runbookPanelId: 29,
  },
  TelemetryLost: {
    dashboardUid: 'otel-media-telemetry',
    runbooksUid: 'otel-media-runbooks',
    runbookPanelId: 30,
  },
  CollectorStopped: {
    dashboardUid: 'otel-media-telemetry',
    runbooksUid: 'otel-media-runbooks',
    runbookPanelId: 31,
  },
  CollectorRefuses: {
    dashboardUid: 'otel-media-telemetry',
    runbooksUid: 'otel-media-runbooks',
    runbookPanelId: 32,
  },
  CollectorLoses: {
    dashboardUid: 'otel-media-telemetry',
    runbooksUid: 'otel-media-runbooks',
    runbookPanelId: 33,
  },
  CollectorQueueFills: {
    dashboardUid: 'otel-media-telemetry',
    runbooksUid: 'otel-media-runbooks',
    runbookPanelId: 34,
  },
  SecretsRedactedLate: {
    dashboardUid: 'otel-media-telemetry',
    runbooksUid: 'otel-media-runbooks',
    runbookPanelId: 35,
  },
};
