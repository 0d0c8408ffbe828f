import type { Context, Span } from '@opentelemetry/api';
import { defined } from '../../emit/defined.ts';
import { emitEvent } from '../../emit/event.ts';
import { addCount, record } from '../../emit/metrics.ts';
import { endSpan, startSpan } from '../../emit/span.ts';
import {
  downloadAttemptDuration,
  downloadAttemptEnded,
  downloadAttemptSpan,
  downloadAttemptStarted,
  downloadAttempts,
  downloadSize,
  downloadStepFailures,
  downloadStepSpan,
} from '../../registry/download.ts';
import type { Outcome } from '../../registry/operation.ts';
import { type Failure, failureAttributes } from '../failure.ts';

import { clientName, type DownloadMeans, meansAttributes } from './means.ts';

/** What every signal of an attempt says of it. */
export interface DescribedAttempt {
  readonly 'media.video.id'?: string | undefined;
  readonly 'media.video.hash'?: string | undefined;
  readonly 'server.address'?: string | undefined;
  readonly 'session.id'?: string | undefined;
  readonly 'user.id'?: string | undefined;
}

/** The steps of an attempt that failed. */
export interface StepFailures {
  readonly primary?: Failure;
  readonly fallback?: Failure;
}

/** Tells that an attempt has begun. */
export function tellStarted(described: DescribedAttempt, means: DownloadMeans, within: Context): void {
  emitEvent(
    downloadAttemptStarted,
    'INFO',
    'download attempt started',
    { ...described, ...meansAttributes(means) },
    within,
  );
}

/** Starts the span of a step. */
export function startStepSpan(
  name: 'primary' | 'fallback',
  means: DownloadMeans,
  sessionId: string | undefined,
  parent: Context,
): Span {
  return startSpan(
    downloadStepSpan,
    {
      'media.download.step': name,
      ...meansAttributes(means),
      'media.operation': 'download',
      'session.id': sessionId,
    },
    parent,
    name,
  );
}

/** Tells that a step failed, and ends its span. */
export function tellStepFailed(
  name: 'primary' | 'fallback',
  means: DownloadMeans,
  failure: Failure,
  span: Span,
): void {
  const { type, category } = failure.diagnosis;
  addCount(downloadStepFailures, 1, {
    'media.download.step': name,
    'media.download.client': clientName(means.client),
    'error.type': type,
    'media.error.category': category,
  });
  endSpan(downloadStepSpan, span, failureAttributes(failure), type);
}

/** An attempt that is over. */
export interface EndedAttempt {
  readonly outcome: Outcome;
  readonly durationSeconds: number;
  readonly described: DescribedAttempt;
  readonly means: DownloadMeans;
  /** In bytes. */
  readonly size: number | undefined;
  readonly title: string | undefined;
  readonly progressRatio: number | undefined;
  readonly failure: Failure | undefined;
  readonly stepFailures: StepFailures | undefined;
}

/**
 * Makes the signals of the end of an attempt: its counts, duration and size, an event, the end of its span.
 *
 * @param within the context of the span
 */
export function tellEnded(attempt: EndedAttempt, span: Span, within: Context): void {
  const { outcome, durationSeconds, size, failure, stepFailures } = attempt;
  const means = meansAttributes(attempt.means);
  const compared = { 'media.download.outcome': outcome, ...means };
  const type = failure?.diagnosis.type;
  record(downloadAttemptDuration, durationSeconds, compared);
  addCount(
    downloadAttempts,
    1,
    failure
      ? {
          ...compared,
          'error.type': failure.diagnosis.type,
          'media.error.category': failure.diagnosis.category,
        }
      : compared,
  );
  if (size !== undefined) {
    record(downloadSize, size, { 'media.download.client': means['media.download.client'] });
  }
  const ended = defined({
    ...compared,
    'media.download.title': attempt.title,
    'media.download.size': size,
    'media.download.progress': attempt.progressRatio,
    ...(stepFailures && {
      'media.download.primary_error': stepFailures.primary?.message,
      'media.download.fallback_error': stepFailures.fallback?.message,
    }),
    ...(failure && failureAttributes(failure)),
    ...(failure && stepFailures && { 'error.message': combined(stepFailures, failure) }),
  });
  emitEvent(
    downloadAttemptEnded,
    outcome === 'success' ? 'INFO' : outcome === 'failure' ? 'ERROR' : 'WARN',
    type === undefined ? `download attempt ended: ${outcome}` : `download attempt ended: ${outcome}, ${type}`,
    { ...attempt.described, ...ended, 'media.download.duration': durationSeconds },
    within,
  );
  endSpan(downloadAttemptSpan, span, ended, type);
}

// Both steps' errors in one text (requirement C1), for whoever reads only that field.
function combined(steps: StepFailures, last: Failure): string {
  const parts = [];
  if (steps.primary) parts.push(`primary: ${steps.primary.message}`);
  if (steps.fallback) parts.push(`fallback: ${steps.fallback.message}`);
  return parts.length > 0 ? parts.join('; ') : last.message;
}
