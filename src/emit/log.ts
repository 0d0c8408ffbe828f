import { type AnyValue, type Context, SeverityNumber } from '@opentelemetry/api';
import { redactAttributes, redactValue } from '../redact/attributes/attributes.ts';
import { reportTelemetryFailure } from './guard.ts';
import { isRedactedAtExport } from './privacy.ts';
import { loggerNamed } from './provider.ts';
import { isSuppressed } from './suppression.ts';
import { isTrackerEnabled } from './trackers.ts';

/** Levels of the application's own log lines, from the least. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

/** What leaves of the application's own log lines: `message` leaves out what stands beside the message. */
export type LogDetail = 'full' | 'message' | 'off';

/** A line of the application's own log. */
export interface LogLine {
  readonly level: LogLevel;
  /** The level as the application calls it. Default: `level`. */
  readonly levelText?: string | undefined;
  readonly body: AnyValue;
  readonly attributes?: Readonly<Record<string, AnyValue>> | undefined;
  /** When it was written, in milliseconds since 1970. Default: now. */
  readonly timeMs?: number | undefined;
  /** The context it was written in, whose trace it belongs to. */
  readonly context: Context;
}

const SEVERITY: Readonly<Record<LogLevel, SeverityNumber>> = {
  trace: SeverityNumber.TRACE,
  debug: SeverityNumber.DEBUG,
  info: SeverityNumber.INFO,
  warn: SeverityNumber.WARN,
  error: SeverityNumber.ERROR,
  fatal: SeverityNumber.FATAL,
};

let detail: LogDetail = 'full';
let lowest: SeverityNumber = SeverityNumber.TRACE;
let emitting = false;

/** Sets what leaves of the application's own log lines, and from which level. For `init()`. */
export function setLogPolicy(policy: { detail: LogDetail; level: LogLevel }): void {
  detail = policy.detail;
  lowest = SEVERITY[policy.level];
}

/** Whether lines of a level leave at all: a bridge asks before it reads one. */
export function isLogWanted(level: LogLevel): boolean {
  return detail !== 'off' && SEVERITY[level] >= lowest && !emitting && isTrackerEnabled('logs');
}

/**
 * Exports a line of the application's own log. Never throws. A line written while one is exported (by an SDK that
 * complains of it) is not exported: it would never end.
 *
 * @param source what the line came through: `pino`, `winston`, `console`
 */
export function emitLog(source: string, line: LogLine): void {
  if (!isLogWanted(line.level) || isSuppressed(line.context)) return;
  emitting = true;
  try {
    const attributes = detail === 'full' ? (line.attributes ?? {}) : {};
    const redacted = isRedactedAtExport();
    loggerNamed(source).emit({
      severityNumber: SEVERITY[line.level],
      severityText: (line.levelText ?? line.level).toUpperCase(),
      body: redacted ? line.body : redactValue(line.body),
      attributes: redacted ? attributes : redactAttributes(attributes),
      ...(line.timeMs !== undefined && { timestamp: line.timeMs }),
      context: line.context,
    });
  } catch (error) {
    reportTelemetryFailure(`exporting a line of ${source}`, error);
  } finally {
    emitting = false;
  }
}
