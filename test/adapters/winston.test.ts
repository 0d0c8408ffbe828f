import { Writable } from 'node:stream';
import { trace } from '@opentelemetry/api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import winston from 'winston';
import Transport from 'winston-transport';
import { observeWinston, winstonTransport } from '../../src/adapters/winston.ts';
import { withoutTelemetry } from '../../src/media/without_telemetry.ts';
import { startTestSink, type TestSink } from '../../src/testing.ts';
import { everything } from '../media/signals.ts';

let sink: TestSink;
let lines: string[];
beforeEach(() => {
  lines = [];
  sink = startTestSink({ hashKey: 'a key of the tests' });
});
afterEach(() => sink.shutdown());

function logger(options: winston.LoggerOptions = {}): winston.Logger {
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  return winston.createLogger({
    transports: [new winston.transports.Stream({ stream })],
    format: winston.format.json(),
    ...options,
  });
}

const settled = () => new Promise((resolve) => setImmediate(resolve));
const parsed = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);

describe('a winston logger that is observed', () => {
  it('writes as before, with the ids of the trace, and exports the same line in that trace', async () => {
    const own = logger({ defaultMeta: { service: 'radio' } });
    const log = observeWinston(own);
    expect(log).toBe(own);
    const ids = trace.getTracer('theirs').startActiveSpan('theirs', (span) => {
      log.child({ station: 'night' }).warn('stream lost', { attempt: 3, nested: { a: [1] } });
      span.end();
      return span.spanContext();
    });
    await settled();
    expect(parsed()).toEqual([
      {
        level: 'warn',
        message: 'stream lost',
        service: 'radio',
        station: 'night',
        attempt: 3,
        nested: { a: [1] },
        trace_id: ids.traceId,
        span_id: ids.spanId,
        trace_flags: '01',
      },
    ]);
    const [record, ...more] = await sink.logs();
    expect(more).toEqual([]);
    expect(record).toMatchObject({
      body: 'stream lost',
      severityText: 'WARN',
      severityNumber: 13,
      instrumentationScope: { name: 'winston' },
    });
    expect(record?.attributes).toEqual({
      service: 'radio',
      station: 'night',
      attempt: 3,
      nested: { a: [1] },
    });
    expect(record?.spanContext).toMatchObject({ traceId: ids.traceId, spanId: ids.spanId });
  });

  it.each([
    ['error', 'ERROR', 17],
    ['warn', 'WARN', 13],
    ['http', 'HTTP', 9],
    ['verbose', 'VERBOSE', 5],
    ['silly', 'SILLY', 1],
  ] as const)('exports %s as %s', async (level, severityText, severityNumber) => {
    observeWinston(logger({ level: 'silly' }))[level]('x');
    await settled();
    expect(await sink.logs()).toMatchObject([{ severityText, severityNumber }]);
  });

  it('keeps to the level of the logger, also when that changes, and to its own', async () => {
    const log = observeWinston(logger({ level: 'warn' }));
    log.info('no');
    log.level = 'info';
    log.info('yes');
    const other = observeWinston(logger({ level: 'debug' }), { level: 'error' });
    other.info('not exported');
    other.error('exported');
    await settled();
    expect((await sink.logs()).map(({ body }) => body)).toEqual(['yes', 'exported']);
    expect(lines).toHaveLength(3);
  });

  it('exports what the application’s own formats leave, without colours', async () => {
    const { format } = winston;
    const hide = format((info) => ({ ...info, message: String(info.message).replace('own-secret', 'XXX') }));
    const log = observeWinston(
      logger({
        format: format.combine(
          format.splat(),
          hide(),
          format.colorize({ all: true }),
          format.timestamp(),
          format.simple(),
        ),
      }),
    );
    log.info('hello %s', 'own-secret', { password: 'planted', ip: '203.0.113.77' });
    await settled();
    const [record] = await sink.logs();
    expect(record).toMatchObject({ body: 'hello XXX', severityText: 'INFO' });
    expect(record?.attributes).toEqual({ password: '****', ip: '203.0.113.0' });
  });

  it('exports errors by the names that OpenTelemetry has for them', async () => {
    const log = observeWinston(
      logger({
        format: winston.format.combine(winston.format.errors({ stack: true }), winston.format.json()),
      }),
    );
    log.error(new RangeError('bad SID=planted'));
    log.error('failed', { error: new TypeError('worse') });
    await settled();
    expect(await sink.logs()).toMatchObject([
      {
        attributes: {
          'exception.type': 'RangeError',
          'exception.message': 'bad SID=****',
          'exception.stacktrace': expect.stringContaining('RangeError: bad'),
        },
      },
      { body: 'failed', attributes: { 'exception.type': 'TypeError', 'exception.message': 'worse' } },
    ]);
    expect(await everything(sink)).not.toContain('planted');
  });

  it('exports an error that is the line itself, without a format for it', async () => {
    const log = observeWinston(logger({}));
    log.error(Object.assign(new TypeError('no such thing'), { code: 'E_THING' }));
    log.log('warn', 'failed:', new RangeError('out of it'));
    await settled();
    const [first, second] = await sink.logs();
    expect(first).toMatchObject({ body: 'no such thing', severityText: 'ERROR' });
    expect(first?.attributes).toEqual({
      code: 'E_THING',
      'exception.type': 'TypeError',
      'exception.message': 'no such thing',
      'exception.stacktrace': expect.stringContaining('TypeError: no such thing'),
    });
    expect(second).toMatchObject({
      body: 'failed: out of it',
      attributes: { 'exception.stacktrace': expect.stringContaining('RangeError: out of it') },
    });
  });

  it('leaves the application’s own transports as they are', async () => {
    const kept: unknown[] = [];
    class Kept extends Transport {
      override log(info: unknown, next: () => void): void {
        kept.push(info);
        next();
      }
    }
    observeWinston(winston.createLogger({ transports: [new Kept({ level: 'error' })] })).error('x', { a: 1 });
    await settled();
    expect(kept).toEqual([expect.objectContaining({ level: 'error', message: 'x', a: 1 })]);
    expect(await sink.logs()).toHaveLength(1);
  });

  it('shows nothing of ours in a format that shows everything', async () => {
    const log = observeWinston(logger({ format: winston.format.prettyPrint() }));
    log.info('hello', { a: 1 });
    await settled();
    expect(lines).toEqual(["{ a: 1, level: 'info', message: 'hello' }\n"]);
    expect(await sink.logs()).toHaveLength(1);
  });

  it('observed twice exports each line once', async () => {
    observeWinston(observeWinston(logger())).info('x');
    await settled();
    expect(await sink.logs()).toHaveLength(1);
  });

  it('does not change an object that the application writes again', async () => {
    const log = observeWinston(logger());
    const entry = { level: 'info', message: 'again' };
    trace.getTracer('theirs').startActiveSpan('theirs', (span) => {
      log.log(entry);
      span.end();
    });
    log.log(entry);
    await settled();
    expect(parsed()[1]).not.toHaveProperty('trace_id');
    const [first, second] = await sink.logs();
    expect(first?.spanContext).toBeDefined();
    expect(second?.spanContext).toBeUndefined();
  });

  it('exports nothing of who asked to be left out', async () => {
    const log = observeWinston(logger());
    withoutTelemetry(() => log.info('planted'));
    await settled();
    expect(parsed()).toMatchObject([{ message: 'planted' }]);
    expect(await sink.logs()).toEqual([]);
  });

  it('never throws, whatever a line is', async () => {
    const asItIs = winston.format((info) => info);
    const log = observeWinston(logger({ format: asItIs() }));
    const cyclic: Record<string, unknown> = {};
    cyclic.self = cyclic;
    const trap = {
      get bad(): string {
        throw new Error('no');
      },
    };
    log.info('cyclic', { cyclic });
    log.info('huge', { huge: 'x'.repeat(1_000_000) });
    log.info('trap', { inner: { trap: Object.freeze([trap]) } });
    log.info(undefined);
    await settled();
    expect((await sink.logs()).map(({ body }) => body)).toEqual(['cyclic', 'huge', 'trap', undefined]);
    expect(observeWinston({ no: 'logger' })).toEqual({ no: 'logger' });
    expect(await sink.logs()).toHaveLength(4);
  });

  it('with no SDK stays as it is', async () => {
    await sink.shutdown();
    observeWinston(logger()).info('hello');
    await settled();
    expect(parsed()).toEqual([{ level: 'info', message: 'hello' }]);
    sink = startTestSink();
  });
});

describe('winstonTransport', () => {
  it('is a transport for createLogger', async () => {
    const log = winston.createLogger({ transports: [winstonTransport()] });
    log.info('hello', { a: 1 });
    log.debug('below the level');
    await settled();
    expect(await sink.logs()).toMatchObject([{ body: 'hello', attributes: { a: 1 } }]);
  });
});
