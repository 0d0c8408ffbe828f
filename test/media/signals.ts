import type { ReadableLogRecord } from '@opentelemetry/sdk-logs';
import type { MetricData } from '@opentelemetry/sdk-metrics';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';
import type { TestSink } from '../../src/testing.ts';

/** Every signal there is, as one text to look for things in that must not have left. */
export async function everything(sink: TestSink): Promise<string> {
  const spans = (await sink.spans()).map(({ name, attributes, events, links, status, resource }) => ({
    name,
    attributes,
    events,
    links,
    status,
    resource: resource.attributes,
  }));
  const logs = (await sink.logs()).map(({ body, attributes, eventName, severityText, resource }) => ({
    body,
    attributes,
    eventName,
    severityText,
    resource: resource.attributes,
  }));
  return JSON.stringify({ spans, logs, metrics: await sink.metrics() });
}

/** The one span of a name; throws where there is none, or more than one. */
export async function spanOf(sink: TestSink, name: string): Promise<ReadableSpan> {
  return only(
    (await sink.spans()).filter((span) => span.name === name),
    name,
  );
}

/** The one event of a name. */
export async function eventOf(sink: TestSink, name: string): Promise<ReadableLogRecord> {
  return only(
    (await sink.logs()).filter((record) => record.eventName === name),
    name,
  );
}

/** The points of a metric: values, or counts of a histogram, with their attributes. */
export async function pointsOf(
  sink: TestSink,
  name: string,
): Promise<{ value: number; attributes: Record<string, unknown> }[]> {
  const metric: MetricData | undefined = (await sink.metrics()).find((one) => one.descriptor.name === name);
  return (metric?.dataPoints ?? []).map(({ value, attributes }) => ({
    value: typeof value === 'number' ? value : value.count,
    attributes,
  }));
}

function only<T>(found: readonly T[], name: string): T {
  const [one] = found;
  if (one === undefined || found.length > 1) throw new Error(`${found.length} of ${name}, not 1`);
  return one;
}
