import { setTimeout as sleep } from 'node:timers/promises';
import { trace } from '@opentelemetry/api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { interruptAll } from '../../../src/emit/open_operations.ts';
import { reportError } from '../../../src/media/error/report_error.ts';
import type { PlayEndReason } from '../../../src/media/play/options.ts';
import { play } from '../../../src/media/play/play.ts';
import { session } from '../../../src/media/session/session.ts';
import { thresholds } from '../../../src/registry/thresholds.ts';
import { startTestSink, type TestSink } from '../../../src/testing.ts';
import { eventOf, everything, pointsOf, spanOf } from '../signals.ts';

let sink: TestSink;
let station = '';
let count = 0;
beforeEach(() => {
  sink = startTestSink({ hashKey: 'a key of the tests' });
  // Stations are remembered for the life of the process, so each test has its own.
  count += 1;
  station = `station-${count}`;
});
afterEach(() => sink.shutdown());

const TRACK = { artist: 'Planted  Artist', title: 'Planted Title', expectedDuration: 100 };
const values = async (name: string): Promise<unknown> =>
  (await pointsOf(sink, name)).filter(({ attributes }) => attributes['media.play.station'] === station);
const events = async () => (await sink.logs()).map(({ eventName }) => eventName);

describe('play', () => {
  it('has an id, which what went wrong in it carries too', async () => {
    const now = play({ station });
    now.error(new Error('no'));
    now.run(() => reportError(new Error('of the work inside')));
    now.end();
    const ids = [...(await sink.logs()), ...(await sink.spans())].flatMap(
      ({ attributes }) => attributes['media.play.id'] ?? [],
    );
    expect(now.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(ids).toEqual(Array(5).fill(now.id));
  });

  it('describes itself on its span and events, which are in its trace', async () => {
    const now = play({
      station,
      ...TRACK,
      album: 'Planted Album',
      songId: 'planted-song-id',
      file: '/planted/folder/planted.mp3?token=planted',
      pid: 4242,
      metadata: { playlist: 'harmless', cookie: 'SID=planted' },
    });
    now.end();
    const span = await spanOf(sink, 'media.play');
    const hashed = expect.stringMatching(/^hmac:/);
    const described = {
      'media.play.station': station,
      'media.play.artist': hashed,
      'media.play.title': hashed,
      'media.play.album': hashed,
      'media.play.track_key': hashed,
      'media.play.song_id': hashed,
      'media.play.file_name': hashed,
      'media.play.expected_duration': 100,
      'process.pid': 4242,
    };
    const ended = {
      'media.play.outcome': 'success',
      'media.play.end_reason': 'finished',
      'media.play.has_errors': false,
      'media.play.error_count': 0,
      'media.play.stall_count': 0,
      'media.play.stall_duration': 0,
      'media.play.duration': expect.any(Number),
      'media.play.completion': expect.any(Number),
    };
    expect(span.attributes).toMatchObject({ ...described, ...ended, 'media.operation': 'play' });
    expect(span.attributes['media.play.metadata']).toMatch(/"playlist":"harmless"/);
    expect(span.status.code).toBe(0);
    const started = await eventOf(sink, 'media.play.started');
    const end = await eventOf(sink, 'media.play.ended');
    expect(started.attributes).toMatchObject(described);
    expect(end.attributes).toMatchObject({ ...described, ...ended });
    for (const event of [started, end]) {
      expect(event.spanContext?.spanId).toBe(span.spanContext().spanId);
      expect(event.severityText).toBe('INFO');
    }
    const found = (await everything(sink)).toLowerCase();
    expect(found).not.toContain('planted');
  });

  it('has the same track key for every writing of a track', async () => {
    play({ station, artist: 'Björk', title: ' Jóga\t(Live)' }).end();
    play({ station, artist: 'BJÖRK ', title: 'jóga (live)' }).end();
    const keys = (await sink.spans()).map(({ attributes }) => attributes['media.play.track_key']);
    expect(keys[0]).toMatch(/^hmac:/);
    expect(keys[1]).toBe(keys[0]);
  });

  it('leaves its start at once, while it goes on, and is active', async () => {
    const now = play({ station, ...TRACK });
    expect(await events()).toEqual(['media.play.started']);
    expect(await sink.spans()).toEqual([]);
    expect(await values('media.play.active')).toMatchObject([{ value: 1 }]);
    expect(await values('media.play.attempts')).toMatchObject([{ value: 1 }]);
    now.end();
    expect(await values('media.play.active')).toMatchObject([{ value: 0 }]);
  });

  it('counts the time played while it plays, and goes on from there', async () => {
    const time = async () => ((await values('media.play.time')) as { value: number }[])[0]?.value ?? 0;
    const began = performance.now();
    const now = play({ station });
    await sleep(30);
    const first = await time();
    expect(first).toBeGreaterThan(0.02);
    await sleep(30);
    expect(await time()).toBeGreaterThan(first);
    now.end();
    const atEnd = await time();
    const most = (performance.now() - began) / 1000;
    await sleep(20);
    expect(await time()).toBe(atEnd);
    play({ station }).end();
    expect(await time()).toBeGreaterThanOrEqual(atEnd);
    expect(atEnd).toBeLessThanOrEqual(most);
  });

  it.each<[string, PlayEndReason | undefined, boolean, 'none' | 'error' | 'recovered', number]>([
    ['success', undefined, true, 'none', 0],
    ['success', 'skipped', true, 'none', 0],
    ['success', undefined, true, 'recovered', 0],
    ['failure', undefined, true, 'error', 2],
    ['failure', 'error', true, 'none', 2],
    ['start_failure', undefined, false, 'error', 2],
    ['start_failure', 'error', false, 'none', 2],
    ['exit_before_start', undefined, false, 'none', 0],
    ['exit_before_start', 'stopped', false, 'recovered', 0],
    ['interrupted', 'interrupted', true, 'error', 0],
  ])('ends as %s: reason %s, started %s, %s', async (outcome, reason, starts, error, status) => {
    const now = play({ station, attempt: true });
    if (starts) now.started();
    if (error !== 'none') {
      now.error(new Error('HTTP Error 403: Forbidden'), { recovered: error === 'recovered' });
    }
    now.end(reason);
    const span = await spanOf(sink, 'media.play');
    expect(span.attributes['media.play.outcome']).toBe(outcome);
    expect(span.attributes['media.play.error_count']).toBe(error === 'none' ? 0 : 1);
    if (error !== 'error') expect(span.status.code).toBe(status);
    expect(await events()).toEqual([
      'media.play.attempted',
      ...(starts ? ['media.play.started'] : []),
      ...(error === 'none' ? [] : ['media.error']),
      'media.play.ended',
    ]);
    const failed = outcome === 'failure' || outcome === 'start_failure';
    const attributes = {
      'media.play.station': station,
      'media.play.outcome': outcome,
      'media.play.has_errors': error !== 'none' || failed,
      ...(failed && { 'error.type': error === 'none' ? 'unknown' : 'forbidden' }),
    };
    expect(await values('media.plays')).toEqual([{ value: 1, attributes }]);
    if (!starts) expect(await values('media.play.gap.duration')).toEqual([]);
  });

  it('reports its errors in its trace, and counts them', async () => {
    const now = play({ station });
    now.error(new Error('connect ECONNREFUSED 127.0.0.1:1935'));
    now.error('a text', { recovered: true });
    now.end();
    const span = await spanOf(sink, 'media.play');
    expect(span.attributes).toMatchObject({
      'media.play.error_count': 2,
      'media.play.has_errors': true,
      'error.type': 'connection_refused',
      'error.message': expect.stringContaining('ECONNREFUSED'),
    });
    const reported = (await sink.logs()).filter(({ eventName }) => eventName === 'media.error');
    expect(reported.map(({ severityText }) => severityText)).toEqual(['ERROR', 'WARN']);
    for (const { spanContext } of reported) expect(spanContext?.spanId).toBe(span.spanContext().spanId);
    expect(await values('media.play.errors')).toHaveLength(2);
  });

  it('tells the time to the start, and stalls', async () => {
    const now = play({ station, attempt: true, expectedDuration: 10 });
    await sleep(10);
    now.started();
    now.started();
    now.stall(0.5);
    now.stall(0.25);
    for (const nonsense of [Number.NaN, -1, Number.POSITIVE_INFINITY]) now.stall(nonsense);
    now.end();
    const { attributes } = await spanOf(sink, 'media.play');
    expect(attributes).toMatchObject({ 'media.play.stall_count': 2, 'media.play.stall_duration': 0.75 });
    expect(attributes['media.play.startup_duration']).toBeGreaterThan(0.005);
    // It stalled for longer than it played.
    expect(attributes['media.play.completion']).toBe(0);
    expect(await values('media.play.stall.duration')).toMatchObject([{ value: 2 }]);
    expect(await values('media.play.startup.duration')).toMatchObject([{ value: 1 }]);
  });

  it('counts what it had played before it was told of for its completion, not as time played', async () => {
    play({ station, expectedDuration: 100, elapsed: 90 }).end();
    const { attributes } = await spanOf(sink, 'media.play');
    expect(attributes['media.play.completion']).toBeCloseTo(0.9, 2);
    expect(attributes['media.play.duration']).toBeCloseTo(90, 0);
    const [time] = (await values('media.play.time')) as { value: number }[];
    expect(time?.value).toBeLessThan(1);
  });

  it('learns while it plays', async () => {
    const now = play({ station });
    now.update({ artist: 'A', title: 'T', expectedDuration: 5 });
    now.update({ expectedDuration: Number.NaN });
    now.end();
    const { attributes } = await spanOf(sink, 'media.play');
    expect(attributes['media.play.track_key']).toMatch(/^hmac:/);
    expect(attributes['media.play.expected_duration']).toBe(5);
  });

  it('ends with its block, and only once', async () => {
    {
      using _now = play({ station });
    }
    {
      await using now = play({ station });
      now.end('skipped');
      now.end('error');
    }
    const reasons = (await sink.spans()).map(({ attributes }) => attributes['media.play.end_reason']);
    expect(reasons).toEqual(['finished', 'skipped']);
    expect(await values('media.play.active')).toMatchObject([{ value: 0 }]);
  });

  it('is where what is made inside belongs', async () => {
    const now = play({ station });
    const value = {};
    expect(now.run(() => value)).toBe(value);
    expect(() =>
      now.run(() => {
        throw value;
      }),
    ).toThrow();
    now.run(() => trace.getTracer('theirs').startSpan('theirs').end());
    now.end();
    const [theirs, own] = [await spanOf(sink, 'theirs'), await spanOf(sink, 'media.play')];
    expect(theirs.parentSpanContext?.spanId).toBe(own.spanContext().spanId);
    expect(theirs.attributes['media.operation']).toBe('play');
  });

  it('is linked to what made its file', async () => {
    const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
    for (const madeBy of [traceparent, 'planted', `00-${'0'.repeat(32)}-${'b'.repeat(16)}-01`, 7 as never]) {
      play({ station, madeBy }).end();
    }
    const links = (await sink.spans()).map((span) => span.links.map(({ context }) => context.traceId));
    expect(links).toEqual([['a'.repeat(32)], [], [], []]);
  });

  it('belongs to the session that it begins in', async () => {
    await session({ id: 's' }, () => {
      const now = play({ station });
      now.error(new Error('x'));
      now.end();
    });
    expect((await spanOf(sink, 'media.play')).attributes['session.id']).toBe('s');
    expect((await spanOf(sink, 'media.session')).attributes['media.session.error_count']).toBe(1);
  });

  it('is interrupted with the process', async () => {
    const now = play({ station });
    expect(interruptAll()).toBe(1);
    now.end();
    const { attributes, status } = await spanOf(sink, 'media.play');
    expect(attributes).toMatchObject({ 'media.play.outcome': 'interrupted' });
    expect(status.code).toBe(0);
  });
});

describe('a station', () => {
  it('plays one thing at a time', async () => {
    const first = play({ station });
    play({ station: `${station}-other` }).end();
    const second = play({ station });
    first.end('skipped');
    second.end();
    const found = (await sink.spans())
      .filter(({ attributes }) => attributes['media.play.station'] === station)
      .map(({ attributes }) => attributes['media.play.end_reason']);
    expect(found).toEqual(['replaced', 'finished']);
    expect(await values('media.play.active')).toMatchObject([{ value: 0 }]);
  });

  it('has a silence, which is measured when it ends, and shown while it lasts', async () => {
    const silence = async () => ((await values('media.play.silence')) as { value: number }[])[0]?.value;
    play({ station }).end();
    await sleep(30);
    expect(await silence()).toBeGreaterThan(0.02);
    const next = play({ station });
    expect(await silence()).toBe(0);
    next.end('stopped');
    await sleep(5);
    expect(await silence()).toBe(0);
    play({ station }).end();
    const gaps = (await sink.spans()).map(({ attributes }) => attributes['media.play.gap']);
    expect(gaps).toEqual([undefined, expect.any(Number), undefined]);
    expect(gaps[1]).toBeGreaterThan(0.02);
    expect(await values('media.play.gap.duration')).toMatchObject([{ value: 1 }]);
  });

  it('says at WARN that it was silent for long', async () => {
    const { now } = performance;
    play({ station }).end();
    performance.now = () => now.call(performance) + thresholds.deadAirSeconds * 1000;
    try {
      play({ station }).end();
    } finally {
      performance.now = now;
    }
    const started = (await sink.logs()).filter(({ eventName }) => eventName === 'media.play.started');
    expect(started.map(({ severityText, body }) => [severityText, body])).toEqual([
      ['INFO', 'play started'],
      ['WARN', 'play started, after dead air'],
    ]);
  });

  it('shows how far its play has gone beyond what was expected', async () => {
    const now = play({ station, expectedDuration: 10, elapsed: 60 });
    const [overrun] = (await values('media.play.overrun')) as { value: number }[];
    expect(overrun?.value).toBeCloseTo(50, 0);
    now.end();
    expect(await values('media.play.overrun')).toMatchObject([{ value: 0 }]);
  });

  it('may be none: then plays run beside each other, and leave no silence', async () => {
    const some = [play({ station: null }), play({ station: null }), play({ station: null })];
    for (const one of some) one.end();
    const spans = await sink.spans();
    expect(spans.map(({ attributes }) => attributes['media.play.end_reason'])).toEqual(
      Array.from({ length: 3 }, () => 'finished'),
    );
    expect(spans.map(({ attributes }) => attributes['media.play.gap'])).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('what a player reports (CMCD)', () => {
  it('is taken over', async () => {
    const now = play({ station, attempt: true, cmcd: { msd: 750, br: [128, 64], bl: '2100', sta: 's' } });
    now.update({ cmcd: { sta: 'p' } });
    now.update({ cmcd: { bsd: [{ value: 400, params: {} }, '100'], bsda: 500, br: { value: 320 } } });
    now.update({ cmcd: { bsda: 750, msd: 900 } });
    now.update({ cmcd: { sta: 'e' } });
    const { attributes } = await spanOf(sink, 'media.play');
    expect(attributes).toMatchObject({
      'media.play.startup_duration': 0.75,
      'media.play.bitrate': 320_000,
      'media.play.buffer_length': 2.1,
      'media.play.stall_count': 3,
      'media.play.end_reason': 'finished',
      'media.play.outcome': 'success',
    });
    expect(attributes['media.play.stall_duration']).toBeCloseTo(0.75, 5);
    expect(await values('media.play.startup.duration')).toMatchObject([{ value: 1 }]);
  });

  it.each([
    [{ sta: 'f', ec: ['MEDIA_ERR_DECODE'] }, 'start_failure', 1],
    [{ sta: 'q' }, 'exit_before_start', 0],
  ])('%j ends it as %s', async (cmcd, outcome, errors) => {
    play({ station, attempt: true, cmcd });
    const { attributes } = await spanOf(sink, 'media.play');
    expect(attributes).toMatchObject({ 'media.play.outcome': outcome, 'media.play.error_count': errors });
  });

  it.each([[{ msd: -1, br: 'x', bl: null, bsd: {}, sta: 7, ec: [{}] }], [{}], ['text'], [null], [[]]])(
    'is left out where it makes no sense: %j',
    async (cmcd) => {
      play({ station, cmcd: cmcd as never }).end();
      const { attributes } = await spanOf(sink, 'media.play');
      expect(attributes['media.play.stall_count']).toBe(0);
      expect(attributes['media.play.bitrate']).toBeUndefined();
    },
  );
});

describe('a play that is described badly', () => {
  const cyclic: Record<string, unknown> = { deep: { deep: { deep: { deep: { deep: { deep: 'x' } } } } } };
  cyclic.self = cyclic;
  const thrower = {
    get now(): never {
      throw new Error('planted');
    },
    fine: 1,
  };
  it.each<[string, unknown]>([
    ['metadata that refer to themselves', { metadata: cyclic }],
    ['metadata that throw', { metadata: thrower }],
    [
      'metadata that are huge',
      { metadata: { list: new Array(1e6).fill('x'.repeat(50)), text: 'x'.repeat(1e7) } },
    ],
    ['metadata that are frozen', Object.freeze({ metadata: Object.freeze({ a: Object.freeze([1]) }) })],
    ['metadata of odd types', { metadata: { a: 1n, b: Symbol('x'), c: () => {}, d: new Date(Number.NaN) } }],
    ['metadata that are none', { metadata: 'text' }],
    ['texts that are none', { artist: {}, title: 7, album: [], songId: null, file: Symbol('x') }],
    ['long texts', { artist: 'x'.repeat(1e6), title: 'x'.repeat(1e6), file: 'x'.repeat(1e6) }],
    ['numbers that are none', { expectedDuration: 'long', pid: 1.5, elapsed: {} }],
  ])('%s: is a play all the same', async (_name, options) => {
    const now = play({ station, ...(options as object) });
    now.update(options as object);
    now.end();
    const { attributes } = await spanOf(sink, 'media.play');
    expect(attributes['media.play.outcome']).toBe('success');
    for (const value of Object.values(attributes)) expect(String(value).length).toBeLessThanOrEqual(1024 + 3);
  });

  it('does not tell half of a secret where it is cut', async () => {
    await sink.shutdown();
    sink = startTestSink({ content: 'keep' });
    const secret = 'Bearer planted'.padEnd(60, 'x');
    for (const length of [1000, 1010, 1020]) {
      const text = `${'a '.repeat(length / 2)}${secret}`;
      play({ station: `${'s '.repeat(46)}${secret}`, title: text, metadata: { text } }).end();
    }
    expect(await everything(sink)).not.toContain('planted');
  });

  it('whose options throw is none, and nothing is thrown', async () => {
    const options = {
      get title(): never {
        throw new Error('planted');
      },
    };
    const now = play(options);
    now.update(options);
    now.error(new Error('x'));
    expect(now.run(() => 7)).toBe(7);
    now.end();
    const fine = play({ station });
    fine.update(options);
    fine.end();
    expect(await sink.spans()).toHaveLength(1);
  });

  it('takes errors that throw when looked at', async () => {
    const now = play({ station });
    now.error(
      new Proxy(new Error('x'), {
        get() {
          throw new Error('planted');
        },
      }),
    );
    now.end('nonsense' as never);
    expect((await spanOf(sink, 'media.play')).attributes['media.play.end_reason']).toBe('finished');
  });

  it('does not grow without end', async () => {
    const names = Array.from({ length: 500 }, (_, at) => `made-up-${at}`);
    for (const name of names) play({ station: name }).end();
    const points = await pointsOf(sink, 'media.play.time');
    expect(points.length).toBeLessThanOrEqual(102);
    expect(points.some(({ attributes }) => attributes['media.play.station'] === 'other')).toBe(true);
    // A station that is called so is one of those: else one series would be told twice.
    const began = points.length;
    for (const name of ['other', 'none']) play({ station: name }).end();
    const later = await pointsOf(sink, 'media.play.time');
    const labels = later.map(({ attributes }) => attributes['media.play.station']);
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels.length).toBeLessThanOrEqual(began + 1);
  });
});
