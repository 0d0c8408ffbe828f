export { type AzuracastWebhook, azuracastWebhook } from './adapters/azuracast.ts';
export { type LiquidsoapWebhook, liquidsoapWebhook } from './adapters/liquidsoap.ts';
export type { WebhookOptions } from './adapters/webhook.ts';
export type { Diagnosis } from './diagnosis/diagnosis.ts';
export { diagnoseError as diagnose } from './diagnosis/errors.ts';
export { type ErrorCode, isOtelMediaError, OtelMediaError } from './errors.ts';
export { type HealthHandler, type HealthOptions, healthHandler } from './health/handler.ts';
export { type HealthReport, healthReport } from './health/report.ts';
export { init, type OtelMedia } from './init.ts';
export type { Cmcd } from './media/cmcd.ts';
export { type CookiesCheck, type CookiesCheckOptions, cookies } from './media/cookies.ts';
export {
  type Attempt,
  type DownloadedFile,
  type DownloadMeans,
  type DownloadOptions,
  download,
} from './media/download.ts';
export { type ExecOptions, type ExecResult, type Execution, exec } from './media/exec.ts';
export {
  type Play,
  type PlayEndReason,
  type PlayErrorOptions,
  type PlayOptions,
  play,
} from './media/play.ts';
export type { PlayDetails } from './media/play_details.ts';
export { ProgramError } from './media/program_error.ts';
export { type ErrorSeverity, type ReportErrorOptions, reportError } from './media/report_error.ts';
export { type Session, type SessionOptions, session } from './media/session.ts';
export { trackKey } from './media/track_key.ts';
export type { InitOptions, Options } from './options.ts';
export { VERSION } from './version.ts';
