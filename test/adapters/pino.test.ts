import { trace } from '@opentelemetry/api';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pinoDestination, pinoMixin, pinoOptions } from '../../src/adapters/pino.ts';
import { session } from '../../src/media/session/session.ts';
import { withoutTelemetry } from '../../src/media/without_telemetry.ts';
import { startTestSink, type TestSink } from '../../src/testing.ts';
import { everything } from '../media/signals.ts';

let sink: TestSink;
let lines: string[];
const stream = { write: (line: string) => void lines.push(line) };
beforeEach(() => {
  lines = [];
  sink = startTestSink({ hashKey: 'a key of the tests' });
});
afterEach(() => sink.shutdown());

const parsed = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);
const bodies = async () => (await sink.logs()).map(({ body }) => body);

describe('a pino logger with pinoOptions', () => {
  it('writes as before, with the ids of the trace, and exports the same line in that trace', async () => {
    const log = pino(pinoOptions({ level: 'debug' }), stream);
    const ids = trace.getTracer('theirs').startActiveSpan('theirs', (span) => {
      log.child({ station: 'night' }).warn({ attempt: 3, nested: { a: [1, 'x'] } }, 'stream %s', 'lost');
      span.end();
      return span.spanContext();
    });
    expect(parsed()).toEqual([
      expect.objectContaining({
        level: 40,
        msg: 'stream lost',
        station: 'night',
        attempt: 3,
        trace_id: ids.traceId,
        span_id: ids.spanId,
        trace_flags: '01',
      }),
    ]);
    const [record, ...more] = await sink.logs();
    expect(more).toEqual([]);
    expect(record).toMatchObject({
      body: 'stream lost',
      severityText: 'WARN',
      severityNumber: 13,
      attributes: { station: 'night', attempt: 3, nested: { a: [1, 'x'] } },
      instrumentationScope: { name: 'pino' },
    });
    expect(record?.attributes).toEqual({ station: 'night', attempt: 3, nested: { a: [1, 'x'] } });
    expect(record?.spanContext).toMatchObject({ traceId: ids.traceId, spanId: ids.spanId });
  });

  it.each([
    ['trace', 'TRACE', 1],
    ['debug', 'DEBUG', 5],
    ['info', 'INFO', 9],
    ['warn', 'WARN', 13],
    ['error', 'ERROR', 17],
    ['fatal', 'FATAL', 21],
  ] as const)('exports %s as %s', async (level, severityText, severityNumber) => {
    pino(pinoOptions({ level: 'trace' }), stream)[level]('x');
    expect(await sink.logs()).toMatchObject([{ severityText, severityNumber }]);
  });

  it('exports errors by the names that OpenTelemetry has for them', async () => {
    pino(pinoOptions(), stream).error(Object.assign(new RangeError('bad SID=planted'), { code: 7 }));
    const [record] = await sink.logs();
    expect(record?.attributes).toMatchObject({
      'exception.type': 'RangeError',
      'exception.message': expect.stringMatching(/^bad SID=\*+$/),
      'exception.stacktrace': expect.stringContaining('RangeError'),
      'exception.fields': { code: 7 },
    });
    expect(await everything(sink)).not.toContain('planted');
  });

  it('takes secrets and people out of what leaves, and nothing out of the application’s own lines', async () => {
    const request = {
      headers: {
        authorization: 'Basic planted',
        cookie: 'a=planted',
        'user-agent': 'planted/1.0 Firefox/140.0',
        'x-forwarded-for': '203.0.113.77, 2001:db8:1:2::3',
      },
      remoteAddress: '203.0.113.77',
      remotePort: 5,
    };
    pino(pinoOptions(), stream).info(
      { req: request, password: 'planted', apiKey: 12345 },
      'Bearer plantedplantedplanted',
    );
    expect(lines.join()).toContain('Basic planted');
    const [record] = await sink.logs();
    expect(record?.attributes).toEqual({
      req: {
        headers: {
          authorization: '****',
          cookie: '****',
          'user-agent': 'Firefox 140',
          'x-forwarded-for': '203.0.113.0, 2001:db8:1::',
        },
        remoteAddress: '203.0.113.0',
        remotePort: 5,
      },
      password: '****',
      apiKey: '****',
    });
    expect(await everything(sink)).not.toContain('planted');
  });

  it('keeps the application’s own mixin, hook, keys and formatters working', async () => {
    const log = pino(
      pinoOptions({
        mixin: () => ({ mixed: 'in' }),
        messageKey: 'text',
        errorKey: 'problem',
        base: null,
        formatters: { level: (label: string) => ({ level: label }) },
        timestamp: pino.stdTimeFunctions.isoTime,
        hooks: { streamWrite: (line: string) => line.replaceAll('own-secret', 'XXX') },
      }),
      stream,
    );
    log.warn(new Error('own-secret'));
    expect(parsed()).toMatchObject([{ level: 'warn', mixed: 'in', text: 'XXX' }]);
    expect(await sink.logs()).toMatchObject([
      { severityText: 'WARN', body: 'XXX', attributes: { mixed: 'in', 'exception.message': 'XXX' } },
    ]);
  });

  it('belongs to the session around it', async () => {
    await session({ id: 's' }, () => pino(pinoOptions(), stream).info('inside'));
    const record = (await sink.logs()).find(({ body }) => body === 'inside');
    expect(record?.attributes).toEqual({ 'session.id': 's', 'media.operation': 'session' });
  });

  it('exports nothing of who asked to be left out, and writes no ids', async () => {
    trace.getTracer('theirs').startActiveSpan('theirs', (span) => {
      withoutTelemetry(() => pino(pinoOptions(), stream).info('planted'));
      span.end();
    });
    expect(parsed()).toMatchObject([{ msg: 'planted' }]);
    expect(parsed()[0]).not.toHaveProperty('trace_id');
    expect(await sink.logs()).toEqual([]);
  });

  it('never throws, whatever a line is, and cuts what is huge', async () => {
    const log = pino(pinoOptions(), stream);
    const cyclic: Record<string, unknown> = {};
    cyclic.self = cyclic;
    log.info(cyclic, 'cyclic');
    log.info(Object.freeze({ frozen: true }), 'frozen');
    log.info({ huge: 'x'.repeat(1_000_000) }, 'huge');
    log.info({ many: Array.from({ length: 20_000 }, (_, index) => index) }, 'many');
    const { write } = pinoDestination();
    for (const line of ['', 'no json', 'null', '[]', '7', '{"level":"odd","msg":{}}']) write(line);
    const records = await sink.logs();
    expect(records.map(({ body }) => body)).toEqual([
      'cyclic',
      'frozen',
      expect.stringMatching(/^a line of 1000\d\d\d characters, too long to be exported$/),
      'many',
      '',
      '',
    ]);
    expect(JSON.stringify(records[3]?.attributes).length).toBeLessThan(1000);
    expect(lines).toHaveLength(4);
  });
});

