import { type Context, context, SpanStatusCode, trace } from '@opentelemetry/api';
import { emitEvent } from '../../emit/event.ts';
import { reportTelemetryFailure } from '../../emit/guard.ts';
import { addCount } from '../../emit/metrics.ts';
import { scopeOf, userIdOf } from '../../emit/scope.ts';
import { isTrackerOn } from '../../emit/trackers.ts';
import { type ERROR_SEVERITIES, errorReported, errorResolved, errors } from '../../registry/error.ts';
import { ERROR_CATEGORIES, type ErrorCategory } from '../../registry/error_types.ts';
import { contextJson } from '../context_json.ts';
import { failureOf } from '../failure.ts';
import { fingerprintOf, ownFingerprint } from './fingerprint.ts';
import { noteReported, noteResolved, reportedAs } from './memory.ts';

/** How bad an error is: `info`, `warning`, `error` or `critical`. */
export type ErrorSeverity = (typeof ERROR_SEVERITIES)[number];

/** What is known of an error that is reported. */
export interface ReportErrorOptions {
  /** Part of the application that reports it; must be of few values. Default: the operation it happened in, or `app`. */
  component?: string;
  /** How bad it is. Default `error`. */
  severity?: ErrorSeverity;
  /** Category, where the application knows better than the taxonomy. */
  category?: ErrorCategory;
  /** Anything that explains it; leaves as JSON, redacted and cut. */
  context?: Readonly<Record<string, unknown>>;
  /** What tells the error from others, up to 128 characters. Default: made of component, type, place and message. */
  fingerprint?: string;
  /** Id of the session it belongs to. Default: that of the session it happened in. */
  sessionId?: string;
  /** Id of the play it belongs to. Default: that of the play it happened in. */
  playId?: string;
}

/** What is known of an error that is resolved. */
export interface ResolveErrorOptions extends Pick<ReportErrorOptions, 'component' | 'sessionId' | 'playId'> {
  /** What was done about it; leaves redacted and cut. */
  resolution?: string;
}

const MAX_LINE = 300;

const LOG_SEVERITY = { info: 'INFO', warning: 'WARN', error: 'ERROR', critical: 'FATAL' } as const;

/**
 * Reports an error that the application has dealt with, or is about to throw on. Never throws.
 *
 * @param error   anything that was thrown
 * @param options component, severity, category, context, fingerprint, session, play
 * @returns the error's fingerprint, by which {@link resolveError} says later that it is over; `undefined` where nothing
 *          was reported, since no SDK is registered or errors are switched off
 */
export function reportError(error: unknown, options: ReportErrorOptions = {}): string | undefined {
  if (!isTrackerOn('errors')) return undefined;
  try {
    return report(error, options);
  } catch (failure) {
    reportTelemetryFailure('reporting an error', failure);
    return undefined;
  }
}

/**
 * Says that an error which was reported is resolved: an event with the same fingerprint. Never throws.
 *
 * @param what    the fingerprint, as {@link reportError} gave it back or as the application made it; or the error itself,
 *                the same object or one of the same kind from the same place. `undefined` does nothing, so that what
 *                {@link reportError} gave back can always be handed on.
 * @param options what was done about it; session, play; component, if that is needed to tell the error
 */
export function resolveError(what: unknown, options: ResolveErrorOptions = {}): void {
  if (what === undefined || !isTrackerOn('errors')) return;
  try {
    resolve(what, options);
  } catch (failure) {
    reportTelemetryFailure('resolving an error', failure);
  }
}

function report(error: unknown, options: ReportErrorOptions): string {
  const active = context.active();
  const { diagnosis, message } = failureOf(error);
  // Code without types may say anything; on a metric that would be series without end.
  const severity =
    options.severity !== undefined && options.severity in LOG_SEVERITY ? options.severity : 'error';
  const category = ERROR_CATEGORIES.find((one) => one === options.category) ?? diagnosis.category;
  const component = componentOf(options, active);
  const fingerprint =
    options.fingerprint === undefined
      ? fingerprintOf(component, diagnosis.type, error, message)
      : ownFingerprint(options.fingerprint);
  const counted = {
    'media.error.component': component,
    'media.error.severity': severity,
    'media.error.category': category,
    'error.type': diagnosis.type,
  };
  noteReported(error, fingerprint, Date.now());
  addCount(errors, 1, counted);
  emitEvent(
    errorReported,
    LOG_SEVERITY[severity],
    `${component}: ${diagnosis.type}: ${firstLine(message)}`,
    {
      ...counted,
      'media.error.fingerprint': fingerprint,
      'media.error.fix': diagnosis.fix,
      ...(options.context && { 'media.error.context': contextJson(options.context) }),
      'exception.type': error instanceof Error ? error.name : typeof error,
      'exception.message': message,
      'exception.stacktrace': error instanceof Error ? error.stack : undefined,
      ...belonging(options, active),
    },
    active,
  );
  if (severity === 'error' || severity === 'critical') {
    const span = trace.getSpan(active);
    span?.setAttribute('error.type', diagnosis.type);
    span?.setStatus({ code: SpanStatusCode.ERROR, message: diagnosis.type });
  }
  return fingerprint;
}

function resolve(what: unknown, options: ResolveErrorOptions): void {
  const active = context.active();
  const component = componentOf(options, active);
  const fingerprint = typeof what === 'string' ? ownFingerprint(what) : knownOrMade(what, component);
  const sinceMs = noteResolved(fingerprint);
  emitEvent(
    errorResolved,
    'INFO',
    'error resolved',
    {
      'media.error.fingerprint': fingerprint,
      'media.error.component': options.component,
      'media.error.resolution': options.resolution,
      'media.error.open_time': sinceMs === undefined ? undefined : Math.max(0, Date.now() - sinceMs) / 1000,
      ...belonging(options, active),
    },
    active,
  );
}

function knownOrMade(error: unknown, component: string): string {
  const known = reportedAs(error);
  if (known !== undefined) return known;
  const { diagnosis, message } = failureOf(error);
  return fingerprintOf(component, diagnosis.type, error, message);
}

function componentOf(options: Pick<ReportErrorOptions, 'component'>, active: Context): string {
  return options.component ?? scopeOf(active)?.operation ?? 'app';
}

function belonging(options: Pick<ReportErrorOptions, 'sessionId' | 'playId'>, active: Context) {
  const scope = scopeOf(active);
  const sessionId = options.sessionId ?? scope?.sessionId;
  const playId = options.playId ?? scope?.playId;
  const userId = userIdOf(active);
  // Most belong to none, and the SDK looks at each attribute that it is handed.
  return sessionId === undefined && playId === undefined && userId === undefined
    ? undefined
    : { 'session.id': sessionId, 'media.play.id': playId, 'user.id': userId };
}

// For whoever reads a list of logs; the whole message is an attribute.
function firstLine(message: string): string {
  const end = message.indexOf('\n');
  return (end < 0 ? message : message.slice(0, end)).slice(0, MAX_LINE).trimEnd();
}
