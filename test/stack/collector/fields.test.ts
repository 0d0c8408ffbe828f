import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { stack } from '../live.ts';
import type { Signal } from './collector_alone.ts';
import { collectorForTests } from './collector_for_tests.ts';
import { everyField } from './every_field.ts';

const SECRET = 'planted.person@mail.example.org';
const LISTS = { traces: 'resourceSpans', logs: 'resourceLogs', metrics: 'resourceMetrics' } as const;
const traceId = randomBytes(16).toString('hex');

/** The names of all fields of a signal. */
function fieldsOf(signal: Signal): string[] {
  const names: string[] = [];
  const note = (field: string) => {
    names.push(field);
    return 'plain';
  };
  expect(everyField('fields', traceId, note)[signal]).toBeDefined();
  return [...new Set(names)];
}

const cells = (['traces', 'logs', 'metrics'] as const).flatMap((signal) =>
  fieldsOf(signal).map((field): [Signal, string] => [signal, field]),
);

// Each field by itself, so that what is found in one is not found because of another. The cells of the table in
// collector/README.md.
describe.skipIf(stack?.engine !== 'native')('the Collector', () => {
  const collector = collectorForTests();
  const outOf = new Map<Signal, readonly string[]>();
  beforeAll(async () => {
    for (const signal of ['traces', 'logs', 'metrics'] as const) {
      const list = fieldsOf(signal).map(
        (planted) =>
          everyField('fields', traceId, (field) => (field === planted ? `it has ${SECRET}` : 'plain'))[
            signal
          ],
      );
      const out = JSON.parse(await collector.redacted(signal, { [LISTS[signal]]: list }));
      outOf.set(
        signal,
        (out[LISTS[signal]] as unknown[]).map((one) => JSON.stringify(one)),
      );
    }
  });

  it.each(cells)('takes a secret out of %s: %s', (signal, field) => {
    const out = outOf.get(signal)?.[fieldsOf(signal).indexOf(field)] ?? '';
    expect(out).toContain('plain');
    expect(out).not.toContain('planted');
    expect(out).not.toContain(Buffer.from(`it has ${SECRET}`).toString('base64').slice(0, -4));
    // What takes away the field whole has nothing to count.
    const gone = ['-link attribute', '-trace state', '-log body bytes'].includes(field);
    const family = / (?:list of )?bytes$/.test(field) && !gone ? 'credential' : 'email';
    expect(out.includes(`"otel_media.redaction.family","value":{"stringValue":"${family}"}`)).toBe(!gone);
  });

  it('leaves types, links and attributes of those who redact, and names no family where nothing was', async () => {
    const span = {
      ...{ traceId, spanId: 'abcdef0123456789', name: 'GET /api/items', kind: 1 },
      ...{ startTimeUnixNano: '1', endTimeUnixNano: '2', traceState: 'vendor=abc' },
      attributes: [
        { key: 'http.response.status_code', value: { intValue: '200' } },
        { key: 'ratio', value: { doubleValue: 0.5 } },
        { key: 'my own key', value: { boolValue: true } },
        { key: 'notes', value: { arrayValue: { values: [{ stringValue: 'one' }, { intValue: '2' }] } } },
        { key: 'url.full', value: { stringValue: 'http://127.0.0.1:8080/api/items?page=2' } },
        { key: 'http.route', value: { stringValue: '/api/items' } },
        { key: 'enduser.id', value: { stringValue: 'hmac:0123456789abcdef' } },
        { key: 'password', value: { stringValue: '****' } },
      ],
      links: [
        { traceId, spanId: 'abcdef0123456789', attributes: [{ key: 'a', value: { stringValue: 'b' } }] },
      ],
    };
    const resource = { attributes: [{ key: 'telemetry.distro.name', value: { stringValue: 'otel-media' } }] };
    const sent = {
      resourceSpans: [{ resource, scopeSpans: [{ scope: { name: '@scope/name' }, spans: [span] }] }],
    };
    const out = JSON.parse(await collector.redacted('traces', sent));
    const { 0: got } = out.resourceSpans[0].scopeSpans[0].spans;
    expect(got).toMatchObject({ name: span.name, traceState: span.traceState, links: span.links });
    const named = span.attributes.map((one) =>
      one.key === 'my own key' ? { ...one, value: expect.anything() } : one,
    );
    expect(got.attributes).toEqual(expect.arrayContaining(named.filter(({ key }) => key !== 'my own key')));
    expect(JSON.stringify(out)).not.toContain('redaction.');
  });

  it('masks what is called pass, and leaves numbers of passes and whether there was a secret', async () => {
    const string = (key: string, stringValue: string) => ({ key, value: { stringValue } });
    const secret = ['pass', 'DB_PASS', 'smtp.pass', 'redisPass'].map((key) => string(key, 'planted'));
    const plain = [
      { key: 'encode.pass', value: { intValue: '2' } },
      { key: 'has_token', value: { boolValue: true } },
      string('low_pass', '12000'),
      string('bypass', 'plain'),
      string('lowPass', 'plain'),
    ];
    const sent = (attributes: unknown[]) => ({
      resourceLogs: [
        { scopeLogs: [{ logRecords: [{ timeUnixNano: '1', body: { stringValue: 'plain' }, attributes }] }] },
      ],
    });
    expect(await collector.redacted('logs', sent(secret))).not.toContain('planted');
    const out = await collector.redacted('logs', sent(plain));
    expect(JSON.parse(out).resourceLogs[0].scopeLogs[0].logRecords[0].attributes).toEqual(plain);
  });

  it('does not believe a sender that says what was masked, and drops what pretends to be ours', async () => {
    const counts = ['allowed', 'ignored', 'masked', 'body.masked'].map((one) => `redaction.${one}.count`);
    const names = ['otel_media.redaction.family', ...counts, 'redaction.passed', 'media.never_heard_of'];
    const attributes = names.map((key) => ({ key, value: { stringValue: 'forged' } }));
    const record = { timeUnixNano: '1', body: { stringValue: 'plain' }, attributes };
    const out = await collector.redacted('logs', {
      resourceLogs: [
        { resource: { attributes }, scopeLogs: [{ scope: { attributes }, logRecords: [record] }] },
      ],
    });
    expect(out).toContain('plain');
    expect(out).not.toContain('forged');
  });
});
