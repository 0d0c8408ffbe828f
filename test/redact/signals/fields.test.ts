import {
  context,
  createTraceState,
  logs,
  metrics,
  propagation,
  ROOT_CONTEXT,
  type Span,
  trace,
} from '@opentelemetry/api';
import { afterEach, describe, expect, it } from 'vitest';
import { redactAttributes, redactValue } from '../../../src/redact/attributes/attributes.ts';
import { redactionFailures } from '../../../src/redact/failure_count.ts';
import { MASK } from '../../../src/redact/mask.ts';
import { safeBaggage } from '../../../src/redact/signals/baggage.ts';
import { startTestSink, type TestSink } from '../../../src/testing.ts';
import { everything } from '../../media/signals.ts';

let sink: TestSink | undefined;
afterEach(async () => {
  await sink?.shutdown();
  sink = undefined;
});
function start(): TestSink {
  sink = startTestSink();
  return sink;
}

const STATE = 'vendor=fine,other=AKIAPLANTEDPLANTED12';

describe('a request that leaves', () => {
  function injected(with_: Record<string, string>, span?: Span): Record<string, string> {
    const entries = Object.fromEntries(Object.entries(with_).map(([key, value]) => [key, { value }]));
    const base = span ? trace.setSpan(ROOT_CONTEXT, span) : ROOT_CONTEXT;
    const carrier: Record<string, string> = {};
    propagation.inject(propagation.setBaggage(base, propagation.createBaggage(entries)), carrier);
    return carrier;
  }

  it('carries the baggage that may leave, and none of the rest', () => {
    start();
    const { baggage } = injected({
      tenant: 'blue',
      'session.token': 'planted',
      contact: 'planted@example.org',
      folder: '/srv/planted/x.mp3',
      'client.address': '203.0.113.77',
    });
    expect(baggage).toBe('tenant=blue');
  });

  it('carries none where nothing is left, and the trace all the same', () => {
    start();
    const span = trace.getTracer('theirs').startSpan('one');
    const carrier = injected({ password: 'planted' }, span);
    expect(carrier).toEqual({ traceparent: expect.stringContaining(span.spanContext().traceId) });
  });

  it('carries no trace state that anything would be taken out of', () => {
    start();
    const remote = {
      traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
      spanId: '00f067aa0ba902b7',
      traceFlags: 1,
      traceState: createTraceState(STATE),
    };
    const carrier: Record<string, string> = {};
    propagation.inject(trace.setSpanContext(ROOT_CONTEXT, remote), carrier);
    expect(carrier.tracestate).toBe('vendor=fine');
  });

  it('loses metadata that are secret together with their entry', () => {
    const baggage = propagation.createBaggage({
      a: { value: '1' },
      b: { value: '2', metadata: { toString: () => 'token=planted' } as never },
    });
    expect(safeBaggage(baggage).getAllEntries()).toEqual([['a', { value: '1' }]]);
    const clean = propagation.createBaggage({ a: { value: '1' } });
    expect(safeBaggage(clean)).toBe(clean);
  });
});

describe('what describes signals', () => {
  it('has no secret: trace state of spans, of their parents and links', async () => {
    const signals = start();
    const remote = {
      traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
      spanId: '00f067aa0ba902b7',
      traceFlags: 1,
      isRemote: true,
      traceState: createTraceState(STATE),
    };
    context.with(trace.setSpanContext(ROOT_CONTEXT, remote), () => {
      trace
        .getTracer('theirs')
        .startSpan('child', { links: [{ context: remote }] })
        .end();
      logs.getLogger('theirs').emit({ body: 'x' });
    });
    const [span] = await signals.spans();
    expect(span?.spanContext().traceState?.serialize()).toBe('vendor=fine');
    expect(span?.parentSpanContext?.traceState?.serialize()).toBe('vendor=fine');
    expect(span?.links[0]?.context.traceState?.serialize()).toBe('vendor=fine');
    const [record] = await signals.logs();
    expect(record?.spanContext?.traceState?.serialize()).toBe('vendor=fine');
  });

  it('has no secret: names and versions of scopes', async () => {
    const signals = start();
    trace.getTracer('/srv/planted/tracer.js', 'SID=planted').startSpan('one').end();
    logs.getLogger('planted@example.org', '1.2.3.4').emit({ body: 'x' });
    const [span] = await signals.spans();
    expect(span?.instrumentationScope).toMatchObject({ name: `${MASK}/tracer.js`, version: `SID=${MASK}` });
    const [record] = await signals.logs();
    expect(record?.instrumentationScope).toMatchObject({ name: MASK, version: '1.2.3.4' });
  });

  it('has no secret: names, descriptions and units of metrics', async () => {
    const signals = start();
    metrics
      .getMeter('theirs')
      .createCounter('live_12345678_plantedplantedplantedplanted', {
        description: 'Of planted@example.org',
        unit: 'SID=planted',
      })
      .add(1);
    metrics
      .getMeter('theirs')
      .createCounter('their.count', { description: 'Things.', unit: '{thing}' })
      .add(1);
    const found = (await signals.metrics()).map(({ descriptor }) => descriptor);
    expect(found).toContainEqual(expect.objectContaining({ name: 'redacted', description: `Of ${MASK}` }));
    expect(found).toContainEqual(
      expect.objectContaining({ name: 'their.count', description: 'Things.', unit: '{thing}' }),
    );
    expect(JSON.stringify(found)).not.toContain('planted');
  });

  it('has no secret: keys of maps and attributes, two of which stay two, and one of which is a name', async () => {
    const signals = start();
    logs.getLogger('theirs').emit({
      body: {
        '/srv/planted/x.mp3': 1,
        '/home/planted': 2,
        'planted@example.org': 3,
        'second.planted@example.org': 4,
      },
    });
    const [record] = await signals.logs();
    expect(record?.body).toEqual({ '****/x.mp3': 1, redacted: 2, 'redacted~2': 3, 'redacted~3': 4 });
    expect(await everything(signals)).not.toContain('planted');
  });
});

