import {
  type Attributes,
  type Context,
  context,
  INVALID_SPAN_CONTEXT,
  isSpanContextValid,
  type Link,
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import type { AttributesOf, EventDefinition, SpanDefinition } from '../registry/define.ts';
import { reportTelemetryFailure } from './guard.ts';
import { outgoing } from './privacy.ts';
import { currentTracer } from './provider.ts';
import { isSuppressed } from './suppression.ts';

const KIND: Record<SpanDefinition['kind'], SpanKind> = {
  internal: SpanKind.INTERNAL,
  client: SpanKind.CLIENT,
  server: SpanKind.SERVER,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
};

const NO_SPAN = trace.wrapSpanContext(INVALID_SPAN_CONTEXT);

/**
 * Starts a span of the registry. Never throws: if the SDK does, the span is one that records nothing.
 *
 * @param suffix the changing part of the name, for the definitions that have one; must be of few values
 * @param links  spans elsewhere that it follows from
 */
export function startSpan<const S extends SpanDefinition>(
  definition: S,
  attributes: AttributesOf<S>,
  parent: Context,
  suffix?: string,
  links: Link[] = [],
): Span {
  try {
    const name = suffix === undefined ? definition.name : `${definition.name} ${suffix}`;
    return currentTracer().startSpan(
      name,
      { kind: KIND[definition.kind], attributes: outgoing(attributes as Attributes), links },
      parent,
    );
  } catch (error) {
    reportTelemetryFailure(`starting ${definition.name}`, error);
    return NO_SPAN;
  }
}

/**
 * Ends a span of the registry with what is known at the end. Never throws.
 *
 * @param failure set when the operation failed: the span's status becomes ERROR. The status says the type only; the
 *                message is in the attributes, where redaction knows it as what it is.
 */
export function endSpan<const S extends SpanDefinition>(
  definition: S,
  span: Span,
  attributes: Partial<AttributesOf<S>>,
  failure?: string,
): void {
  try {
    span.setAttributes(outgoing(attributes as Attributes));
    if (failure !== undefined) span.setStatus({ code: SpanStatusCode.ERROR, message: failure });
  } catch (error) {
    reportTelemetryFailure(`describing ${definition.name}`, error);
  }
  try {
    span.end();
  } catch (error) {
    reportTelemetryFailure(`ending ${definition.name}`, error);
  }
}

/** Adds an event of the registry to the span that is active, if there is one. Never throws. */
export function addSpanEvent<const E extends EventDefinition>(
  definition: E,
  attributes: AttributesOf<E>,
  from: Context,
): void {
  try {
    trace.getSpan(from)?.addEvent(definition.name, outgoing(attributes as Attributes));
  } catch (error) {
    reportTelemetryFailure(`adding ${definition.name}`, error);
  }
}

/**
 * Records a span that is over, of an earlier process say: in the trace of `earlier`, below it, and linked to it. Never
 * throws.
 *
 * @param earlier what stands for the span that was never exported
 * @param startMs when it started, in milliseconds since 1970; `endMs` likewise
 */
export function recordSpan<const S extends SpanDefinition>(
  definition: S,
  attributes: AttributesOf<S>,
  earlier: SpanContext,
  startMs: number,
  endMs: number,
): void {
  try {
    currentTracer()
      .startSpan(
        definition.name,
        {
          kind: KIND[definition.kind],
          attributes: outgoing(attributes as Attributes),
          startTime: startMs,
          links: [{ context: earlier }],
        },
        contextOf(earlier),
      )
      .end(endMs);
  } catch (error) {
    reportTelemetryFailure(`recording ${definition.name}`, error);
  }
}

/** A context in the trace of a span of another process. */
export function contextOf(earlier: SpanContext): Context {
  return trace.setSpanContext(ROOT_CONTEXT, { ...earlier, isRemote: true });
}

/** What names a span in other processes; `undefined` if it records nothing, or the SDK will not tell. Never throws. */
export function spanContextOf(span: Span): SpanContext | undefined {
  try {
    const found = span.spanContext();
    return isSpanContextValid(found) ? found : undefined;
  } catch (error) {
    reportTelemetryFailure('asking a span for its ids', error);
    return undefined;
  }
}

/** Id of the trace that a span belongs to; `undefined` if the SDK will not tell. Never throws. */
export function traceIdOf(span: Span): string | undefined {
  try {
    return span.spanContext().traceId;
  } catch (error) {
    reportTelemetryFailure('asking a span for its trace', error);
    return undefined;
  }
}

/** Ids of the active span as log lines carry them; `undefined` where there is none that leaves. Never throws. */
export function activeTraceIds(): { trace_id: string; span_id: string; trace_flags: string } | undefined {
  try {
    const active = context.active();
    const span = trace.getSpan(active);
    if (span === undefined || isSuppressed(active)) return undefined;
    const { traceId, spanId, traceFlags } = span.spanContext();
    if (!isSpanContextValid({ traceId, spanId, traceFlags })) return undefined;
    return { trace_id: traceId, span_id: spanId, trace_flags: `0${traceFlags.toString(16)}`.slice(-2) };
  } catch (error) {
    reportTelemetryFailure('asking for the active span', error);
    return undefined;
  }
}

/** A context in which `span` is the active one. Never throws. */
export function withSpan(from: Context, span: Span): Context {
  try {
    return trace.setSpan(from, span);
  } catch (error) {
    reportTelemetryFailure('activating a span', error);
    return from;
  }
}
