import { trace } from '@opentelemetry/api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { download } from '../../../src/media/download/download.ts';
import { reportError, resolveError } from '../../../src/media/error/report_error.ts';
import { session } from '../../../src/media/session/session.ts';
import { startTestSink, type TestSink } from '../../../src/testing.ts';
import { eventOf, everything, pointsOf, spanOf } from '../signals.ts';

let sink: TestSink;
beforeEach(() => {
  sink = startTestSink({ hashKey: 'a key of the tests' });
});
afterEach(() => sink.shutdown());

describe('reportError', () => {
  it('keeps to the severities and categories that there are', async () => {
    reportError(new Error('x'), { severity: 'bad' as never, category: 'nope' as never });
    const event = await eventOf(sink, 'media.error');
    expect(event.attributes['media.error.severity']).toBe('error');
    expect(event.attributes['media.error.category']).not.toBe('nope');
  });

  it('makes an event and counts, with the same words', async () => {
    reportError(new TypeError('HTTP Error 429: Too Many Requests'), { component: 'downloader' });
    const event = await eventOf(sink, 'media.error');
    const counted = {
      'media.error.component': 'downloader',
      'media.error.severity': 'error',
      'media.error.category': expect.any(String),
      'error.type': 'rate_limited',
    };
    expect(event).toMatchObject({
      severityText: 'ERROR',
      body: 'downloader: rate_limited: HTTP Error 429: Too Many Requests',
    });
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

  it('belongs to the user of the session around it, by a hash', async () => {
    await session({ id: 's', userId: 'planted-user' }, async () => {
      reportError(new Error('x'));
      await download({}, () => {});
    });
    const event = await eventOf(sink, 'media.error');
    expect(event.attributes['user.id']).toMatch(/^hmac:[0-9a-f]{16}$/);
    const ended = await eventOf(sink, 'media.download.attempt.ended');
    expect(ended.attributes['user.id']).toBe(event.attributes['user.id']);
    expect(JSON.stringify(event.attributes)).not.toContain('planted-user');
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

  it('takes a context that is huge, deep, frozen or a trap, and stays small', async () => {
    const deep: Record<string, unknown> = {};
    let at = deep;
    for (let level = 0; level < 1000; level += 1) at = at.next = {} as Record<string, unknown>;
    const traps = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('no');
        },
      },
    );
    const huge = Array.from({ length: 1_000_000 }, (_, index) => index);
    const context = Object.freeze({
      deep,
      huge,
      traps,
      text: 'x'.repeat(1_000_000),
      authorization: 'Basic planted',
    });
    expect(reportError(Object.freeze(new Error('x')), { context })).toBeDefined();
    const { attributes } = await eventOf(sink, 'media.error');
    expect(String(attributes['media.error.context']).length).toBeLessThan(2000);
    expect(await everything(sink)).not.toContain('planted');
  });

  it('belongs to the session and the play it is told', async () => {
    reportError(new Error('x'), { sessionId: 'my-session', playId: 'my-play' });
    expect((await eventOf(sink, 'media.error')).attributes).toMatchObject({
      'session.id': 'my-session',
      'media.play.id': 'my-play',
    });
  });

  it('gives back its fingerprint, the application’s own if it gave one', async () => {
    const made = reportError(new Error('x'));
    const own = reportError(new Error('y'), { fingerprint: 'encoder-stuck' });
    const prints = (await sink.logs()).map(({ attributes }) => attributes['media.error.fingerprint']);
    expect(prints).toEqual([made, own]);
    expect(own).toBe('encoder-stuck');
  });

  it('does nothing where errors are switched off', async () => {
    await sink.shutdown();
    sink = startTestSink({ trackers: { errors: false } });
    expect(reportError(new Error('x'))).toBeUndefined();
    expect(resolveError('x')).toBeUndefined();
    expect(await sink.logs()).toEqual([]);
    expect(await pointsOf(sink, 'media.errors')).toEqual([]);
  });
});

describe('resolveError', () => {
  it.each([
    ['the fingerprint', (_error: Error, print: string | undefined) => print],
    ['the error itself', (error: Error) => error],
  ])('by %s makes an event with the same fingerprint', async (_name, what) => {
    const error = new Error('no connection');
    const print = reportError(error, { component: 'uploader' });
    resolveError(what(error, print), {
      component: 'uploader',
      resolution: 'restarted, SID=planted',
      playId: 'p',
    });
    const event = await eventOf(sink, 'media.error.resolved');
    expect(event).toMatchObject({ severityText: 'INFO', body: 'error resolved' });
    expect(event.attributes).toMatchObject({
      'media.error.fingerprint': print,
      'media.error.component': 'uploader',
      'media.error.resolution': expect.stringContaining('restarted'),
      'media.error.open_time': expect.any(Number),
      'media.play.id': 'p',
    });
    expect(await everything(sink)).not.toContain('planted');
  });

  it('knows an error of another process by its place and shape', async () => {
    const make = (id: number) => new Error(`file ${id} is gone`);
    const print = reportError(make(1), { component: 'c' });
    resolveError(make(2), { component: 'c' });
    expect((await eventOf(sink, 'media.error.resolved')).attributes['media.error.fingerprint']).toBe(print);
  });

  it('says nothing of how long it was open where that is not known, or is told already', async () => {
    const print = reportError(new Error('x'));
    resolveError(print);
    resolveError(print);
    const [, , second] = await sink.logs();
    expect(second?.attributes).not.toHaveProperty('media.error.open_time');
  });

  it('takes anything, and does nothing of undefined', async () => {
    resolveError(undefined);
    expect(await sink.logs()).toEqual([]);
    for (const what of [
      null,
      7,
      Symbol('s'),
      {},
      new Proxy(
        {},
        {
          get: () => {
            throw new Error('no');
          },
        },
      ),
    ])
      expect(() => resolveError(what)).not.toThrow();
  });
});
