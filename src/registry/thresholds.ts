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
  /** Share of attempts that should succeed over 30 days: what the rest of them may be is the error budget. */
  downloadObjectiveRatio: 0.95,
  /** How many times as fast as it may, the budget is used up when the fast alert fires: all of it in two days. */
  budgetFastBurnRate: 14.4,
  /** Windows of the fast alert, in minutes: both must burn, the long one for weight, the short one to end it soon. */
  budgetFastLongMinutes: 60,
  budgetFastShortMinutes: 5,
  /** The same for the slow alert: all of the budget in five days. */
  budgetSlowBurnRate: 6,
  budgetSlowLongMinutes: 360,
  budgetSlowShortMinutes: 30,
  /** More than this share of attempts that the site turns away, for one reason, is an alert; from so many of them on. */
  downloadBlockedRatio: 0.1,
  downloadBlockedMinimum: 3,
  /** Window in which a failure that a newer program would not have keeps its alert up, in minutes. */
  downloadToolWindowMinutes: 60,
  /** More than this share of failures that nobody recognised is an alert; from so many of them on. */
  downloadUnknownRatio: 0.2,
  downloadUnknownMinimum: 5,
  /** Window of the share of failures that nobody recognised, in minutes. */
  downloadUnknownWindowMinutes: 60,
  /** From this long before the login in a cookie file expires its alert fires, in seconds: 24 h. */
  cookiesExpiringSeconds: 24 * 3600,
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
  /** More jobs than this that wait in a queue are too many (requirement Q7). */
  jobQueueLongCount: 100,
  /** Share of a queue's capacity from which it counts as nearly full. */
  jobQueueFullRatio: 0.9,
  /** How long the workers of a queue may be silent while jobs wait, in seconds. */
  jobWorkerSilentSeconds: 300,
  /** For how long a worker that was heard of once is missed, in hours: a queue without one is not watched for any. */
  jobWorkerMemoryHours: 24,
  /** How many jobs the workers of a queue can run at a time, where nobody says (requirement Q4). */
  jobWorkerCapacity: 10,
  /** From this long a silence of a station on is dead air, in seconds (requirement X10). */
  deadAirSeconds: 10,
  /** How old the word of a station may be that still counts, in minutes: a process that plays no more is not asked. */
  stationFreshMinutes: 2,
  /** Share of the time for which a station should play something. */
  playUptimeRatio: 0.99,
  /** More than this share of plays with errors is an alert; from so many of them on. */
  playErrorRatio: 0.1,
  playErrorMinimum: 3,
  /** Window of the share of plays with errors, in minutes. */
  playErrorWindowMinutes: 60,
  /** From when on each stage counts as slow, in seconds (requirement M4), where its call does not say. */
  stageUploadSlowSeconds: 300,
  stageAnalysisSlowSeconds: 300,
  stagePreparationSlowSeconds: 300,
  stageMergingSlowSeconds: 300,
  stageCompressionSlowSeconds: 300,
  stageStorageUploadSlowSeconds: 300,
  stageCleanupSlowSeconds: 300,
  stageOtherSlowSeconds: 300,
  /** Window in which a stage that was slow keeps its alert up, in minutes. */
  stageSlowWindowMinutes: 15,
  /** A hit rate below this share of what it used to be has collapsed. */
  cacheHitRateFallRatio: 0.5,
  /** Windows of the hit rate: the one looked at, in minutes, and that before it which it is held against, in hours. */
  cacheWindowMinutes: 30,
  cachePastHours: 24,
  /** The alert says nothing about fewer look-ups than this, in either window. */
  cacheMinimumRequests: 50,
  /** How long the processors must be busy before it is an alert, in minutes: an encoder uses all of them, and may. */
  hostCpuHoldMinutes: 15,
  /** For how long the last finding of a health check counts, in minutes. */
  healthWindowMinutes: 10,
  /** How long a check must be degraded before it is an alert, in minutes. */
  healthHoldMinutes: 15,
  /** More than this many times the usual traffic, and less than this share of it, is unusual. */
  trafficSurgeRatio: 3,
  trafficCollapseRatio: 0.25,
  /** Window of the traffic, in minutes. It is held against the same window of each of these days before. */
  trafficWindowMinutes: 60,
  trafficPastDays: 7,
  /** How many of those days must be known, and how many times something must have been done in the window. */
  trafficMinimumDays: 3,
  trafficMinimumCount: 50,
  /** How long a service, or the Collector, may be silent without having said goodbye, in seconds. */
  telemetrySilentSeconds: 300,
  /** For how long that must be so, in minutes: a Prometheus that has just started has not heard of anybody yet. */
  telemetryHoldMinutes: 2,
  /** For how long a service that was heard of once is missed, in hours. */
  telemetryMemoryHours: 24,
  /** Window in which lost, refused or late redacted telemetry keeps its alert up, in minutes. */
  telemetryWindowMinutes: 15,
  /** Share of a queue of the Collector in use from which a store has been away for too long. */
  collectorQueueRatio: 0.5,
  /** How long a condition must hold before an alert fires, in minutes. */
  holdMinutes: 5,
} as const;

export type ThresholdName = keyof typeof thresholds;

export const THRESHOLD_NAMES = Object.keys(thresholds).sort() as readonly ThresholdName[];

/** All thresholds, those of the registry or a user's own. */
export type Thresholds = Readonly<Record<ThresholdName, number>>;

/** Which threshold says from when on a stage counts as slow; `other` is for the stages that an application names itself. */
export const STAGE_SLOW_THRESHOLDS = {
  upload: 'stageUploadSlowSeconds',
  analysis: 'stageAnalysisSlowSeconds',
  preparation: 'stagePreparationSlowSeconds',
  merging: 'stageMergingSlowSeconds',
  compression: 'stageCompressionSlowSeconds',
  storage_upload: 'stageStorageUploadSlowSeconds',
  cleanup: 'stageCleanupSlowSeconds',
  other: 'stageOtherSlowSeconds',
} as const satisfies Readonly<Record<string, ThresholdName>>;

/**
 * Thresholds that the process itself decides by. The others are those of the alert rules, which are generated; some are
 * both. The setting `thresholds` may change any.
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
  'stageAnalysisSlowSeconds',
  'stageCleanupSlowSeconds',
  'stageCompressionSlowSeconds',
  'stageMergingSlowSeconds',
  'stageOtherSlowSeconds',
  'stagePreparationSlowSeconds',
  'stageStorageUploadSlowSeconds',
  'stageUploadSlowSeconds',
] as const satisfies readonly ThresholdName[];

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
