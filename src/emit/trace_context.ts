import {
  type Context,
  createTraceState,
  isSpanContextValid,
  type Link,
  type Span,
  type SpanContext,
  trace,
} from '@opentelemetry/api';
import { reportTelemetryFailure } from './guard.ts';

/** W3C trace context, as it travels in the payload of a job. */
export interface TraceContext {
  readonly traceparent?: string;
  readonly tracestate?: string;
}

// Not by the propagator that is registered: that may be of another format, and the payload may outlive its reader.
const TRACEPARENT = /^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;
/** Longest `tracestate` that the specification has everyone pass on. */
const MAX_TRACE_STATE = 512;

/** The trace context of a span; empty if the SDK will not tell. Never throws. */
export function traceContextOf(span: Span): TraceContext {
  try {
    const { traceId, spanId, traceFlags, traceState } = span.spanContext();
    if (!isSpanContextValid({ traceId, spanId, traceFlags })) return {};
    const tracestate = traceState?.serialize();
    return {
      traceparent: `00-${traceId}-${spanId}-${(traceFlags & 0xff).toString(16).padStart(2, '0')}`,
      ...(tracestate && tracestate.length <= MAX_TRACE_STATE && { tracestate }),
    };
  } catch (error) {
    reportTelemetryFailure('passing the trace context on', error);
    return {};
  }
}

/** Reads a trace context that came from elsewhere; `undefined` where it is none. Never throws. */
export function spanContextFrom({ traceparent, tracestate }: TraceContext): SpanContext | undefined {
  if (traceparent === undefined || !TRACEPARENT.test(traceparent)) return undefined;
  const found: SpanContext = {
    traceId: traceparent.slice(3, 35),
    spanId: traceparent.slice(36, 52),
    traceFlags: Number.parseInt(traceparent.slice(53), 16) & 1,
    isRemote: true,
  };
  if (tracestate && tracestate.length <= MAX_TRACE_STATE) found.traceState = createTraceState(tracestate);
  return isSpanContextValid(found) ? found : undefined;
}

/**
 * How a span that consumes belongs to the one that produced.
 *
 * @param how `parent`: as its child, with a link to what is active here, if that is of another trace; `link`: as what it is
 *            here anyway, with a link to the producer
 */
export function joined(
  here: Context,
  producer: SpanContext | undefined,
  how: 'parent' | 'link',
): { parent: Context; links: Link[] } {
  if (producer === undefined) return { parent: here, links: [] };
  if (how === 'link') return { parent: here, links: [{ context: producer }] };
  const active = trace.getSpanContext(here);
  const elsewhere = active && isSpanContextValid(active) && active.traceId !== producer.traceId;
  const links = elsewhere ? [{ context: active }] : [];
  return { parent: trace.setSpanContext(here, producer), links };
}
