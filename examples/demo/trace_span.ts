import type { ReadableSpan } from '@opentelemetry/sdk-trace';

/** A span as the tree needs it, wherever it was read from. */
export interface TraceSpan {
  /** 16 hexadecimal digits. */
  readonly id: string;
  /** Undefined for the span that the trace begins with. */
  readonly parentId: string | undefined;
  readonly name: string;
  readonly kind: SpanKindName;
  /** Nanoseconds since 1970. */
  readonly start: bigint;
  readonly end: bigint;
  readonly failed: boolean;
  readonly attributes: Readonly<Record<string, unknown>>;
}

export type SpanKindName = 'internal' | 'server' | 'client' | 'producer' | 'consumer';

const KINDS: readonly SpanKindName[] = ['internal', 'server', 'client', 'producer', 'consumer'];
const STATUS_ERROR = 2;

/** The spans of an in-memory exporter. */
export function fromReadableSpans(spans: readonly ReadableSpan[]): TraceSpan[] {
  return spans.map((span) => ({
    id: span.spanContext().spanId,
    parentId: span.parentSpanContext?.spanId,
    name: span.name,
    kind: KINDS[span.kind] ?? 'internal',
    start: nanoseconds(span.startTime),
    end: nanoseconds(span.endTime),
    failed: span.status.code === STATUS_ERROR,
    attributes: span.attributes,
  }));
}

function nanoseconds([seconds, rest]: readonly [number, number]): bigint {
  return BigInt(seconds) * 1_000_000_000n + BigInt(rest);
}
