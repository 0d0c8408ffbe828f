import { type AnyValue, createTraceState, type Link, type SpanContext } from '@opentelemetry/api';
import { ExportResultCode } from '@opentelemetry/core';
import { type Resource, resourceFromAttributes } from '@opentelemetry/resources';
import type { ReadableLogRecord } from '@opentelemetry/sdk-logs';
import type { ResourceMetrics } from '@opentelemetry/sdk-metrics';
import type { ReadableSpan, TimedEvent } from '@opentelemetry/sdk-trace';
import { redactAttributes } from '../redact/attributes.ts';
import { RedactingLogRecordExporter } from '../redact/log_exporter.ts';
import { RedactingMetricExporter } from '../redact/metrics.ts';
import { RedactingSpanExporter } from '../redact/span_exporter.ts';

/** A part of a document, as it came and as it would leave. */
export interface Compared {
  /** Where it stands: `resourceSpans[0].scopeSpans[0].spans[2]`. */
  readonly path: string;
  readonly kind: 'resource' | 'scope' | 'span' | 'log record' | 'metric';
  readonly before: object;
  readonly after: object;
}

type Json = Readonly<Record<string, unknown>>;

/** Whether a value is a document of OTLP. */
export function isOtlp(value: unknown): value is Json {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['resourceSpans', 'resourceLogs', 'resourceMetrics'].some((name) => name in value)
  );
}

/**
 * Every part of a document of OTLP, before and after redaction. Each goes through the exporter that it would go through
 * in the process, so that what is shown is what would leave.
 */
export function* redactedParts(document: Json): Generator<Compared> {
  for (const [kind, scopes, items] of [
    ['resourceSpans', 'scopeSpans', 'spans'],
    ['resourceLogs', 'scopeLogs', 'logRecords'],
    ['resourceMetrics', 'scopeMetrics', 'metrics'],
  ] as const) {
    for (const [at, one] of list(document[kind]).entries()) {
      const path = `${kind}[${at}]`;
      const resource = resourceFromAttributes(attributesOf(object(one.resource)) as Resource['attributes']);
      const origin = { resource, instrumentationScope: { name: '' } };
      const after = redactedLog({ ...origin, item: {} });
      yield {
        path: `${path}.resource`,
        kind: 'resource',
        before: { attributes: resource.attributes },
        after: { attributes: after.resource.attributes },
      };
      for (const [scopeAt, scope] of list(one[scopes]).entries()) {
        yield* partsOfScope(`${path}.${scopes}[${scopeAt}]`, scope, items, resource);
      }
    }
  }
}

function* partsOfScope(path: string, scoped: Json, items: string, resource: Resource): Generator<Compared> {
  const given = object(scoped.scope);
  const scope = {
    name: text(given.name) ?? '',
    ...optional('version', text(given.version)),
    ...optional('schemaUrl', text(scoped.schemaUrl)),
    attributes: attributesOf(given) as Resource['attributes'],
  };
  const redacted = redactedLog({ resource, instrumentationScope: scope, item: {} }).instrumentationScope;
  yield { path: `${path}.scope`, kind: 'scope', before: scope, after: redacted };
  for (const [at, item] of list(scoped[items]).entries()) {
    const origin = { resource, instrumentationScope: scope, item };
    yield items === 'spans'
      ? comparedSpan(`${path}.spans[${at}]`, origin)
      : items === 'logRecords'
        ? comparedLog(`${path}.logRecords[${at}]`, origin)
        : comparedMetric(`${path}.metrics[${at}]`, origin);
  }
}

interface Origin {
  readonly resource: Resource;
  readonly instrumentationScope: ReadableSpan['instrumentationScope'];
  readonly item: Json;
}

const NO_TIME: [number, number] = [0, 0];

