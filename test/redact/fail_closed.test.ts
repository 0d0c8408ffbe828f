import type { ReadableSpan } from '@opentelemetry/sdk-trace';
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { describe, expect, it, vi } from 'vitest';
import { failedClosed, redactionFailures } from '../../src/redact/failure_count.ts';
import { RedactingSpanExporter, redactSpan } from '../../src/redact/signals/span_exporter.ts';

async function finishedSpan(): Promise<ReadableSpan> {
  const exporter = new InMemorySpanExporter();
  const provider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] });
  provider
    .getTracer('x')
    .startSpan('planted', { attributes: { a: 'planted' } })
    .end();
  await vi.waitFor(() => expect(exporter.getFinishedSpans()).toHaveLength(1));
  const [span] = exporter.getFinishedSpans();
  if (span === undefined) throw new Error('no span');
  return span;
}

describe('what cannot be redacted', () => {
  it('is replaced, and counted', () => {
    const before = redactionFailures();
    const fail = () => {
      throw new Error('planted');
    };
    expect(failedClosed<string>(fail, 'instead')).toBe('instead');
    expect(failedClosed(() => 'fine', 'instead')).toBe('fine');
    expect(redactionFailures()).toBe(before + 1);
  });

  it('of a span is left out; the span still leaves, and is what it was', async () => {
    const span = await finishedSpan();
    const hostile = new Proxy(span.attributes, {
      ownKeys() {
        throw new Error('planted');
      },
    });
    const given: ReadableSpan = Object.create(span, { attributes: { value: hostile } });
    const before = redactionFailures();
    const redacted = redactSpan(given);
    expect(redacted.attributes).toEqual({});
    expect(redacted.spanContext()).toEqual(span.spanContext());
    expect(redacted.startTime).toEqual(span.startTime);
    expect(redactionFailures()).toBe(before + 1);
  });
});

describe('the redacting exporter', () => {
  it('never changes the span that it was given, and passes flushing and ending on', async () => {
    const span = await finishedSpan();
    const next = new InMemorySpanExporter();
    const flush = vi.spyOn(next, 'forceFlush');
    const exporter = new RedactingSpanExporter(next);
    const given: ReadableSpan = Object.create(span, { attributes: { value: { a: 'SID=planted' } } });
    exporter.export([given], () => {});
    expect(next.getFinishedSpans()[0]?.attributes).toEqual({ a: 'SID=****' });
    expect(given.attributes).toEqual({ a: 'SID=planted' });
    await exporter.forceFlush();
    expect(flush).toHaveBeenCalledOnce();
    await exporter.shutdown();
    expect(next.getFinishedSpans()).toEqual([]);
  });
});
