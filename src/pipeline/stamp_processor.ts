import type { Context } from '@opentelemetry/api';
import type { LogRecordProcessor, ReadWriteLogRecord } from '@opentelemetry/sdk-logs';
import type { Span, SpanProcessor } from '@opentelemetry/sdk-trace';
import { scopeOf } from '../emit/scope.ts';
import { operation } from '../registry/operation.ts';
import { sessionId } from '../registry/upstream.ts';

/**
 * Stamps every span that starts inside a helper, third-party ones too, with the enclosing operation and session, so
 * that all of it can be found.
 */
export class StampSpanProcessor implements SpanProcessor {
  onStart(span: Span, parentContext: Context): void {
    const scope = scopeOf(parentContext);
    if (scope === undefined) return;
    // A helper's own span says what it is itself.
    if (span.attributes[operation.name] === undefined) span.setAttribute(operation.name, scope.operation);
    if (scope.sessionId !== undefined && span.attributes[sessionId.name] === undefined) {
      span.setAttribute(sessionId.name, scope.sessionId);
    }
  }

  onEnd(): void {}

  async forceFlush(): Promise<void> {}

  async shutdown(): Promise<void> {}
}

/** The same for log records, the application's own too. */
export class StampLogRecordProcessor implements LogRecordProcessor {
  onEmit(record: ReadWriteLogRecord, context?: Context): void {
    const scope = context && scopeOf(context);
    if (scope === undefined) return;
    if (record.attributes[operation.name] === undefined) record.setAttribute(operation.name, scope.operation);
    if (scope.sessionId !== undefined && record.attributes[sessionId.name] === undefined) {
      record.setAttribute(sessionId.name, scope.sessionId);
    }
  }

  async forceFlush(): Promise<void> {}

  async shutdown(): Promise<void> {}
}
