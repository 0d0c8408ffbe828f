/**
 * Every number that an alert, a warning or a default is decided by. Alert rules, dashboards, docs and code read them
 * from here; settings files of the stores are checked against them by a test.
 */
export const thresholds = {
  /** Below this share of successful attempts the success-rate alert fires (requirement Q7). */
  downloadSuccessRatio: 0.95,
  /** The alert says nothing about fewer attempts than this in its window: one failure in two is no trend. */
  downloadMinimumAttempts: 10,
  /** Window of the success-rate alert, in minutes. */
  downloadWindowMinutes: 15,
  /** Age at which a cookie file counts as stale, in seconds: 12 h (requirement C2). */
  cookiesStaleSeconds: 12 * 3600,
  /** Window in which a rejection of cookies keeps its alert up, in minutes. */
  cookiesRejectedWindowMinutes: 30,
  /** How long a condition must hold before an alert fires, in minutes. */
  holdMinutes: 5,
} as const;

/**
 * Thresholds that the process itself decides by, which the setting `thresholds` may change. The others are those of the
 * alert rules, which are generated.
 */
export const PROCESS_THRESHOLDS = [
  'cookiesStaleSeconds',
] as const satisfies readonly (keyof typeof thresholds)[];

export type ProcessThreshold = (typeof PROCESS_THRESHOLDS)[number];

/** Time windows that must agree with each other across SDK, Collector and stores. */
export const windows = {
  /** How old a signal may be when it is delivered at last, in hours: what spool and queues may hold and stores take. */
  replayHours: 24,
  /** How often metrics are exported, in seconds. */
  exportIntervalSeconds: 15,
  /** How long shutdown may take in all, in seconds. */
  shutdownBudgetSeconds: 5,
  /** How long metrics are kept, in days (requirement R12). */
  metricsRetentionDays: 30,
  /** How long traces are kept, in days. */
  tracesRetentionDays: 30,
  /** How long logs and events are kept, in days (requirement R12). */
  logsRetentionDays: 90,
} as const;
