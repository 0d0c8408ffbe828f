import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { interruptAll } from '../../../src/emit/open_operations.ts';
import { attemptTotals } from '../../../src/media/download/attempt_totals.ts';
import { download } from '../../../src/media/download/download.ts';
import type { Attempt } from '../../../src/media/download/options.ts';
import { startTestSink, type TestSink } from '../../../src/testing.ts';
import { eventOf, everything, pointsOf, spanOf } from '../signals.ts';

const ID = 'dQw4w9WgXcQ';
const NAME = 'media.download.attempt';

let sink: TestSink;
beforeEach(() => {
  sink = startTestSink({ hashKey: 'a key of the tests' });
});
afterEach(() => sink.shutdown());

async function caught(work: () => Promise<unknown>): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    return error;
  }
  return 'nothing was thrown';
}

describe('download', () => {
  it('gives back what its work gives back, the very object', async () => {
    const value = {};
    expect(await download({}, () => value)).toBe(value);
    expect(await download({}, async () => value)).toBe(value);
  });

  it('throws what its work throws, the very object, unchanged', async () => {
    const thrown = Object.freeze(new Error(`ERROR: [youtube] ${ID}: Private video`));
    expect(await caught(() => download({ id: ID }, () => Promise.reject(thrown)))).toBe(thrown);
    const sync = () => {
      throw thrown;
    };
    expect(await caught(() => download({ id: ID }, sync))).toBe(thrown);
  });

  it('describes an attempt that succeeds', async () => {
    const url = `https://www.youtube.com/watch?v=${ID}`;
    await download({ id: ID, url, client: 'android', proxy: true, cookies: true }, (attempt) => {
      attempt.progress(0.25);
      attempt.progress({ bytes: 75, totalBytes: 100 });
      attempt.downloaded({ bytes: 1234.4 });
    });
    const span = await spanOf(sink, NAME);
    const expected = {
      'media.video.id': 'dQw4w9Wg...',
      'media.video.hash': expect.stringMatching(/^hmac:[0-9a-f]{16}$/),
      'server.address': 'www.youtube.com',
      'media.download.client': 'android',
      'media.download.proxy_used': true,
      'media.download.cookies_used': true,
      'media.download.outcome': 'success',
      'media.download.size': 1234,
      'media.download.progress': 0.75,
    };
    expect(span.attributes).toEqual({ ...expected, 'media.operation': 'download' });
    expect(span.status.code).toBe(0);
    const ended = await eventOf(sink, `${NAME}.ended`);
    expect(ended.attributes).toMatchObject({ ...expected, 'media.download.duration': expect.any(Number) });
    expect(ended).toMatchObject({ severityText: 'INFO', body: 'download attempt ended: success' });
    expect(ended.spanContext?.traceId).toBe(span.spanContext().traceId);
    expect((await eventOf(sink, `${NAME}.started`)).spanContext?.spanId).toBe(span.spanContext().spanId);
  });

  it('describes an attempt that fails', async () => {
    await caught(() => download({ id: ID }, () => Promise.reject(new Error('HTTP Error 403: Forbidden'))));
    const span = await spanOf(sink, NAME);
    expect(span.attributes).toMatchObject({
      'media.download.outcome': 'failure',
      'media.download.client': 'unknown',
      'error.type': expect.any(String),
      'media.error.category': expect.any(String),
      'error.message': 'HTTP Error 403: Forbidden',
    });
    expect(span.status).toEqual({ code: 2, message: span.attributes['error.type'] });
    expect((await eventOf(sink, `${NAME}.ended`)).severityText).toBe('ERROR');
  });

  it('takes a failure that is told and not thrown', async () => {
    const value = await download({}, (attempt) => {
      attempt.failed(new Error('HTTP Error 429: Too Many Requests'));
      return 'a value';
    });
    expect(value).toBe('a value');
    expect((await spanOf(sink, NAME)).attributes).toMatchObject({
      'media.download.outcome': 'failure',
      'error.type': 'rate_limited',
    });
  });

  it.each([[Number.NaN], [-1], [2], [Number.POSITIVE_INFINITY]])('takes no progress of %d', async (ratio) => {
    await download({}, (attempt) => {
      attempt.progress(0.5);
      attempt.progress(ratio);
      attempt.progress({ bytes: ratio, totalBytes: 0 });
      attempt.downloaded({ bytes: Number.NaN });
    });
    const { attributes } = await spanOf(sink, NAME);
    expect(attributes['media.download.progress']).toBe(0.5);
    expect(attributes).not.toHaveProperty('media.download.size');
  });

  it.each([['not a url'], [''], [new URL('https://h.example:8080/x')]])('takes any URL: %j', async (url) => {
    await download({ url }, () => {});
    const { attributes } = await spanOf(sink, NAME);
    expect(attributes['server.address']).toBe(url instanceof URL ? 'h.example' : undefined);
  });

  it('is counted by outcome, client, proxy and cookies, and never by what is watched', async () => {
    await download({ id: ID, client: 'tv' }, async (attempt) => {
      attempt.downloaded({ bytes: 10, title: 'planted' });
      expect(await pointsOf(sink, 'media.download.active')).toEqual([{ value: 1, attributes: {} }]);
    });
    await caught(() => download({ id: ID, client: 'tv' }, () => Promise.reject(new Error('HTTP Error 429'))));
    const tv = {
      'media.download.client': 'tv',
      'media.download.proxy_used': false,
      'media.download.cookies_used': false,
    };
    const failed = { 'error.type': 'rate_limited', 'media.error.category': expect.any(String) };
    expect(await pointsOf(sink, 'media.download.attempts')).toEqual([
      { value: 1, attributes: { ...tv, 'media.download.outcome': 'success' } },
      { value: 1, attributes: { ...tv, 'media.download.outcome': 'failure', ...failed } },
    ]);
    expect(await pointsOf(sink, 'media.download.attempt.duration')).toHaveLength(2);
    expect(await pointsOf(sink, 'media.download.size')).toEqual([
      { value: 1, attributes: { 'media.download.client': 'tv' } },
    ]);
    expect(await pointsOf(sink, 'media.download.active')).toEqual([{ value: 0, attributes: {} }]);
  });
});

