import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stack } from '../live.ts';
import { collectorForTests } from './collector_for_tests.ts';

const PERSON = 'it has planted.person@mail.example.org';
const traceId = randomBytes(16).toString('hex');

interface Field {
  readonly key: string;
  readonly value: object;
}

const text = (stringValue: string) => ({ stringValue });
const number = (doubleValue: number | string) => ({ doubleValue });
const bytes = { bytesValue: Buffer.from(PERSON).toString('base64') };
const list = (...values: object[]) => ({ arrayValue: { values } });
const map = (...values: Field[]) => ({ kvlistValue: { values } });
const field = (key: string, value: object): Field => ({ key, value });

const inUtf16 = (plain: string) => [...plain].map((letter) => `${letter}\0`).join('');
const codeOf = (letter: string) => ({ intValue: `${letter.charCodeAt(0)}` });

// What JSON cannot have, and names that come to the same.
const SECRETIVE: Readonly<Record<string, readonly Field[]>> = {
  'no number beside it': [field('n', number('NaN')), field('p', text(PERSON))],
  'no number in its list': [field('n', list(number('NaN'), text(PERSON)))],
  'infinity in its map': [field('n', map(field('x', number('-Infinity')), field('y', text(PERSON))))],
  'infinity in its list of maps': [field('n', list(map(field('x', number('Infinity')), field('y', bytes))))],
  'bytes under the name that a part of a map has': [
    field('a.b', bytes),
    field('a', map(field('b', text('x')))),
  ],
  'bytes in a map that a name tells of': [field('a', map(field('b', bytes))), field('a.b', text('x'))],
  'bytes under a name that is there twice': [field('n', text('x')), field('n', bytes)],
  'letters of UTF-16': [field('n', text(inUtf16('password=planted1')))],
  'letters of UTF-16, the other way round': [
    field('n', text(`\0${inUtf16('password=planted1')}`.slice(0, -1))),
  ],
  'letters of UTF-16 in a list': [field('n', list(text(inUtf16('say password=planted1 now'))))],
  'arguments as the system keeps them': [field('n', text('yt-dlp\0--password\0planted1\0'))],
  'bytes as JSON has them': [
    field('n', map(field('type', text('Buffer')), field('data', list(...[...'planted'].map(codeOf))))),
  ],
  'bytes by index': [field('n', map(...[...'planted1'].map((letter, at) => field(`${at}`, codeOf(letter)))))],
  'a line of a key': [
    field('n', text('mQiLpTx4ZeAq0RbWm1cYdVsplanted0Planted0Planted0Planted0Planted0')),
    field('l', list(text('mQiLpTx4ZeAq0RbWm1cYdVsplanted0Planted0Planted0Planted0Planted0'))),
  ],
  'a letter that nobody sees, in a list': [field('n', list(text(`\u0003Bearer plantedBearerToken12345`)))],
  'names of the own notes': [
    field('redaction.late', text('x')),
    field('redaction.text.0', text(PERSON)),
    field('redaction.bytes', { boolValue: false }),
    field('redaction.allowed.count', { intValue: '4' }),
    field('n', bytes),
  ],
  // So many as names that are not known, beside a value that the processor of names allows.
  'counts of another Collector, which it came through before': [
    field('password', text('5')),
    field('n', text('say password=planted1 now')),
    field('o', text('Bearer plantedBearerToken12345')),
    field('redaction.ignored.count', { intValue: '3' }),
  ],
};

const times = { startTimeUnixNano: '1', endTimeUnixNano: '2' };
const span = (attributes: readonly Field[]) => ({
  resourceSpans: [
    {
      scopeSpans: [{ spans: [{ traceId, spanId: 'abcdef0123456789', name: 'plain', ...times, attributes }] }],
    },
  ],
});
const log = (record: object, resource: readonly Field[] = []) => ({
  resourceLogs: [{ resource: { attributes: resource }, scopeLogs: [{ logRecords: [record] }] }],
});

