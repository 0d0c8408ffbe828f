import {
  ageSeconds,
  bytes,
  count,
  days,
  holdMinutes,
  hours,
  minutes,
  seconds,
  share,
  type ThresholdDefinition,
  times,
} from './threshold_kinds.ts';

/**
 * Every number that an alert, a warning or a default is decided by. Alert rules, dashboards, docs and code read them
 * from here; settings files of the stores are checked against them by a test.
 */
const DEFINITIONS = {
  // Requirement Q7.
  downloadSuccessRatio: share(0.95, 'below this share of successful attempts the success-rate alert fires'),
  // One failure in two is no trend.
  downloadMinimumAttempts: count(
    10,
    0,
    'the success-rate alert says nothing about fewer attempts in its window',
  ),
  downloadWindowMinutes: minutes(15, 'window of the success-rate alert'),
  downloadObjectiveRatio: share(
    0.95,
    'share of attempts that should succeed over 30 days: what the rest of them may be is the error budget',
  ),
  // All of the budget in two days; both windows must burn, the long one for weight, the short one to end it soon.
  budgetFastBurnRate: times(
    14.4,
    1000,
    'how much faster than it may the error budget is used up when the fast alert fires',
  ),
  budgetFastLongMinutes: minutes(60, 'long window of the fast alert of the error budget'),
  budgetFastShortMinutes: minutes(5, 'short window of the fast alert of the error budget'),
  // All of the budget in five days.
  budgetSlowBurnRate: times(
    6,
    1000,
    'how much faster than it may the error budget is used up when the slow alert fires',
  ),
  budgetSlowLongMinutes: minutes(360, 'long window of the slow alert of the error budget'),
  budgetSlowShortMinutes: minutes(30, 'short window of the slow alert of the error budget'),
  downloadBlockedRatio: share(
    0.1,
    'more than this share of attempts that the site turns away, for one reason, is an alert',
  ),
  downloadBlockedMinimum: count(3, 0, 'that alert says nothing about fewer attempts that were turned away'),
  downloadToolWindowMinutes: minutes(
    60,
    'how long a failure that a newer program would not have keeps its alert up',
  ),
  downloadUnknownRatio: share(0.2, 'more than this share of failures that nobody recognised is an alert'),
  downloadUnknownMinimum: count(5, 0, 'that alert says nothing about fewer failures that nobody recognised'),
  downloadUnknownWindowMinutes: minutes(60, 'window of the share of failures that nobody recognised'),
  cookiesExpiringSeconds: ageSeconds(
    24 * 3600,
    'from this long before the login in a cookie file expires its alert fires',
  ),
  // Requirement C2.
  cookiesStaleSeconds: ageSeconds(12 * 3600, 'age at which a cookie file counts as stale'),
  cookiesRejectedWindowMinutes: minutes(30, 'how long a rejection of cookies keeps its alert up'),
  sessionStuckSeconds: seconds(2 * 3600, 'from when on a session that has not ended counts as stuck'),
  // Not 1: progress is told by the half second.
  execStreamSpeedRatio: share(0.95, 'below this speed against real time a program that streams falls behind'),
  execStreamWindowSeconds: seconds(20, 'the time over which that speed is taken'),
  // Requirement M5.
  healthMaxAgeSeconds: seconds(60, 'how long what a health check found is taken to hold'),
  healthTimeoutSeconds: seconds(5, 'how long a health check may take before it is cut off'),
  // Requirement M4, these and those of memory, disk and pipeline.
  healthCpuRatio: share(0.9, 'share of the processors in use from which the system counts as degraded'),
  healthMemoryRatio: share(0.8, 'share of the memory in use from which the system counts as degraded'),
  healthMemoryCriticalRatio: share(
    0.95,
    'share of the memory in use from which the system counts as critical',
  ),
  healthDiskRatio: share(0.9, 'share of a disk in use from which it counts as degraded'),
  healthDiskCriticalRatio: share(0.98, 'share of a disk in use from which it counts as critical'),
  // Of stages for the alert; the health check of a process looks at all that ended in it.
  processingErrorRatio: share(
    0.1,
    'share of what ended badly from which processing fails: ProcessingFailures fires, the check `pipeline` is degraded',
  ),
  processingErrorCriticalRatio: share(
    0.5,
    'share of what ended badly from which the check `pipeline` is critical',
  ),
  processingErrorWindowMinutes: minutes(15, 'window of those shares'),
  processingErrorMinimum: count(10, 0, 'those shares say nothing where less has ended in their window'),
  // Sites change every few weeks.
  healthYtDlpAgeDays: days(60, 3650, 'age of a release of yt-dlp from which it counts as degraded'),
  healthLeftoverHours: hours(24, 'age of a file in the temp folder from which it counts as left over'),
  healthLeftoverCount: count(100, 0, 'more files left over than this are too many'),
  healthLogSilenceSeconds: ageSeconds(3600, 'how long a log file may go without a line'),
  healthLogBytes: bytes(200 * 1024 * 1024, 'how large a log file may become'),
  healthFailedExports: count(3, 1, 'how many exports in a row must fail before telemetry counts as degraded'),
  // Requirement Q4, these and the capacities.
  jobDownloadTimeoutSeconds: seconds(3600, 'how long a job that downloads may run before it counts as stuck'),
  jobVideoInfoTimeoutSeconds: seconds(
    30,
    'how long a job that reads about a video may run before it counts as stuck',
  ),
  jobSubtitleTimeoutSeconds: seconds(60, 'how long a job for subtitles may run before it counts as stuck'),
  jobThumbnailTimeoutSeconds: seconds(30, 'how long a job for a thumbnail may run before it counts as stuck'),
  jobOtherTimeoutSeconds: seconds(
    3600,
    'how long a job of a kind of your own may run before it counts as stuck',
  ),
  jobQueueCapacity: count(1000, 1, 'how many jobs a queue is meant to hold, where nobody says'),
  // Requirement Q7.
  jobQueueLongCount: count(100, 0, 'more jobs than this that wait in a queue are too many'),
  jobQueueFullRatio: share(0.9, "share of a queue's capacity from which it counts as nearly full"),
  jobWorkerSilentSeconds: ageSeconds(300, 'how long the workers of a queue may be silent while jobs wait'),
  // A queue without one is not watched for any.
  jobWorkerMemoryHours: hours(24, 'for how long a worker that was heard of once is missed'),
  jobWorkerCapacity: count(
    10,
    1,
    'how many jobs the workers of a queue can run at a time, where nobody says',
  ),
  // Requirement X10.
  deadAirSeconds: {
    ...seconds(10, 'from this long a silence of a station on is dead air'),
    maximum: 24 * 3600,
  },
  // A process that plays no more is not asked.
  stationFreshMinutes: minutes(2, 'how old the word of a station may be that still counts'),
  playUptimeRatio: share(0.99, 'share of the time for which a station should play something'),
  playErrorRatio: share(0.1, 'more than this share of plays with errors is an alert'),
  playErrorMinimum: count(3, 0, 'that alert says nothing about fewer plays with errors'),
  playErrorWindowMinutes: minutes(60, 'window of the share of plays with errors'),
  // Requirement M4.
  stageUploadSlowSeconds: slowStage('an upload'),
  stageAnalysisSlowSeconds: slowStage('an analysis'),
  stagePreparationSlowSeconds: slowStage('a preparation'),
  stageMergingSlowSeconds: slowStage('a merging'),
  stageCompressionSlowSeconds: slowStage('a compression'),
  stageStorageUploadSlowSeconds: slowStage('an upload to storage'),
  stageCleanupSlowSeconds: slowStage('a cleanup'),
  stageOtherSlowSeconds: slowStage('a stage of a name of your own'),
  stageSlowWindowMinutes: minutes(15, 'how long a stage that was slow keeps its alert up'),
  cacheHitRateFallRatio: share(0.5, 'a hit rate below this share of what it used to be has collapsed'),
  cacheWindowMinutes: minutes(30, 'window of the hit rate that is looked at'),
  cachePastHours: hours(24, 'window before it, which it is held against'),
  cacheMinimumRequests: count(
    50,
    0,
    'the alert of the hit rate says nothing about fewer look-ups, in either window',
  ),
  // An encoder uses all of them, and may.
  hostCpuHoldMinutes: holdMinutes(15, 'how long the processors must be busy before it is an alert'),
  healthWindowMinutes: minutes(10, 'for how long the last finding of a health check counts'),
  healthHoldMinutes: holdMinutes(15, 'how long a check must be degraded before it is an alert'),
  trafficSurgeRatio: times(3, 1000, 'more than this many times the usual traffic is unusual'),
  trafficCollapseRatio: share(0.25, 'less than this share of the usual traffic is unusual'),
  trafficWindowMinutes: minutes(60, 'window of the traffic'),
  // Metrics are kept for 30.
  trafficPastDays: days(7, 29, 'how many days before, in the same window, it is held against'),
  trafficMinimumDays: days(3, 29, 'how many of those days must be known'),
  trafficMinimumCount: count(
    50,
    0,
    'how many times something must have been done in the window of the traffic',
  ),
  telemetrySilentSeconds: ageSeconds(
    300,
    'how long a service, or the Collector, may be silent without having said goodbye',
  ),
  // A Prometheus that has just started has not heard of anybody yet.
  telemetryHoldMinutes: holdMinutes(2, 'for how long that must be so before it is an alert'),
  telemetryMemoryHours: hours(24, 'for how long a service that was heard of once is missed'),
  telemetryWindowMinutes: minutes(15, 'how long lost, refused or late redacted telemetry keeps its alert up'),
  collectorQueueRatio: share(
    0.5,
    'share of a queue of the Collector in use from which a store has been away for too long',
  ),
  holdMinutes: holdMinutes(
    5,
    'how long a condition must hold before an alert fires, where nothing else is said',
  ),
} as const satisfies Readonly<Record<string, ThresholdDefinition>>;

