import { hash } from 'node:crypto';
import { context, SpanStatusCode, trace } from '@opentelemetry/api';
import { emitEvent } from '../emit/event.ts';
import { reportTelemetryFailure } from '../emit/guard.ts';
import { addCount } from '../emit/metrics.ts';
import { isTelemetryActive } from '../emit/provider.ts';
import { scopeOf } from '../emit/scope.ts';
import { redactText } from '../redact/text.ts';
import { errorReported, errors } from '../registry/error.ts';
import type { ErrorCategory } from '../registry/error_types.ts';
import { failureOf } from './failure.ts';

export type ErrorSeverity = 'info' | 'warning' | 'error' | 'critical';

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
}

const LOG_SEVERITY = { info: 'INFO', warning: 'WARN', error: 'ERROR', critical: 'FATAL' } as const;

/**
 * Reports an error that the application has dealt with, or is about to throw on. Never throws.
 *
 * @param error   anything that was thrown
 * @param options component, severity, category, context
 */
export function reportError(error: unknown, options: ReportErrorOptions = {}): void {
  if (!isTelemetryActive()) return;
  try {
    report(error, options);
  } catch (failure) {
    reportTelemetryFailure('reporting an error', failure);
  }
}

function report(error: unknown, options: ReportErrorOptions): void {
  const active = context.active();
  const scope = scopeOf(active);
  const { diagnosis, message } = failureOf(error);
  const severity = options.severity ?? 'error';
  const component = options.component ?? scope?.operation ?? 'app';
  const counted = {
    'media.error.component': component,
    'media.error.severity': severity,
    'media.error.category': options.category ?? diagnosis.category,
    'error.type': diagnosis.type,
  };
  addCount(errors, 1, counted);
  emitEvent(
    errorReported,
    LOG_SEVERITY[severity],
    `${component}: ${diagnosis.type}`,
    {
      ...counted,
      'media.error.fingerprint': fingerprint(component, diagnosis.type, error, message),
      'media.error.fix': diagnosis.fix,
      'media.error.context': options.context && redactText(asJson(options.context)),
      'exception.type': error instanceof Error ? error.name : typeof error,
      'exception.message': message,
      'exception.stacktrace': error instanceof Error ? error.stack : undefined,
      'session.id': scope?.sessionId,
    },
    active,
  );
  if (severity === 'error' || severity === 'critical') {
    const span = trace.getSpan(active);
    span?.setAttribute('error.type', diagnosis.type);
    span?.setStatus({ code: SpanStatusCode.ERROR, message: diagnosis.type });
  }
}

function asJson(value: unknown): string {
  const seen = new WeakSet();
  return (
    JSON.stringify(value, (_key, one: unknown) => {
      if (typeof one === 'bigint') return one.toString();
      // Before it is written as JSON: there, a line break is a letter n, which hides where a word begins.
      if (typeof one === 'string') return redactText(one);
      if (typeof one === 'object' && one !== null) {
        if (seen.has(one)) return '[circular]';
        seen.add(one);
      }
      return one;
    }) ?? 'undefined'
  );
}

// The same error at the same place has the same fingerprint, whatever numbers and ids its message carries.
function fingerprint(component: string, type: string, error: unknown, message: string): string {
  const place = error instanceof Error ? /\n\s+at (\S+)/.exec(error.stack ?? '')?.[1] : undefined;
  const shape = message.replaceAll(/[0-9a-f]{8,}|\d+/gi, '#');
  return hash('sha256', [component, type, place, shape].join('\0')).slice(0, 16);
}