describe.skipIf(stack?.engine !== 'native')('the Collector, given odd values', () => {
  const collector = collectorForTests();

  it.each(Object.entries(SECRETIVE))('takes a secret out: %s', async (_, attributes) => {
    const outs = [
      await collector.redacted('traces', span(attributes)),
      await collector.redacted('logs', log({ body: text('plain'), attributes })),
      await collector.redacted('logs', log({ body: map(...attributes) })),
      await collector.redacted('logs', log({ body: text('plain') }, attributes)),
    ];
    for (const out of outs) {
      expect(out).not.toContain('planted');
      expect(out).not.toMatch(/(?:\\u0000|\0)p(?:\\u0000|\0)l/);
      expect(out).not.toMatch(/"112".{1,60}"108"/);
      expect(out).not.toContain(bytes.bytesValue.slice(0, -4));
      expect(out).not.toContain('"redaction.');
    }
  });

  // What is ordinary is counted; no count of it may hide the rest.
  it('takes all secrets out, whatever stands beside them', async () => {
    const some = (most: number) => fc.integer({ min: 0, max: most });
    const mixes = fc.sample(
      fc.record({
        secrets: fc.integer({ min: 1, max: 4 }),
        numbers: some(4),
        known: some(3),
        words: some(3),
        named: some(2),
      }),
      { seed: 7, numRuns: 400 },
    );
    const attributesOf = (mix: (typeof mixes)[number]) => [
      ...Array.from({ length: mix.secrets }, (_, at) => field(`s${at}`, text(PERSON))),
      ...Array.from({ length: mix.numbers }, (_, at) => field(`n.${'abcd'.charAt(at)}`, { intValue: '5' })),
      ...['http.status_code', 'http.method', 'url.path']
        .slice(0, mix.known)
        .map((key) => field(key, text('/api/x'))),
      ...Array.from({ length: mix.words }, (_, at) => field(`w.${'abcd'.charAt(at)}`, text('plain'))),
      ...['password', 'api_token'].slice(0, mix.named).map((key) => field(key, text('****'))),
    ];
    const records = mixes.map((mix) => ({ body: text('plain'), attributes: attributesOf(mix) }));
    const spans = mixes.map((mix) => ({
      ...{ traceId, spanId: 'abcdef0123456789', name: 'plain', ...times },
      attributes: attributesOf(mix),
    }));
    expect(
      await collector.redacted('logs', { resourceLogs: [{ scopeLogs: [{ logRecords: records }] }] }),
    ).not.toContain('planted');
    expect(
      await collector.redacted('traces', { resourceSpans: [{ scopeSpans: [{ spans }] }] }),
    ).not.toContain('planted');
  });

  // It is looked into with the first of its scopes.
  it('takes secrets out of a resource, however many scopes there are, and leaves what is its own', async () => {
    const its = [field('n', { intValue: '5' }), field('os.type', text('linux')), field('p', text(PERSON))];
    const scope = (name: string, attributes: readonly Field[]) => ({
      scope: { name, attributes },
      logRecords: [{ body: text('plain') }],
    });
    const out = await collector.redacted('logs', {
      resourceLogs: [
        { resource: { attributes: its }, scopeLogs: [] },
        {
          resource: { attributes: its },
          scopeLogs: [
            scope('plain', []),
            scope('other', [field('os.type', text(PERSON)), field('x', text('own'))]),
            scope(PERSON, []),
          ],
        },
        {
          resource: { attributes: [field('api_key', text('planted')), ...its] },
          scopeLogs: [scope('plain', [])],
        },
        {
          resource: { attributes: [field('a', text('b'))] },
          scopeLogs: [scope('plain', its), scope('plain', its)],
        },
      ],
    });
    expect(out).not.toContain('planted');
    expect(out).not.toContain('"redaction.');
    const [alone, several, named, plain] = JSON.parse(out).resourceLogs as {
      resource: { attributes?: Field[] };
      scopeLogs: { scope: { attributes?: Field[] }; logRecords: { attributes?: Field[] }[] }[];
    }[];
    const names = (some?: readonly Field[]) => (some ?? []).map(({ key }) => key).sort();
    expect(names(alone?.resource.attributes)).toEqual([]);
    const family = 'otel_media.redaction.family';
    expect(names(several?.resource.attributes)).toEqual(['n', 'os.type', family, 'p']);
    expect(several?.resource.attributes).toEqual(expect.arrayContaining(its.slice(0, 2)));
    expect(names(several?.scopeLogs[0]?.scope.attributes)).toEqual([]);
    expect(names(several?.scopeLogs[1]?.scope.attributes)).toEqual(['os.type', family, 'x']);
    for (const one of several?.scopeLogs ?? [])
      expect(names(one.logRecords[0]?.attributes)).toEqual([family]);
    expect(names(named?.resource.attributes)).toEqual(['api_key', 'n', 'os.type', family, 'p']);
    expect(plain?.resource.attributes).toEqual([field('a', text('b'))]);
    for (const one of plain?.scopeLogs ?? [])
      expect(names(one.scope.attributes)).toEqual(['n', 'os.type', family, 'p']);
  });

  it('makes a text of nothing but what was masked', async () => {
    const kept = [
      field('n', { intValue: '5' }),
      field('d', number(1.5)),
      field('nan', number('NaN')),
      field('b', { boolValue: false }),
      field('l', list(text('x'), { intValue: '2' })),
      field('m', map(field('x', { intValue: '1' }))),
      field('t', text('a "quoted" \\"word\\" & <more>')),
      field('e', text('')),
      field('a.b', list(text('not this'))),
    ];
    const masked = [field('a|b', list(text(PERSON))), field('s', list(text('one'), text(PERSON)))];
    const out = JSON.parse(await collector.redacted('traces', span([...kept, ...masked])));
    const { attributes } = out.resourceSpans[0].scopeSpans[0].spans[0];
    expect(JSON.stringify(attributes)).not.toContain('planted');
    expect(attributes).toEqual(expect.arrayContaining(kept));
    const body = map(field('x', { intValue: '1' }));
    const record = JSON.parse(await collector.redacted('logs', log({ body, attributes: masked })));
    expect(record.resourceLogs[0].scopeLogs[0].logRecords[0].body).toEqual(body);
  });

  // Refused, its sender would send the whole request again and again.
  it('refuses no body for a number that JSON cannot have, and hides it', async () => {
    const ours = [field('telemetry.distro.name', text('otel-media'))];
    for (const body of [number('NaN'), number('Infinity'), list(number('NaN'), text(PERSON))]) {
      for (const resource of [[], ours]) {
        expect(await collector.redacted('logs', log({ body }, resource))).toContain(
          '"body":{"stringValue":"****"}',
        );
      }
    }
  });

  it('leaves numbers alone that stand by themselves, lists that JSON can have, and what is no login', async () => {
    const attributes = [
      field('n', number('NaN')),
      field('u', text('http://h:8080/live/news/720p/12.ts')),
      field('l', list(text('x'), number(1.5))),
    ];
    const out = await collector.redacted('traces', span(attributes));
    expect(JSON.parse(out).resourceSpans[0].scopeSpans[0].spans[0].attributes).toEqual(attributes);
  });
});
