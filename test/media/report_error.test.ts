import { trace } from '@opentelemetry/api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { download } from '../../src/media/download.ts';
import { reportError } from '../../src/media/report_error.ts';
import { session } from '../../src/media/session.ts';
import { startTestSink, type TestSink } from '../../src/testing.ts';
import { eventOf, everything, pointsOf, spanOf } from './signals.ts';

let sink: TestSink;
beforeEach(() => {
  sink = startTestSink({ hashKey: 'a key of the tests' });
});
afterEach(() => sink.shutdown());

describe('reportError', () => {
  it('makes an event and counts, with the same words', async () => {
    reportError(new TypeError('HTTP Error 429: Too Many Requests'), { component: 'downloader' });
    const event = await eventOf(sink, 'media.error');
    const counted = {
      'media.error.component': 'downloader',
      'media.error.severity': 'error',
      'media.error.category': expect.any(String),
      'error.type': 'rate_limited',
    };
    expect(event).toMatchObject({ severityText: 'ERROR', body: 'downloader: rate_limited' });
    expect(event.attributes).toMatchObject({
      ...counted,
      'exception.type': 'TypeError',
      'exception.message': 'HTTP Error 429: Too Many Requests',
      'exception.stacktrace': expect.stringContaining('TypeError'),
      'media.error.fingerprint': expect.stringMatching(/^[0-9a-f]{16}$/),
      'media.error.fix': expect.any(String),
    });
    expect(await pointsOf(sink, 'media.errors')).toEqual([{ value: 1, attributes: counted }]);
  });

  it.each([
    ['info', 'INFO', 0],
    ['warning', 'WARN', 0],
    ['error', 'ERROR', 2],
    ['critical', 'FATAL', 2],
  ] as const)('of severity %s logs as %s', async (severity, logged, code) => {
    trace.getTracer('theirs').startActiveSpan('theirs', (span) => {
      reportError(new Error('x'), { severity });
      span.end();
    });
    expect((await eventOf(sink, 'media.error')).severityText).toBe(logged);
    expect((await spanOf(sink, 'theirs')).status.code).toBe(code);
  });

  it('belongs to the operation around it', async () => {
    await session({ id: 's' }, () =>
      download({}, () => reportError(new Error('x'), { severity: 'warning' })),
    );
    const event = await eventOf(sink, 'media.error');
    expect(event.attributes).toMatchObject({ 'media.error.component': 'download', 'session.id': 's' });
    expect(event.spanContext?.spanId).toBe(
      (await spanOf(sink, 'media.download.attempt')).spanContext().spanId,
    );
  });

  it('takes the category that the application knows', async () => {
    reportError(new Error('x'), { category: 'database' });
    expect((await eventOf(sink, 'media.error')).attributes['media.error.category']).toBe('database');
  });

  it.each([
    [undefined],
    [null],
    ['text'],
    [Symbol('s')],
    [Object.create(null)],
    [
      new Proxy(
        {},
        {
          get: () => {
            throw new Error('no');
          },
        },
      ),
    ],
  ])('takes anything that can be thrown', async (thrown) => {
    expect(() => reportError(thrown)).not.toThrow();
    expect(await eventOf(sink, 'media.error')).toBeDefined();
  });

  it('has the same fingerprint for the same error at the same place, whatever its numbers', async () => {
    const make = (id: number) => new Error(`file ${id} of 4bf92f3577b34da6 is gone`);
    reportError(make(1));
    reportError(make(22));
    reportError(new Error('another'));
    const prints = (await sink.logs()).map(({ attributes }) => attributes['media.error.fingerprint']);
    expect(prints[0]).toBe(prints[1]);
    expect(prints[0]).not.toBe(prints[2]);
  });

  it('has its context as JSON, redacted, whatever it holds', async () => {
    const context: Record<string, unknown> = {
      count: 10n,
      url: 'https://h/?k=planted',
      cookie: 'SID=planted',
    };
    context.self = context;
    reportError(new Error('at /home/planted/x with SID=planted'), { context });
    const { attributes } = await eventOf(sink, 'media.error');
    expect(attributes['media.error.context']).toContain('"count":"10"');
    expect(attributes['media.error.context']).toContain('[circular]');
    expect(await everything(sink)).not.toContain('planted');
  });

  it('still reports where the context cannot be written as JSON', async () => {
    const context = {
      get bad(): string {
        throw new Error('no');
      },
    };
    expect(() => reportError(new Error('x'), { context })).not.toThrow();
  });
});