describe('a video id', () => {
  it.each([[ID], ['12345678'], ['BV1xx411c7mD'], ['7251234567890123456']])(
    'leaves whole nowhere: %s',
    async (id) => {
      const message = `ERROR: [site] ${id}: gone; see https://site.example/watch?v=${id} or /tmp/a/${id}.mp4 (${id})`;
      await caught(() =>
        download({ id, url: `https://site.example/${id}` }, async (attempt) => {
          await caught(() => attempt.step('primary', () => Promise.reject(new Error(message))));
          await attempt.step('fallback', () => Promise.reject(new Error(message)));
        }),
      );
      expect(await everything(sink)).not.toContain(id);
    },
  );

  it('has the same hash in every attempt, and another id another', async () => {
    await download({ id: ID }, () => {});
    await download({ id: ID }, () => {});
    await download({ id: 'another-one' }, () => {});
    const hashes = (await sink.spans()).map(({ attributes }) => attributes['media.video.hash']);
    expect(hashes[0]).toBe(hashes[1]);
    expect(hashes[0]).not.toBe(hashes[2]);
  });
});

describe('the steps of an attempt', () => {
  it('are spans of its own, with what each does', async () => {
    const value = {};
    const got = await download({ client: 'web' }, async (attempt) => {
      await caught(() => attempt.step('primary', () => Promise.reject(new Error('HTTP Error 429'))));
      return attempt.step('fallback', { client: 'android', proxy: true }, () => value);
    });
    expect(got).toBe(value);
    const attempt = await spanOf(sink, NAME);
    const primary = await spanOf(sink, 'media.download.step primary');
    const fallback = await spanOf(sink, 'media.download.step fallback');
    for (const step of [primary, fallback]) {
      expect(step.parentSpanContext?.spanId).toBe(attempt.spanContext().spanId);
    }
    expect(primary.attributes).toMatchObject({
      'media.download.client': 'web',
      'error.type': 'rate_limited',
    });
    expect(primary.status.code).toBe(2);
    expect(fallback.attributes).toMatchObject({
      'media.download.client': 'android',
      'media.download.proxy_used': true,
    });
    expect(attempt.attributes).toMatchObject({
      'media.download.outcome': 'success',
      'media.download.client': 'android',
      'media.download.primary_error': 'HTTP Error 429',
    });
    expect(attempt.attributes).not.toHaveProperty('error.message');
    expect(await pointsOf(sink, 'media.download.step.failures')).toEqual([
      {
        value: 1,
        attributes: expect.objectContaining({
          'media.download.step': 'primary',
          'error.type': 'rate_limited',
        }),
      },
    ]);
  });

  it('throw what their work throws; an attempt whose steps all failed has all messages', async () => {
    const last = new Error('Connection timed out');
    const thrown = await caught(() =>
      download({}, async (attempt) => {
        await caught(() => attempt.step('primary', () => Promise.reject(new Error('HTTP Error 429'))));
        await attempt.step('fallback', () => Promise.reject(last));
      }),
    );
    expect(thrown).toBe(last);
    expect((await spanOf(sink, NAME)).attributes).toMatchObject({
      'error.message': 'primary: HTTP Error 429; fallback: Connection timed out',
      'media.download.primary_error': 'HTTP Error 429',
      'media.download.fallback_error': 'Connection timed out',
    });
  });
});

