export type { Diagnosis } from './diagnosis/diagnosis.ts';
export { diagnoseError as diagnose } from './diagnosis/errors.ts';
export { type ErrorCode, isOtelMediaError, OtelMediaError } from './errors.ts';
export type { OtelMedia } from './handle.ts';
export type { CheckReport, HealthSummary } from './health/check_runner.ts';
export type { HealthCheckOptions } from './health/check_set.ts';
export type { HealthCheck, HealthFinding } from './health/finding.ts';
export { type HealthHandler, healthHandler } from './health/handler.ts';
export { type Health, health } from './health/health.ts';
export type { QueueFacts, QueueSource } from './health/queue_source.ts';
export { type HealthReport, healthReport } from './health/report.ts';
export type { HealthOptions, StatsOptions } from './health/routes.ts';
export { init } from './init.ts';
export { type CookiesCheck, type CookiesCheckOptions, cookies } from './media/cookies/cookies.ts';
export type { CookiesWatch, CookiesWatchOptions } from './media/cookies/watch.ts';
export { download } from './media/download/download.ts';
export type { DownloadMeans } from './media/download/means.ts';
export type { Attempt, DownloadedFile, DownloadOptions } from './media/download/options.ts';
export {
  type ErrorSeverity,
  type ReportErrorOptions,
  type ResolveErrorOptions,
  reportError,
  resolveError,
} from './media/error/report_error.ts';
export { exec } from './media/exec/exec.ts';
export type { ExecOptions, ExecResult, Execution } from './media/exec/options.ts';
export { ProgramError } from './media/exec/program_error.ts';
export type { JobCarrier } from './media/job/carrier.ts';
export { type EnqueueOptions, job } from './media/job/job.ts';
export type { JobPriority, JobType } from './media/job/kind.ts';
export type { JobRunOptions, RunningJob } from './media/job/options.ts';
export type { ObserveQueueOptions } from './media/job/queue.ts';
export type { QueueFigures } from './media/job/queue_figures.ts';
export { measure } from './media/measure/measure.ts';
export type { MeasureOptions } from './media/measure/options.ts';
export type { Cmcd } from './media/play/cmcd.ts';
export type { PlayDetails } from './media/play/details.ts';
export type { Play, PlayEndReason, PlayErrorOptions, PlayOptions } from './media/play/options.ts';
export { play } from './media/play/play.ts';
export { trackKey } from './media/play/track_key.ts';
export type { Session, SessionOptions } from './media/session/options.ts';
export { session } from './media/session/session.ts';
export { type CountryDatabase, type CountryLookup, countryFrom } from './media/session/visitor.ts';
export type { Processed, Removed } from './media/stage/amounts.ts';
export type { Stage, StageName, StageOptions } from './media/stage/options.ts';
export { stage } from './media/stage/stage.ts';
export { type WithoutTelemetryOptions, withoutTelemetry } from './media/without_telemetry.ts';
export type { InitOptions, Options } from './options/options.ts';
export { VERSION } from './version.ts';