function slowStage(what: string): ThresholdDefinition {
  return seconds(300, `from when on ${what} counts as slow, where its call does not say`);
}

export type ThresholdName = keyof typeof DEFINITIONS;

/** What each of them is, and what it may be. */
export const THRESHOLDS: Readonly<Record<ThresholdName, ThresholdDefinition>> = DEFINITIONS;

export const THRESHOLD_NAMES = Object.keys(DEFINITIONS).sort() as readonly ThresholdName[];

/** All thresholds, those of the registry or a user's own. */
export type Thresholds = Readonly<Record<ThresholdName, number>>;

/** The numbers of the registry. */
export const thresholds = Object.fromEntries(
  Object.entries(DEFINITIONS).map(([name, { value }]) => [name, value]),
) as Thresholds;

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
  'healthTimeoutSeconds',
  'healthYtDlpAgeDays',
  'jobDownloadTimeoutSeconds',
  'jobOtherTimeoutSeconds',
  'jobQueueCapacity',
  'jobSubtitleTimeoutSeconds',
  'jobThumbnailTimeoutSeconds',
  'jobVideoInfoTimeoutSeconds',
  'jobWorkerCapacity',
  'processingErrorCriticalRatio',
  'processingErrorMinimum',
  'processingErrorRatio',
  'processingErrorWindowMinutes',
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
