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
  /** From when on a session that has not ended counts as stuck, in seconds: 2 h. */
  sessionStuckSeconds: 2 * 3600,
  /** Below this speed against real time a program that streams falls behind. Not 1: progress is told by the half second. */
  execStreamSpeedRatio: 0.95,
  /** The time over which that speed is taken, in seconds. */
  execStreamWindowSeconds: 20,
  /** How long a condition must hold before an alert fires, in minutes. */
  holdMinutes: 5,
} as const;

/**
 * From when on each stage counts as slow, in seconds (requirement M4), where the application does not say. `other` is for
 * the stages that it names itself.
 */
export const stageSlowSeconds = {
  upload: 300,
  analysis: 300,
  preparation: 300,
  merging: 300,
  compression: 300,
  storage_upload: 300,
  cleanup: 300,
  other: 300,
} as const;

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
