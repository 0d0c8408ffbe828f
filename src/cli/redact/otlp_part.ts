import { createTraceState, type SpanContext } from '@opentelemetry/api';
import type { Resource } from '@opentelemetry/resources';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';
import { type Json, text } from './otlp_json.ts';

/** A part of a document, as it came and as it would leave. */
export interface Compared {
  /** Where it stands: `resourceSpans[0].scopeSpans[0].spans[2]`. */
  readonly path: string;
  readonly kind: 'resource' | 'scope' | 'span' | 'log record' | 'metric';
  readonly before: object;
  readonly after: object;
}

/** A span, log record or metric of a document, and what stands around it. */
export interface Origin {
  readonly resource: Resource;
  readonly instrumentationScope: ReadableSpan['instrumentationScope'];
  readonly item: Json;
}

/** No time is looked at. */
export const NO_TIME: [number, number] = [0, 0];

/** The trace that a part belongs to. */
export function contextOf(item: Json): SpanContext {
  const state = text(item.traceState);
  return {
    traceId: text(item.traceId) ?? '',
    spanId: text(item.spanId) ?? '',
    traceFlags: 1,
    ...(state && { traceState: createTraceState(state) }),
  };
}
