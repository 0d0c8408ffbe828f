import { logs as logsApi, metrics as metricsApi, trace } from '@opentelemetry/api';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { afterEach, describe, expect, it } from 'vitest';
import { MASK } from '../../../src/redact/mask.ts';
import { redactResource } from '../../../src/redact/signals/resource.ts';
import { startTestSink, type TestSink } from '../../../src/testing.ts';
import { everything } from '../../media/signals.ts';
import { SECRETS } from '../secret_samples.ts';

const HASH_KEY = 'a key of the tests';

let sink: TestSink | undefined;
afterEach(async () => {
  await sink?.shutdown();
  sink = undefined;
});
function start(): TestSink {
  sink = startTestSink({ hashKey: HASH_KEY });
  return sink;
}

describe('a span that anybody made', () => {
  it('has no secret in any of its fields', async () => {
    const signals = start();
    const tracer = trace.getTracer('theirs');
    for (const [kind, text] of SECRETS) {
      const target = tracer.startSpan('target');
      const span = tracer.startSpan(kind === 'another folder' ? 'span' : `GET ${text}`, {
        attributes: { text, list: ['a', text] },
        links: [{ context: target.spanContext(), attributes: { text } }],
      });
      span.addEvent(kind === 'another folder' ? 'event' : text, { text });
      span.recordException(new Error(text));
      span.setStatus({ code: 2, message: text });
      span.end();
    }
    const found = await everything(signals);
    expect(await signals.spans()).toHaveLength(SECRETS.length);
    for (const [kind, , secret] of SECRETS) {
      if (kind === 'another folder') continue;
      expect(found, kind).not.toContain(secret);
    }
  });

  it('keeps what it is: ids, parent, kind, times, counts, status and what is no secret', async () => {
    const signals = start();
    const tracer = trace.getTracer('theirs', '1.2.3');
    const span = tracer.startSpan('GET /api/v1/users', {
      kind: 2,
      attributes: {
        'http.response.status_code': 403,
        'server.address': 'www.youtube.com',
        version: '2026.01.15',
      },
    });
    span.setStatus({ code: 2, message: 'HTTP Error 403: Forbidden' });
    span.end();
    const [seen] = await signals.spans();
    expect(seen?.spanContext()).toEqual(span.spanContext());
    expect(seen).toMatchObject({
      name: 'GET /api/v1/users',
      kind: 2,
      ended: true,
      status: { code: 2, message: 'HTTP Error 403: Forbidden' },
      attributes: {
        'http.response.status_code': 403,
        'server.address': 'www.youtube.com',
        version: '2026.01.15',
      },
      instrumentationScope: { name: 'theirs', version: '1.2.3' },
    });
    expect(seen?.startTime[0]).toBeGreaterThan(1e9);
  });
});

describe('a log record that anybody made', () => {
  it('has no secret in any of its fields', async () => {
    const signals = start();
    const logger = logsApi.getLogger('theirs');
    for (const [kind, text] of SECRETS) {
      // A name may be a route: paths stay in names.
      const name = kind === 'another folder' ? 'name' : text;
      logger.emit({ body: text, severityText: text, attributes: { text, list: [text], map: { text } } });
      logger.emit({ body: { text, deep: [{ text }], [name]: 1 } });
      logger.emit({ body: [text] });
    }
    const found = await everything(signals);
    expect(await signals.logs()).toHaveLength(3 * SECRETS.length);
    for (const [kind, , secret] of SECRETS) expect(found.includes(secret), kind).toBe(false);
  });

  it('has no secret in its event name', async () => {
    const signals = start();
    logsApi.getLogger('theirs').emit({ eventName: 'mail.planted@example.org', body: 'x' });
    expect(await everything(signals)).not.toContain('planted');
  });

  it('keeps trace ids, severity and what is no secret', async () => {
    const signals = start();
    trace.getTracer('theirs').startActiveSpan('op', (span) => {
      logsApi
        .getLogger('theirs')
        .emit({ body: 'HTTP Error 403: Forbidden', severityNumber: 17, eventName: 'my.event' });
      span.end();
    });
    const [record] = await signals.logs();
    const [span] = await signals.spans();
    expect(record?.spanContext?.traceId).toBe(span?.spanContext().traceId);
    expect(record).toMatchObject({
      body: 'HTTP Error 403: Forbidden',
      severityNumber: 17,
      eventName: 'my.event',
    });
  });
});

describe('a metric that anybody made', () => {
  it('has no secret in its attributes, and adds up points that became equal', async () => {
    const signals = start();
    const counter = metricsApi.getMeter('theirs').createCounter('their.count');
    counter.add(1, { 'client.address': '203.0.113.1', 'media.nope': 'planted' });
    counter.add(2, { 'client.address': '203.0.113.2' });
    for (const [, text] of SECRETS) counter.add(1, { text });
    const metric = (await signals.metrics()).find(({ descriptor }) => descriptor.name === 'their.count');
    expect(metric?.dataPoints[0]).toMatchObject({
      value: 3,
      attributes: { 'client.address': '203.0.113.0' },
    });
    const found = JSON.stringify(metric);
    for (const [kind, , secret] of SECRETS) expect(found.includes(secret), kind).toBe(false);
    const keys = metric?.dataPoints.map(({ attributes }) => JSON.stringify(attributes)) ?? [];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('does not grow without end', async () => {
    const signals = start();
    const counter = metricsApi.getMeter('theirs').createCounter('their.endless');
    for (let at = 0; at < 10_000; at += 1) counter.add(1, { at });
    const metric = (await signals.metrics()).find(({ descriptor }) => descriptor.name === 'their.endless');
    expect(metric?.dataPoints.length).toBeLessThanOrEqual(2000);
  });
});

describe('a resource', () => {
  it('keeps what names the service, and leaves out what must not leave', () => {
    const { attributes } = redactResource(
      resourceFromAttributes({
        'service.name': 'radio',
        'service.version': '1.2.3',
        'process.command_args': ['node', '--cookies=planted'],
        'process.owner': 'planted',
        'host.name': 'planted',
        'my.folder': '/home/planted/x',
        'media.nope': 'planted',
      }),
    );
    expect(attributes).toEqual({
      'service.name': 'radio',
      'service.version': '1.2.3',
      'my.folder': `${MASK}/x`,
    });
  });

  it('of this process says nothing of its user, machine, folder or command line', async () => {
    const signals = start();
    trace.getTracer('theirs').startSpan('one').end();
    const [span] = await signals.spans();
    const names = Object.keys(span?.resource.attributes ?? {});
    expect(names).toEqual(expect.arrayContaining(['service.name', 'service.instance.id', 'process.pid']));
    expect(names.filter((name) => /command|owner|^host\.|path|directory/.test(name))).toEqual([]);
  });
});
