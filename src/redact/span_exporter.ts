import type { Attributes, Link, SpanContext, SpanStatus } from '@opentelemetry/api';
import type { Resource } from '@opentelemetry/resources';
import type { ReadableSpan, SpanExporter, TimedEvent } from '@opentelemetry/sdk-trace';
import { redactAttributes } from './attributes.ts';
import { failedClosed } from './failure_count.ts';
import { concealerOf } from './known_ids.ts';
import { MASK } from './mask.ts';
import { redactResource, redactScope } from './resource.ts';
import { redactText } from './text.ts';
import { safeTraceState } from './trace_state.ts';

// `GET /albums/:id`, `/albums/:id`, `middleware - /albums`: a route, and no path of a file.
const ROUTE = /^(?:[A-Z]{3,7} |[\w ]{1,40} - )?\/\S*$/;

type Callback = Parameters<SpanExporter['export']>[1];

/**
 * Redacts spans on their way to another exporter: the last point before anything leaves, or is put on disk, and one
 * that every span passes, whoever made it.
 */
export class RedactingSpanExporter implements SpanExporter {
  readonly #next: SpanExporter;

  constructor(next: SpanExporter) {
    this.#next = next;
  }

  export(spans: ReadableSpan[], done: Callback): void {
    this.#next.export(spans.map(redactSpan), done);
  }

  async forceFlush(): Promise<void> {
    await this.#next.forceFlush?.();
  }

  shutdown(): Promise<void> {
    return this.#next.shutdown();
  }
}

/** A span as it may leave. What cannot be redacted is replaced: the span still tells its place, kind and times. */
export function redactSpan(span: ReadableSpan): ReadableSpan {
  return new RedactedSpan(span);
}

class RedactedSpan implements ReadableSpan {
  readonly #context: SpanContext;
  readonly name: string;
  readonly kind;
  readonly parentSpanContext?: NonNullable<ReadableSpan['parentSpanContext']>;
  readonly startTime;
  readonly endTime;
  readonly duration;
  readonly ended;
  readonly status: SpanStatus;
  readonly attributes: Attributes;
  readonly links: Link[];
  readonly events: TimedEvent[];
  readonly resource: Resource;
  readonly instrumentationScope;
  readonly droppedAttributesCount;
  readonly droppedEventsCount;
  readonly droppedLinksCount;

  constructor(span: ReadableSpan) {
    this.kind = span.kind;
    this.#context = safeTraceState(span.spanContext());
    if (span.parentSpanContext) this.parentSpanContext = safeTraceState(span.parentSpanContext);
    this.startTime = span.startTime;
    this.endTime = span.endTime;
    this.duration = span.duration;
    this.ended = span.ended;
    this.droppedAttributesCount = span.droppedAttributesCount;
    this.droppedEventsCount = span.droppedEventsCount;
    this.droppedLinksCount = span.droppedLinksCount;
    const { status } = span;
    const { traceId } = this.#context;
    const conceal = concealerOf(traceId);
    this.name = failedClosed(() => conceal(redactName(span.name)), MASK);
    this.status = failedClosed(
      () =>
        status.message === undefined ? status : { ...status, message: conceal(redactText(status.message)) },
      { code: status.code },
    );
    this.attributes = failedClosed(() => conceal(redactAttributes(span.attributes)), {});
    this.events = span.events.map((event) =>
      failedClosed(() => redactEvent(event, conceal), { name: MASK, time: event.time }),
    );
    this.links = span.links.flatMap((link) => failedClosed(() => [redactLink(link, conceal)], []));
    this.resource = redactResource(span.resource);
    this.instrumentationScope = redactScope(span.instrumentationScope);
  }

  spanContext() {
    return this.#context;
  }
}

function redactName(name: string): string {
  return name.includes('/') && ROUTE.test(name) ? redactText(name, { paths: false }) : redactText(name);
}

type Conceal = ReturnType<typeof concealerOf>;

function redactEvent(event: TimedEvent, conceal: Conceal): TimedEvent {
  const name = conceal(redactName(event.name));
  const attributes = event.attributes && conceal(redactAttributes(event.attributes));
  if (name === event.name && attributes === event.attributes) return event;
  return { ...event, name, ...(attributes && { attributes }) };
}

function redactLink(link: Link, conceal: Conceal): Link {
  return {
    ...link,
    context: safeTraceState(link.context),
    ...(link.attributes && { attributes: conceal(redactAttributes(link.attributes)) }),
  };
}
