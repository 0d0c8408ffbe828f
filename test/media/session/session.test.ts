import { logs as logsApi, trace } from '@opentelemetry/api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { interruptAll } from '../../../src/emit/open_operations.ts';
import { download } from '../../../src/media/download/download.ts';
import { session } from '../../../src/media/session/session.ts';
import { withoutTelemetry } from '../../../src/media/without_telemetry.ts';
import { startTestSink, type TestSink } from '../../../src/testing.ts';
import { eventOf, everything, pointsOf, spanOf } from '../signals.ts';

let sink: TestSink;
beforeEach(() => {
  sink = startTestSink({ hashKey: 'a key of the tests' });
});
afterEach(() => sink.shutdown());

describe('session', () => {
  it('gives back what its work gives back, the very object', async () => {
    const value = { file: 'x' };
    expect(await session({}, () => value)).toBe(value);
    expect(await session({}, async () => value)).toBe(value);
  });

  it.each([[new Error('x')], ['a text'], [undefined], [null], [Object.freeze({ code: 1 })]])(
    'throws what its work throws, the very value: %j',
    async (thrown) => {
      let caught: unknown = 'nothing';
      try {
        await session({}, () => {
          throw thrown;
        });
      } catch (error) {
        caught = error;
      }
      expect(caught).toBe(thrown);
      expect((await spanOf(sink, 'media.session')).attributes['media.session.outcome']).toBe('failure');
    },
  );

  it('describes itself on its span and its two events, which are in its trace', async () => {
    const id = await session(
      {
        id: 'session-1',
        links: ['https://youtu.be/dQw4w9WgXcQ', 'https://planted.example/'],
        clientAddress: '203.0.113.77',
        userAgent: 'planted agent',
        userId: 'planted user',
      },
      (running) => {
        running.downloaded({ title: 'planted title', fileName: 'planted.mp3' });
        return running.id;
      },
    );
    expect(id).toBe('session-1');
    const span = await spanOf(sink, 'media.session');
    const described = {
      'session.id': 'session-1',
      'media.session.link_count': 2,
      'media.session.links': [expect.stringMatching(/^hmac:/), expect.stringMatching(/^hmac:/)],
      'client.address': '203.0.113.0',
      'user_agent.name': 'other',
      'media.visitor.hash': expect.stringMatching(/^hmac:/),
      'user.id': expect.stringMatching(/^hmac:/),
    };
    const ended = {
      'media.session.outcome': 'success',
      'media.session.file_count': 1,
      'media.session.error_count': 0,
      'media.session.has_errors': false,
      'media.session.titles': [expect.stringMatching(/^hmac:/)],
      'media.session.file_names': [expect.stringMatching(/^hmac:/)],
    };
    expect(span.parentSpanContext).toBeUndefined();
    expect(span.status.code).toBe(0);
    expect(span.attributes).toEqual({ ...described, ...ended, 'media.operation': 'session' });
    const started = await eventOf(sink, 'media.session.started');
    expect(started.attributes).toMatchObject(described);
    const end = await eventOf(sink, 'media.session.ended');
    expect(end.attributes).toMatchObject({
      ...described,
      ...ended,
      'media.session.duration': expect.any(Number),
    });
    for (const event of [started, end]) {
      expect(event.spanContext?.spanId).toBe(span.spanContext().spanId);
      expect(event.severityText).toBe('INFO');
    }
    const found = await everything(sink);
    for (const secret of ['planted', 'dQw4w9WgXcQ', '203.0.113.77']) expect(found).not.toContain(secret);
  });

  it('makes up an id of its own, another each time', async () => {
    const ids = [await session({}, ({ id }) => id), await session({}, ({ id }) => id)];
    expect(new Set(ids).size).toBe(2);
  });

  it('is counted, with its links and files', async () => {
    await session({ links: 3 }, (running) => {
      running.downloaded();
      running.downloaded();
      running.failed(new Error('HTTP Error 403: Forbidden'));
    });
    await session({ links: 1 }, async (running) => {
      running.downloaded();
      expect(await pointsOf(sink, 'media.session.active')).toEqual([{ value: 1, attributes: {} }]);
    });
    expect(await pointsOf(sink, 'media.sessions')).toEqual([
      { value: 1, attributes: { 'media.session.outcome': 'partial' } },
      { value: 1, attributes: { 'media.session.outcome': 'success' } },
    ]);
    expect(await pointsOf(sink, 'media.session.links')).toEqual([{ value: 4, attributes: {} }]);
    expect(await pointsOf(sink, 'media.session.files')).toEqual([{ value: 3, attributes: {} }]);
    expect(await pointsOf(sink, 'media.session.active')).toEqual([{ value: 0, attributes: {} }]);
    expect(await pointsOf(sink, 'media.session.duration')).toHaveLength(2);
  });
});

