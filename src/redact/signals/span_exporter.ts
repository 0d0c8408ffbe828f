import type { Attributes, Link, SpanStatus } from '@opentelemetry/api';
import type { ExportResult } from '@opentelemetry/core';
import type { ReadableSpan, SpanExporter, TimedEvent } from '@opentelemetry/sdk-trace';
import { redactAttributes } from '../attributes/attributes.ts';
import { failedClosed, noteRedactionFailure } from '../failure_count.ts';
import { MASK } from '../mask.ts';
import { redactText } from '../text/text.ts';
import { concealerOf } from './known_ids.ts';
import { redactName } from './names.ts';
import { redactResource, redactScope } from './resource.ts';
import { safeTraceState } from './trace_state.ts';

/**
 * Redacts spans on their way to another exporter: the last point before anything leaves, or is put on disk, and one
 * that every span passes, whoever made it.
 */
export class RedactingSpanExporter implements SpanExporter {
  readonly #next: SpanExporter;

  constructor(next: SpanExporter) {
    this.#next = next;
  }

  export(spans: ReadableSpan[], done: (result: ExportResult) => void): void {
    this.#next.export(spans.map(redactSpan), done);
  }

  async forceFlush(): Promise<void> {
    await this.#next.forceFlush?.();
  }

  shutdown(): Promise<void> {
    return this.#next.shutdown();
  }
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A span as it may leave. What cannot be redacted is replaced: the span still tells its place, kind and times. */
export function redactSpan(span: ReadableSpan): ReadableSpan {
  const context = safeTraceState(span.spanContext());
  const conceal = concealerOf(context.traceId);
  const { parentSpanContext, events, links } = span;
  const redacted: Writable<ReadableSpan> = {
    spanContext: () => context,
    kind: span.kind,
    name: redactedName(span.name, conceal),
    startTime: span.startTime,
    endTime: span.endTime,
    duration: span.duration,
    ended: span.ended,
    status: redactStatus(span.status, conceal),
    attributes: redactedAttributes(span.attributes, conceal),
    events: events.length === 0 ? events : events.map((event) => redactEvent(event, conceal)),
    links: links.length === 0 ? links : links.flatMap((link) => redactLink(link, conceal)),
    resource: redactResource(span.resource),
    instrumentationScope: redactScope(span.instrumentationScope),
    droppedAttributesCount: span.droppedAttributesCount,
    droppedEventsCount: span.droppedEventsCount,
    droppedLinksCount: span.droppedLinksCount,
  };
  if (parentSpanContext) redacted.parentSpanContext = safeTraceState(parentSpanContext);
  return redacted;
}

type Conceal = ReturnType<typeof concealerOf>;

function redactedName(name: string, conceal: Conceal): string {
  try {
    return conceal(redactName(name));
  } catch {
    noteRedactionFailure();
    return MASK;
  }
}

function redactedAttributes(attributes: Attributes, conceal: Conceal): Attributes {
  try {
    return conceal(redactAttributes(attributes));
  } catch {
    noteRedactionFailure();
    return {};
  }
}

function redactStatus(status: SpanStatus, conceal: Conceal): SpanStatus {
  const { code, message } = status;
  if (message === undefined) return status;
  return failedClosed<SpanStatus>(() => ({ ...status, message: conceal(redactText(message)) }), { code });
}

function redactEvent(event: TimedEvent, conceal: Conceal): TimedEvent {
  try {
    const name = conceal(redactName(event.name));
    const attributes = event.attributes && conceal(redactAttributes(event.attributes));
    if (name === event.name && attributes === event.attributes) return event;
    return { ...event, name, ...(attributes && { attributes }) };
  } catch {
    noteRedactionFailure();
    return { name: MASK, time: event.time };
  }
}

function redactLink(link: Link, conceal: Conceal): Link[] {
  const redact = (): Link[] => [
    {
      ...link,
      context: safeTraceState(link.context),
      ...(link.attributes && { attributes: conceal(redactAttributes(link.attributes)) }),
    },
  ];
  return failedClosed(redact, []);
}
