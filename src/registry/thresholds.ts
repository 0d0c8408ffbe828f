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
  /** How long what a health check found is taken to hold, in seconds: 1 minute (requirement M5). */
  healthMaxAgeSeconds: 60,
  /** How long a health check may take before it is cut off, in seconds. */
  healthTimeoutSeconds: 5,
  /** Share of the processors in use from which the system counts as degraded. */
  healthCpuRatio: 0.9,
  /** Share of the memory in use from which the system counts as degraded (requirement M4), and as critical. */
  healthMemoryRatio: 0.8,
  healthMemoryCriticalRatio: 0.95,
  /** Share of a disk in use from which it counts as degraded (requirement M4), and as critical. */
  healthDiskRatio: 0.9,
  healthDiskCriticalRatio: 0.98,
  /** Share of what ended badly from which the pipeline counts as degraded (requirement M4), and as critical. */
  healthPipelineErrorRatio: 0.1,
  healthPipelineCriticalRatio: 0.5,
  /** Window of the pipeline's error rate, in minutes, and the least that must have ended in it. */
  healthPipelineWindowMinutes: 15,
  healthPipelineMinimum: 10,
  /** Age of a release of yt-dlp, in days, from which it counts as degraded: sites change every few weeks. */
  healthYtDlpAgeDays: 60,
  /** Age of a file in the temp folder, in hours, from which it counts as left over, and how many are too many. */
  healthLeftoverHours: 24,
  healthLeftoverCount: 100,
  /** How long a log file may go without a line, in seconds, and how large it may become, in bytes. */
  healthLogSilenceSeconds: 3600,
  healthLogBytes: 200 * 1024 * 1024,
  /** How many exports in a row must fail before telemetry counts as degraded. */
  healthFailedExports: 3,
  /** How long a job may run before it counts as stuck, by its kind, in seconds (requirement Q4). */
  jobDownloadTimeoutSeconds: 3600,
  jobVideoInfoTimeoutSeconds: 30,
  jobSubtitleTimeoutSeconds: 60,
  jobThumbnailTimeoutSeconds: 30,
  /** The same, for kinds that an application makes up. */
  jobOtherTimeoutSeconds: 3600,
  /** How many jobs a queue is meant to hold, where nobody says (requirement Q4). */
  jobQueueCapacity: 1000,
  /** How many jobs the workers of a queue can run at a time, where nobody says (requirement Q4). */
  jobWorkerCapacity: 10,
  /** From this long a silence of a station on is dead air, in seconds (requirement X10). */
  deadAirSeconds: 10,
  /** Share of the time for which a station should play something. */
  playUptimeRatio: 0.99,
  /** More than this share of plays with errors is an alert; from so many of them on. */
  playErrorRatio: 0.1,
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

/**
 * Thresholds that the process itself decides by, which the setting `thresholds` may change. The others are those of the
 * alert rules, which are generated.
 */
export const PROCESS_THRESHOLDS = [
  'cookiesStaleSeconds',
  'deadAirSeconds',
  'execStreamSpeedRatio',
  'healthCpuRatio',
  'healthDiskCriticalRatio',
  'healthDiskRatio',
  'healthFailedExports',
  'healthLeftoverCount',
  'healthLeftoverHours',
  'healthLogBytes',
  'healthLogSilenceSeconds',
  'healthMaxAgeSeconds',
  'healthMemoryCriticalRatio',
  'healthMemoryRatio',
  'healthPipelineCriticalRatio',
  'healthPipelineErrorRatio',
  'healthPipelineMinimum',
  'healthPipelineWindowMinutes',
  'healthTimeoutSeconds',
  'healthYtDlpAgeDays',
  'jobDownloadTimeoutSeconds',
  'jobOtherTimeoutSeconds',
  'jobQueueCapacity',
  'jobSubtitleTimeoutSeconds',
  'jobThumbnailTimeoutSeconds',
  'jobVideoInfoTimeoutSeconds',
  'jobWorkerCapacity',
  'sessionStuckSeconds',
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
