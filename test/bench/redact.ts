import { createRequire } from 'node:module';
import type { Attributes } from '@opentelemetry/api';
import { type ReadableSpan, type SpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { redactValue } from '../../src/redact/attributes/attributes.ts';
import { processDetectors } from '../../src/redact/detectors/all.ts';
import { redactSpan } from '../../src/redact/signals/span_exporter.ts';
import type { Comparison } from './comparison.ts';

/**
 * What redaction adds to an attempt of a download, of 12 attributes and 2 events with nothing to take out: made, ended
 * and written as JSON, beside the same without it. Ids and sizes are new every time, as they are in life.
 */
export function redactedSpan(): Comparison {
  const attempt = spanMaker();
  return {
    name: 'attempt, redacted (clean)',
    bound: 1.3,
    helper: () => written(redactSpan(attempt())),
    baseline: () => written(attempt()),
  };
}

/** A log line of an application, looked through, beside `@pinojs/redact`, which looks at eight paths only. */
export function redactedLine(): Comparison | undefined {
  const redact = pinoRedact();
  if (redact === undefined) return undefined;
  return {
    name: 'log line (@pinojs/redact)',
    bound: 3,
    helper: () => JSON.stringify(redactValue(line())),
    baseline: () => redact(line()),
  };
}

/** The same, beside a loop over all expressions for every text. */
export function redactedNaively(): Comparison {
  const expressions = processDetectors.map(
    ({ source, caseMatters, replacement }) =>
      [new RegExp(source, caseMatters ? 'g' : 'gi'), replacement] as const,
  );
  const naive = (value: unknown): unknown => {
    if (typeof value === 'string')
      return expressions.reduce((text, [one, by]) => text.replace(one, by), value);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, naive(one)]));
  };
  return {
    name: 'log line (a loop of expressions)',
    bound: 0.5,
    operationsPerRound: 200,
    helper: () => JSON.stringify(redactValue(line())),
    baseline: () => JSON.stringify(naive(line())),
  };
}

let count = 0;

function attributes(): Attributes {
  count += 1;
  return {
    'media.operation': 'download',
    'media.video.id': `dQw4${String(count).padStart(7, 'x')}`,
    'media.download.progress': 1,
    'media.download.client': 'android',
    'media.download.proxy_used': false,
    'media.download.cookies_used': true,
    'media.download.outcome': 'success',
    'media.download.size': 1_000_000 + count,
    'session.id': `0199c8f2-6f0e-7b1c-8b0a-${String(count).padStart(12, '0')}`,
    'server.address': 'rr4.googlevideo.com',
    'http.response.status_code': 200,
    'process.executable.name': 'yt-dlp',
  };
}

function line() {
  count += 1;
  return {
    level: 'info',
    msg: `request ${count} completed`,
    req: { id: count, method: 'GET', headers: { host: 'radio.example.org', accept: 'text/html' } },
    res: { statusCode: 200, contentType: 'audio/mpeg' },
    user: { plan: 'free', password: 'hunter2' },
    responseTime: 12,
  };
}

function spanMaker(): () => ReadableSpan {
  let last: ReadableSpan | undefined;
  const keep: SpanProcessor = {
    onStart() {},
    onEnd(span) {
      last = span;
    },
    async forceFlush() {},
    async shutdown() {},
  };
  const tracer = new TracerProvider({ spanProcessors: [keep] }).getTracer('otel-media-bench');
  return () => {
    const span = tracer.startSpan('media.download.attempt', { attributes: attributes() });
    span.addEvent('media.download.started', { 'media.download.step': 'primary' });
    span.addEvent('media.download.progress', { 'media.download.size': count });
    span.end();
    if (last === undefined) throw new Error('no span');
    return last;
  };
}

// About what OTLP has of a span, in about its shape.
function written(span: ReadableSpan): string {
  const pairs = (of: Attributes | undefined) =>
    Object.entries(of ?? {}).map(([key, value]) => ({
      key,
      value: typeof value === 'number' ? { intValue: value } : { stringValue: value },
    }));
  return JSON.stringify({
    ...span.spanContext(),
    parent: span.parentSpanContext?.spanId,
    name: span.name,
    kind: span.kind,
    startTimeUnixNano: span.startTime.join(''),
    endTimeUnixNano: span.endTime.join(''),
    attributes: pairs(span.attributes),
    events: span.events.map(({ name, time, attributes: of }) => ({
      name,
      timeUnixNano: time.join(''),
      attributes: pairs(of),
    })),
    links: span.links,
    status: span.status,
  });
}

type PinoRedact = (options: { paths: string[] }) => (value: unknown) => unknown;

// pino brings it along; without it this comparison is left out.
function pinoRedact(): ((value: unknown) => unknown) | undefined {
  try {
    const make = createRequire(import.meta.url)('@pinojs/redact') as PinoRedact;
    const headers = ['authorization', 'cookie', 'x-api-key', 'set-cookie'].map(
      (name) => `req.headers["${name}"]`,
    );
    return make({ paths: [...headers, 'user.password', 'user.token', 'user.email', 'req.remoteAddress'] });
  } catch {
    return undefined;
  }
}