function comparedSpan(path: string, { resource, instrumentationScope, item }: Origin): Compared {
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
  const span: ReadableSpan = {
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

function comparedLog(path: string, origin: Origin): Compared {
  const { item } = origin;
  const after = redactedLog(origin);
  return { path, kind: 'log record', before: plainLog(logOf(item, origin)), after: plainLog(after) };
}

function logOf(item: Json, { resource, instrumentationScope }: Omit<Origin, 'item'>): ReadableLogRecord {
  return {
    hrTime: NO_TIME,
    hrTimeObserved: NO_TIME,
    spanContext: contextOf(item),
    ...optional('body', item.body === undefined ? undefined : anyValue(item.body)),
    ...optional('eventName', text(item.eventName)),
    ...optional('severityText', text(item.severityText)),
    attributes: attributesOf(item),
    resource,
    instrumentationScope,
    droppedAttributesCount: 0,
  };
}

function redactedLog(origin: Origin): ReadableLogRecord {
  const record = logOf(origin.item, origin);
  let after = record;
  new RedactingLogRecordExporter({
    export(all, done) {
      [after = record] = all;
      done({ code: ExportResultCode.SUCCESS });
    },
    async forceFlush() {},
    shutdown: async () => {},
  }).export([record], () => {});
  return after;
}

function plainLog({ body, eventName, severityText, attributes }: ReadableLogRecord): object {
  return { body, eventName, severityText, attributes };
}

const SHAPES = ['gauge', 'sum', 'histogram', 'exponentialHistogram', 'summary'];

function comparedMetric(path: string, { resource, instrumentationScope: scope, item }: Origin): Compared {
  const descriptor = {
    name: text(item.name) ?? '',
    description: text(item.description) ?? '',
    unit: text(item.unit) ?? '',
  };
  const points = SHAPES.flatMap((shape) => list(object(item[shape]).dataPoints)).map(attributesOf);
  let left: ResourceMetrics | undefined;
  // No points: what happens to their attributes happens in the view, before anything is added up.
  new RedactingMetricExporter({
    export(all, done) {
      left = all;
      done({ code: ExportResultCode.SUCCESS });
    },
    async forceFlush() {},
    shutdown: async () => {},
  }).export(metricsOf(resource, scope, descriptor), () => {});
  const redacted = left?.scopeMetrics[0]?.metrics[0]?.descriptor ?? descriptor;
  return {
    path,
    kind: 'metric',
    before: { ...descriptor, dataPoints: points.map((attributes) => ({ attributes })) },
    after: {
      name: redacted.name,
      description: redacted.description,
      unit: redacted.unit,
      dataPoints: points.map((attributes) => ({ attributes: redactAttributes(attributes) })),
    },
  };
}

function metricsOf(
  resource: Resource,
  scope: ReadableSpan['instrumentationScope'],
  descriptor: { name: string; description: string; unit: string },
): ResourceMetrics {
  return {
    resource,
    scopeMetrics: [
      {
        scope,
        metrics: [
          {
            descriptor: { ...descriptor, valueType: 1 },
            aggregationTemporality: 1,
            dataPointType: 2,
            dataPoints: [],
          },
        ],
      },
    ],
  };
}

function contextOf(item: Json): SpanContext {
  const state = text(item.traceState);
  return {
    traceId: text(item.traceId) ?? '',
    spanId: text(item.spanId) ?? '',
    traceFlags: 1,
    ...(state && { traceState: createTraceState(state) }),
  };
}

function attributesOf(item: Json): Record<string, AnyValue> {
  return Object.fromEntries(
    list(item.attributes).map(({ key, value }) => [text(key) ?? '', anyValue(value)]),
  );
}

function anyValue(value: unknown): AnyValue {
  const { stringValue, intValue, doubleValue, boolValue, arrayValue, kvlistValue, bytesValue } =
    object(value);
  if (typeof stringValue === 'string') return stringValue;
  if (typeof boolValue === 'boolean') return boolValue;
  if (arrayValue !== undefined) return list(object(arrayValue).values).map(anyValue);
  if (kvlistValue !== undefined) return attributesOf({ attributes: object(kvlistValue).values });
  if (typeof bytesValue === 'string') return new Uint8Array(Buffer.from(bytesValue, 'base64'));
  const number = intValue ?? doubleValue;
  return number === undefined ? undefined : Number(number);
}

function object(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

function list(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(object) : [];
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function optional<N extends string, T>(name: N, value: T | undefined): { [K in N]?: T } {
  return (value === undefined ? {} : { [name]: value }) as { [K in N]?: T };
}
