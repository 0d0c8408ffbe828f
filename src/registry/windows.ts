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
