import type { ExportResult } from '@opentelemetry/core';
import type { LogRecordExporter, ReadableLogRecord } from '@opentelemetry/sdk-logs';
import { redactAttributes, redactValue } from '../attributes/attributes.ts';
import { failedClosed } from '../failure_count.ts';
import { MASK } from '../mask.ts';
import { redactText } from '../text/text.ts';
import { concealVideoIds } from './known_ids.ts';
import { redactResource, redactScope } from './resource.ts';
import { safeTraceState } from './trace_state.ts';

/** Redacts log records, and events, on their way to another exporter. */
export class RedactingLogRecordExporter implements LogRecordExporter {
  readonly #next: LogRecordExporter;

  constructor(next: LogRecordExporter) {
    this.#next = next;
  }

  export(records: ReadableLogRecord[], done: (result: ExportResult) => void): void {
    this.#next.export(records.map(redactLogRecord), done);
  }

  async forceFlush(): Promise<void> {
    await this.#next.forceFlush?.();
  }

  shutdown(): Promise<void> {
    return this.#next.shutdown();
  }
}

/** A log record as it may leave. What cannot be redacted is replaced. */
function redactLogRecord(record: ReadableLogRecord): ReadableLogRecord {
  const { body, eventName, severityText, spanContext, severityNumber } = record;
  const conceal = <T>(value: T): T => concealVideoIds(spanContext?.traceId, value);
  return {
    hrTime: record.hrTime,
    hrTimeObserved: record.hrTimeObserved,
    ...(spanContext && { spanContext: safeTraceState(spanContext) }),
    ...(severityNumber !== undefined && { severityNumber }),
    ...(severityText !== undefined && {
      severityText: failedClosed(() => conceal(redactText(severityText)), MASK),
    }),
    ...(body !== undefined && { body: failedClosed(() => conceal(redactValue(body)), MASK) }),
    ...(eventName !== undefined && {
      eventName: failedClosed(() => conceal(redactText(eventName)), MASK),
    }),
    resource: redactResource(record.resource),
    instrumentationScope: redactScope(record.instrumentationScope),
    attributes: failedClosed(() => conceal(redactAttributes(record.attributes)), {}),
    droppedAttributesCount: record.droppedAttributesCount,
  };
}
