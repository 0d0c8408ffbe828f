import type { IncomingMessage } from 'node:http';
import type { Context } from '@opentelemetry/api';
import type { LogRecordProcessor, ReadWriteLogRecord } from '@opentelemetry/sdk-logs';
import type { ReadableSpan, Span, SpanProcessor } from '@opentelemetry/sdk-trace';
import { isDiscarded, noteRequestOf } from '../emit/discarded.ts';
import { reportTelemetryFailure } from '../emit/guard.ts';
import { isSuppressed } from '../emit/suppression.ts';

/** Keeps the spans of requests that are to leave nothing from the processor behind it. */
export class OptOutSpanProcessor implements SpanProcessor {
  readonly #next: SpanProcessor;

  constructor(next: SpanProcessor) {
    this.#next = next;
  }

  onStart(span: Span, parentContext: Context): void {
    noteRequestOf(span, parentContext);
    this.#next.onStart(span, parentContext);
  }

  onEnd(span: ReadableSpan): void {
    if (!isDiscarded(span)) this.#next.onEnd(span);
  }

  forceFlush(): Promise<void> {
    return this.#next.forceFlush();
  }

  shutdown(): Promise<void> {
    return this.#next.shutdown();
  }
}

/** The same for log records, whoever makes them. */
export class OptOutLogRecordProcessor implements LogRecordProcessor {
  readonly #next: LogRecordProcessor;

  constructor(next: LogRecordProcessor) {
    this.#next = next;
  }

  onEmit(record: ReadWriteLogRecord, context?: Context): void {
    if (!isSuppressed(context)) this.#next.onEmit(record, context);
  }

  forceFlush(): Promise<void> {
    return this.#next.forceFlush();
  }

  shutdown(): Promise<void> {
    return this.#next.shutdown();
  }
}

/** How a request may say that it is to be left out. */
export interface OptOutRules {
  /** Whether `Sec-GPC: 1` (Global Privacy Control) and `DNT: 1` count. */
  readonly doNotTrack: boolean;
  readonly optOut?: ((request: IncomingMessage) => boolean) | undefined;
}

/** Tells of a request that arrives whether it is to leave nothing; `undefined` where no rule could say so. Never throws. */
export function optOutOf({
  doNotTrack,
  optOut,
}: OptOutRules): ((request: IncomingMessage) => boolean) | undefined {
  if (!doNotTrack && optOut === undefined) return undefined;
  return (request) => {
    if (doNotTrack && (request.headers['sec-gpc'] === '1' || request.headers.dnt === '1')) return true;
    try {
      return optOut?.(request) === true;
    } catch (error) {
      reportTelemetryFailure('asking whether a request is to be left out', error);
      return false;
    }
  };
}