describe('the totals of a session', () => {
  const fine = () =>
    download({ id: 'dQw4w9WgXcQ' }, (attempt) => attempt.downloaded({ bytes: 10, title: 't' }));
  const failing = () =>
    download({ id: 'dQw4w9WgXcQ' }, () => {
      throw new Error('HTTP Error 429: Too Many Requests');
    }).catch(() => {});

  it.each([
    ['success', [fine, fine], 2, 0],
    ['partial', [fine, failing, fine], 2, 1],
    ['failure', [failing, failing], 0, 2],
    ['success', [], 0, 0],
  ])('are those of its downloads: %s', async (outcome, steps, files, errors) => {
    await session({}, async () => {
      for (const step of steps) await step();
    });
    const { attributes, status } = await spanOf(sink, 'media.session');
    expect(attributes).toMatchObject({
      'media.session.outcome': outcome,
      'media.session.file_count': files,
      'media.session.error_count': errors,
      'media.session.has_errors': errors > 0,
    });
    expect(attributes['error.type']).toBe(errors > 0 ? 'rate_limited' : undefined);
    expect(status.code).toBe(outcome === 'failure' ? 2 : 0);
  });

  it('do not count a download’s failure twice when it is thrown on', async () => {
    await session({}, () =>
      download({}, () => {
        throw new Error('HTTP Error 403: Forbidden');
      }),
    ).catch(() => {});
    const { attributes } = await spanOf(sink, 'media.session');
    expect(attributes).toMatchObject({ 'media.session.error_count': 1, 'media.session.outcome': 'failure' });
  });

  it('list no more titles than people read', async () => {
    await session({}, (running) => {
      for (let at = 0; at < 1000; at += 1) running.downloaded({ title: `t${at}`, fileName: `f${at}` });
    });
    const { attributes } = await spanOf(sink, 'media.session');
    expect(attributes['media.session.file_count']).toBe(1000);
    expect(attributes['media.session.titles']).toHaveLength(100);
    expect(attributes['media.session.file_names']).toHaveLength(100);
  });

  it('of sessions side by side are apart', async () => {
    await Promise.all([
      session({ id: 'one' }, async () => {
        await fine();
        await fine();
      }),
      session({ id: 'two' }, failing),
    ]);
    const byId = Object.fromEntries(
      (await sink.spans())
        .filter(({ name }) => name === 'media.session')
        .map(({ attributes }) => [attributes['session.id'], attributes['media.session.file_count']]),
    );
    expect(byId).toEqual({ one: 2, two: 0 });
  });
});

describe('what is made inside a session', () => {
  it('belongs to its trace and is stamped with it, whoever made it', async () => {
    await session({ id: 'session-2' }, async () => {
      await download({}, () => {
        trace.getTracer('theirs').startSpan('theirs').end();
        logsApi.getLogger('theirs').emit({ body: 'their log' });
      });
    });
    trace.getTracer('theirs').startSpan('outside').end();
    const [root, attempt, theirs, outside] = await Promise.all(
      ['media.session', 'media.download.attempt', 'theirs', 'outside'].map((name) => spanOf(sink, name)),
    );
    expect(attempt?.parentSpanContext?.spanId).toBe(root?.spanContext().spanId);
    expect(theirs?.parentSpanContext?.spanId).toBe(attempt?.spanContext().spanId);
    expect(theirs?.attributes).toEqual({ 'media.operation': 'download', 'session.id': 'session-2' });
    expect(outside?.attributes).toEqual({});
    const log = (await sink.logs()).find(({ body }) => body === 'their log');
    expect(log?.attributes).toEqual({ 'media.operation': 'download', 'session.id': 'session-2' });
    expect(log?.spanContext?.spanId).toBe(attempt?.spanContext().spanId);
  });
});

describe('a session that is interrupted', () => {
  it('ends as such, once, with what is open in it, innermost first; the application’s value stays', async () => {
    let go = (_: string) => {};
    const running = session({ id: 's' }, () =>
      download({ id: 'dQw4w9WgXcQ' }, () => new Promise<string>((resolve) => (go = resolve))),
    );
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(interruptAll()).toBe(2);
    expect(interruptAll()).toBe(0);
    expect((await sink.spans()).map(({ name }) => name)).toEqual(['media.download.attempt', 'media.session']);
    go('value');
    expect(await running).toBe('value');
    expect(await sink.spans()).toHaveLength(2);
    expect((await spanOf(sink, 'media.session')).attributes['media.session.outcome']).toBe('interrupted');
    expect((await spanOf(sink, 'media.download.attempt')).attributes['media.download.outcome']).toBe(
      'interrupted',
    );
    expect(await pointsOf(sink, 'media.session.active')).toEqual([{ value: 0, attributes: {} }]);
    expect(await pointsOf(sink, 'media.download.active')).toEqual([{ value: 0, attributes: {} }]);
  });
});

describe('a helper that is given no function', () => {
  it('says so, with or without telemetry', async () => {
    const missing = undefined as unknown as () => void;
    await expect(session({}, missing)).rejects.toThrow('session(options, work) needs a function to run');
    await expect(session((() => 1) as never, missing)).rejects.toThrow('needs a function to run');
    await expect(download({}, missing)).rejects.toThrow('download(options, work) needs a function to run');
    expect(() => withoutTelemetry(missing)).toThrow('withoutTelemetry(work) needs a function to run');
  });
});
