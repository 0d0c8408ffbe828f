import type { Link } from '@opentelemetry/api';
import { ExportResultCode } from '@opentelemetry/core';
import type { ReadableSpan, TimedEvent } from '@opentelemetry/sdk-trace';
import { RedactingSpanExporter } from '../../redact/signals/span_exporter.ts';
import { attributesOf, list, object, optional, text } from './otlp_json.ts';
import { type Compared, contextOf, NO_TIME, type Origin } from './otlp_part.ts';

/** A span before and after redaction. */
export function comparedSpan(path: string, origin: Origin): Compared {
  const span = spanOf(origin);
  let after = span;
  new RedactingSpanExporter({
    export(all, done) {
      [after = span] = all;
      done({ code: ExportResultCode.SUCCESS });
    },
    shutdown: async () => {},
  }).export([span], () => {});
  return { path, kind: 'span', before: plainSpan(span), after: plainSpan(after) };
}

function spanOf({ resource, instrumentationScope, item }: Origin): ReadableSpan {
  const context = contextOf(item);
  const events = list(item.events).map(
    (event): TimedEvent => ({
      name: text(event.name) ?? '',
      time: NO_TIME,
      attributes: attributesOf(event) as ReadableSpan['attributes'],
    }),
  );
  const links = list(item.links).map(
    (link): Link => ({
      context: contextOf(link),
      attributes: attributesOf(link) as ReadableSpan['attributes'],
    }),
  );
  return {
    name: text(item.name) ?? '',
    kind: 0,
    spanContext: () => context,
    startTime: NO_TIME,
    endTime: NO_TIME,
    duration: NO_TIME,
    ended: true,
    status: { code: 0, ...optional('message', text(object(item.status).message)) },
    attributes: attributesOf(item) as ReadableSpan['attributes'],
    links,
    events,
    resource,
    instrumentationScope,
    droppedAttributesCount: 0,
    droppedEventsCount: 0,
    droppedLinksCount: 0,
  };
}

function plainSpan(span: ReadableSpan): object {
  return {
    name: span.name,
    traceState: span.spanContext().traceState?.serialize(),
    attributes: span.attributes,
    events: span.events.map(({ name, attributes }) => ({ name, attributes })),
    links: span.links.map(({ context, attributes }) => ({
      traceState: context.traceState?.serialize(),
      attributes,
    })),
    status: { message: span.status.message },
  };
}