describe('an attempt that is interrupted', () => {
  it('ends as such and once, and says nothing of success or failure', async () => {
    const before = attemptTotals().total;
    let go = () => {};
    const running = download({ client: 'web' }, (attempt) => {
      attempt.progress(0.4);
      return new Promise<void>((resolve) => {
        go = resolve;
      });
    });
    expect(interruptAll()).toBe(1);
    go();
    await running;
    const span = await spanOf(sink, NAME);
    expect(span.attributes).toMatchObject({
      'media.download.outcome': 'interrupted',
      'media.download.progress': 0.4,
    });
    expect(span.status.code).toBe(0);
    expect((await eventOf(sink, `${NAME}.ended`)).severityText).toBe('WARN');
    expect(attemptTotals().total).toBe(before);
  });
});

describe('cookies of a download', () => {
  it.each<[string, boolean | string, () => void, { [result: string]: number }]>([
    ['are accepted where it succeeds', true, () => {}, { accepted: 1 }],
    ['are accepted by the name of their file too', '/planted/c.txt', () => {}, { accepted: 1 }],
    [
      'are rejected where the site says so',
      true,
      () => {
        throw new Error('The provided YouTube account cookies are no longer valid');
      },
      { rejected: 1 },
    ],
    [
      'are neither where it fails for another reason',
      true,
      () => {
        throw new Error('HTTP Error 429: Too Many Requests');
      },
      {},
    ],
    ['are not spoken of where none are used', false, () => {}, {}],
  ])('%s', async (_name, cookies, work, expected) => {
    await caught(() => download({ cookies }, work));
    const points = await pointsOf(sink, 'media.cookies.results');
    const found = Object.fromEntries(
      points.map(({ value, attributes }) => [attributes['media.cookies.result'], value]),
    );
    expect(found).toEqual(expected);
    expect(await everything(sink)).not.toContain('planted');
  });
});

describe('10,000 attempts', () => {
  it('leave nothing behind in the process', async () => {
    await sink.shutdown();
    sink = startTestSink({ traces: false, logs: false, metrics: true });
    const work = async (attempt: Attempt) => attempt.downloaded({ bytes: 1 });
    const many = async (count: number) => {
      for (let at = 0; at < count; at += 1) {
        await download({ id: `id-${at}`, cookies: `cookies-${at}.txt` }, work);
      }
    };
    await many(10_000);
    expect(interruptAll()).toBe(0);
    expect(await pointsOf(sink, 'media.download.attempts')).toHaveLength(1);
    expect(await pointsOf(sink, 'media.download.active')).toEqual([{ value: 0, attributes: {} }]);
  });
});