describe('pinoDestination', () => {
  it('exports what a multistream hands it', async () => {
    const log = pino({ mixin: pinoMixin }, pino.multistream([{ stream }, { stream: pinoDestination() }]));
    log.info({ a: 1 }, 'hello');
    expect(await sink.logs()).toMatchObject([{ body: 'hello', severityText: 'INFO', attributes: { a: 1 } }]);
    expect(lines).toHaveLength(1);
  });

  it('together with pinoOptions exports each line once', async () => {
    const log = pino(pinoOptions(), pino.multistream([{ stream }, { stream: pinoDestination() }]));
    log.info('one');
    log.info('two');
    expect(await bodies()).toEqual(['one', 'two']);
  });
});

describe('what leaves of log lines', () => {
  it.each([
    [
      { appLogs: 'message' as const },
      [
        { body: 'low', attributes: {} },
        { body: 'high', attributes: {} },
      ],
    ],
    [{ appLogs: 'off' as const }, []],
    [{ trackers: { logs: false } }, []],
    [{ appLogLevel: 'warn' as const }, [{ body: 'high', attributes: { a: 1 } }]],
  ])('is said by settings: %j', async (settings, expected) => {
    await sink.shutdown();
    sink = startTestSink(settings);
    const log = pino(pinoOptions(), stream);
    log.info({ a: 1 }, 'low');
    log.error({ a: 1 }, 'high');
    const found = (await sink.logs()).map(({ body, attributes }) => ({ body, attributes }));
    expect(found).toEqual(expected);
    expect(lines).toHaveLength(2);
  });
});

it('with no SDK, lines stay as they are', async () => {
  await sink.shutdown();
  pino(pinoOptions({ base: null, timestamp: false }), stream).info('hello');
  expect(lines).toEqual(['{"level":30,"msg":"hello"}\n']);
  sink = startTestSink();
});