describe('a secret in parts', () => {
  it.each<[string, unknown]>([
    ['an option and its value', ['yt-dlp', '--password', 'planted', 'url']],
    ['a letter and its value', ['curl', '-u', 'planted', 'url']],
    ['headers of ffmpeg', ['-headers', 'X: planted']],
    ['pairs', [['cookie', 'x=planted']]],
    ['raw headers', ['Host', 'x', 'Authorization', 'planted']],
    ['a name and a value', [{ name: 'Cookie', value: 'planted' }]],
    ['a name and a value in other words', { key: 'x-api-key', value: 'planted' }],
    ['words of a header', ['Authorization:', 'Bearer', 'planted']],
    ['a block of a key', ['-----BEGIN PRIVATE KEY-----', 'planted', '-----END PRIVATE KEY-----']],
    ['bytes of a text', [...Buffer.from('Cookie: SID=planted')]],
    ['bytes', Buffer.from('planted')],
    ['a cookie line', '.a.b TRUE / TRUE 1799999999 SID planted'.split(' ')],
  ])('is taken out: %s', (_name, value) => {
    const given = redactValue(value as never);
    expect(JSON.stringify(given)).not.toContain('planted');
    expect(JSON.stringify(given)).not.toContain(JSON.stringify([...Buffer.from('planted')]).slice(1, -1));
  });

  it('leaves lists without one as they are', () => {
    for (const list of [
      ['yt-dlp', '--format', 'best'],
      [1, 2, 3, 4, 5, 6, 7, 8],
      ['cookie'],
      ['mp4', 'webm'],
    ]) {
      expect(redactValue(list)).toBe(list);
    }
  });
});

describe('a secret that is encoded', () => {
  const secret = 'Cookie: SID=plantedplanted; a=b';
  it.each([
    ['percent', encodeURIComponent(secret)],
    ['percent, twice', encodeURIComponent(encodeURIComponent(secret))],
    ['base64', Buffer.from(secret).toString('base64')],
    ['base64 for URLs', Buffer.from(secret).toString('base64url')],
    ['base64 of JSON', Buffer.from(JSON.stringify({ secret })).toString('base64')],
    ['escapes of JSON', JSON.stringify({ a: secret }).replaceAll('=', '\\u003d')],
    ['JSON in JSON', JSON.stringify({ a: JSON.stringify({ password: 'plantedplanted' }) })],
    ['escaped slashes', '{"u":"https:\\/\\/h.example\\/a?sig=plantedplanted"}'],
    ['entities of HTML', '<a title="{&quot;password&quot;:&quot;plantedplanted&quot;}">'],
    ['colours of a terminal', "{ \u001b[36mpassword\u001b[39m: \u001b[32m'plantedplanted'\u001b[39m }"],
    ['a list of headers as text', '{"name":"Cookie","value":"a=plantedplanted"}'],
    ['a map as Node shows it', "URLSearchParams { 'token' => 'plantedplanted' }"],
    ['a folded header', 'Cookie: a=b;\r\n c=plantedplanted'],
    ['a form', 'a=1&b=machine+x+login+me+password+plantedplanted'],
  ])('is taken out: %s', (_name, text) => {
    const given = redactValue(`before ${text} after`);
    expect(given).not.toContain('plantedplanted');
    for (const piece of [encodeURIComponent(secret), Buffer.from(secret).toString('base64').slice(0, 24)]) {
      expect(given).not.toContain(piece);
    }
    expect(given).toMatch(/^before /);
  });

  it.each([
    'https://example.org/My%20Song.mp3',
    'caf%C3%A9 is 100% open',
    'QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo=',
    '4bf92f3577b34da6a3ce929d0e0e4736',
    'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    '{"a":"b \\u0026 c"}',
  ])('is not seen where there is none: %s', (text) => {
    expect(redactValue(text)).toBe(text);
  });
});

describe('a field that throws when it is read', () => {
  it('is masked, counted, and costs no other', () => {
    const before = redactionFailures();
    const given = { fine: 'yes', mail: 'planted@example.org' };
    Object.defineProperty(given, 'bad', {
      enumerable: true,
      get() {
        throw new Error('planted');
      },
    });
    expect(redactAttributes(given)).toEqual({ fine: 'yes', mail: MASK, bad: MASK });
    expect(redactionFailures()).toBe(before + 1);
  });
});
