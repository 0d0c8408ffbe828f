export type { Diagnosis } from './diagnosis/diagnosis.ts';
export { diagnoseError as diagnose } from './diagnosis/errors.ts';
export { type ErrorCode, isOtelMediaError, OtelMediaError } from './errors.ts';
export { type HealthHandler, type HealthOptions, healthHandler } from './health/handler.ts';
export { type HealthReport, healthReport } from './health/report.ts';
export { init, type OtelMedia } from './init.ts';
export { type CookiesCheck, type CookiesCheckOptions, cookies } from './media/cookies.ts';
export {
  type Attempt,
  type DownloadedFile,
  type DownloadMeans,
  type DownloadOptions,
  download,
} from './media/download.ts';
export { type ExecOptions, type ExecResult, type Execution, exec } from './media/exec.ts';
export { ProgramError } from './media/program_error.ts';
export {
  type ErrorSeverity,
  type ReportErrorOptions,
  type ResolveErrorOptions,
  reportError,
  resolveError,
} from './media/report_error.ts';
export { type Session, type SessionOptions, session } from './media/session.ts';
export { type CountryDatabase, type CountryLookup, countryFrom } from './media/visitor.ts';
export { type WithoutTelemetryOptions, withoutTelemetry } from './media/without_telemetry.ts';
export type { InitOptions, Options } from './options.ts';
export { VERSION } from './version.ts';
