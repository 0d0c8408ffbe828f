import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { LRUCache } from 'lru-cache';
import { afterEach, beforeEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import { instrumentLruCache } from '../../src/adapters/lru_cache.ts';
import { startTestSink, type TestSink } from '../../src/testing.ts';
import { pointsOf } from '../media/signals.ts';

let sink: TestSink;
let name = '';
let made = 0;
beforeEach(() => {
  sink = startTestSink();
  made += 1;
  name = `cache-${made}`;
});
afterEach(async () => {
  vi.useRealTimers();
  await sink.shutdown();
});

/** What was counted of the cache of this test. */
async function counted() {
  const value = async (metric: string, outcome?: string) => {
    const points = await pointsOf(sink, metric);
    const mine = points.filter(
      ({ attributes }) =>
        attributes['media.cache.name'] === name &&
        (outcome === undefined || attributes['media.cache.outcome'] === outcome),
    );
    expect(mine.length).toBeLessThanOrEqual(1);
    return mine[0]?.value;
  };
  return {
    hits: await value('media.cache.requests', 'hit'),
    misses: await value('media.cache.requests', 'miss'),
    evictions: await value('media.cache.evictions'),
    expirations: await value('media.cache.expirations'),
    size: await value('media.cache.size'),
    capacity: await value('media.cache.capacity'),
  };
}

const NOTHING = { hits: 0, misses: 0, evictions: 0, expirations: 0, size: 0, capacity: 2 };

/** A cache whose own hook tells what really went, and why. */
function told(options: { max: number; ttl?: number; ttlAutopurge?: boolean; maxSize?: number }) {
  const clock = { ms: 1 };
  const gone: Record<string, number> = { evict: 0, expire: 0, delete: 0, set: 0 };
  const cache = new LRUCache<string, number>({
    ...options,
    perf: { now: () => clock.ms },
    ttlResolution: 0,
    ...(options.maxSize !== undefined && { sizeCalculation: (value) => value }),
    dispose: (_value, _key, reason) => {
      gone[reason] = (gone[reason] ?? 0) + 1;
    },
  });
  return { cache: instrumentLruCache(cache, { name }), gone, clock };
}

describe('an instrumented cache', () => {
  it('is the same object, of the same type, and shows nothing new', () => {
    const cache = new LRUCache<string, { id: number }>({ max: 2 });
    const keys = Reflect.ownKeys(cache).length;
    const same = instrumentLruCache(cache, { name });
    expectTypeOf(same).toEqualTypeOf<LRUCache<string, { id: number }>>();
    expect(same).toBe(cache);
    expect(same).toBeInstanceOf(LRUCache);
    expect(Object.keys(same)).toEqual(Object.keys(new LRUCache({ max: 2 })));
    expect(Reflect.ownKeys(same).length).toBeGreaterThan(keys);
    expect([same.get.name, same.get.length]).toEqual([LRUCache.prototype.get.name, 1]);
    const withContext = new LRUCache<string, number, { user: string }>({
      max: 1,
      fetchMethod: async () => 1,
    });
    expectTypeOf(instrumentLruCache(withContext, { name })).toEqualTypeOf<typeof withContext>();
    const byNumber = new LRUCache<number, object>({ ttl: 10, ttlAutopurge: true });
    expectTypeOf(instrumentLruCache(byNumber, { name })).toEqualTypeOf<typeof byNumber>();
  });

  it('begins with zeros', async () => {
    instrumentLruCache(new LRUCache({ max: 2 }), { name });
    expect(await counted()).toEqual(NOTHING);
  });

  it('counts hits and misses, not what only peeks', async () => {
    const { cache } = told({ max: 2 });
    cache.set('a', 1);
    expect([cache.get('a'), cache.get('b'), cache.peek('a'), cache.has('b')]).toEqual([
      1,
      undefined,
      1,
      false,
    ]);
    expect(await counted()).toEqual({ ...NOTHING, hits: 1, misses: 1, size: 1 });
  });

  it('counts what had to make room, and nothing that was deleted, replaced, popped or cleared', async () => {
    const { cache, gone } = told({ max: 2 });
    for (const key of ['a', 'b', 'c', 'd']) cache.set(key, 1);
    cache.set('d', 2);
    cache.set('d', 2);
    expect(gone.evict).toBe(2);
    cache.delete('c');
    cache.set('e', 1);
    cache.set('e', undefined);
    expect(cache.pop()).toBe(2);
    for (const key of ['a', 'b']) cache.set(key, 1);
    cache.clear();
    cache.load([['x', { value: 1 }]]);
    expect(await counted()).toEqual({ ...NOTHING, evictions: 2, size: 1 });
  });

  it('counts several that make room for one', async () => {
    const { cache, gone } = told({ max: 9, maxSize: 10 });
    for (const [key, size] of [
      ['a', 4],
      ['b', 4],
      ['c', 2],
      ['d', 7],
      ['d', 10],
      ['e', 11],
    ] as const)
      cache.set(key, size);
    expect(gone.evict).toBe(3);
    expect(await counted()).toEqual({ ...NOTHING, evictions: 3, size: 1, capacity: 9 });
  });

  it('counts expired entries, however they go', async () => {
    const { cache, gone, clock } = told({ max: 5, ttl: 100 });
    for (const key of ['a', 'b', 'c', 'd']) cache.set(key, 1);
    clock.ms += 200;
    expect(cache.get('a')).toBeUndefined();
    cache.set('e', 1);
    cache.purgeStale();
    expect(gone).toMatchObject({ expire: 4, evict: 0 });
    expect(await counted()).toEqual({ ...NOTHING, misses: 1, expirations: 4, size: 1, capacity: 5 });
  });

  it('counts what a timer removed between calls', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { cache, gone, clock } = told({ max: 5, ttl: 100, ttlAutopurge: true });
    for (const key of ['a', 'b', 'c']) cache.set(key, 1);
    clock.ms += 200;
    vi.advanceTimersByTime(200);
    vi.useRealTimers();
    expect(gone.expire).toBe(3);
    expect(await counted()).toEqual({ ...NOTHING, expirations: 3, capacity: 5 });
  });

  it('counts look-ups that compute what is not there', async () => {
    const did = { asked: 0, computed: 0, evicted: 0 };
    const ask = (key: number): number => {
      did.asked += 1;
      return cache.memo(key);
    };
    const cache = instrumentLruCache(
      new LRUCache<number, number>({
        max: 3,
        // Asks for others in the midst of its own call.
        memoMethod: (key): number => {
          did.computed += 1;
          return key < 2 ? key : ask(key - 1) + ask(key - 2);
        },
        dispose: (_value, _key, reason) => {
          if (reason === 'evict') did.evicted += 1;
        },
      }),
      { name },
    );
    expect([ask(6), ask(6), ask(2)]).toEqual([8, 8, 1]);
    expect(did).toEqual({ asked: 15, computed: 10, evicted: 7 });
    expect(await counted()).toEqual({
      ...NOTHING,
      hits: did.asked - did.computed,
      misses: did.computed,
      evictions: did.evicted,
      size: 3,
      capacity: 3,
    });
  });

  it('counts look-ups that fetch what is not there, as misses until it is', async () => {
    const cache = instrumentLruCache(
      new LRUCache<string, number>({ max: 2, fetchMethod: async (key) => key.length }),
      { name },
    );
    expect(await Promise.all([cache.fetch('a'), cache.fetch('a')])).toEqual([1, 1]);
    expect(await cache.fetch('a')).toBe(1);
    expect(await cache.forceFetch('bb')).toBe(2);
    expect(await cache.fetch('ccc')).toBe(3);
    expect(await counted()).toEqual({ ...NOTHING, hits: 1, misses: 4, evictions: 1, size: 2 });
  });

  it('uses the status object of the application, and leaves its options as they were', () => {
    const cache = instrumentLruCache(new LRUCache<string, number>({ max: 2, fetchMethod: () => 5 }), {
      name,
    });
    const status: LRUCache.Status<string, number> = {};
    const options = { status, ttl: 5 };
    cache.fetch('a', options);
    expect(status.fetch).toBe('miss');
    expect(options).toEqual({ status, ttl: 5 });
  });

  it('adds up with another of its name, and knows itself again', async () => {
    const one = instrumentLruCache(new LRUCache<string, number>({ max: 2 }), { name });
    const other = instrumentLruCache(new LRUCache<string, number>({ max: 3 }), { name });
    const get = one.get;
    expect(instrumentLruCache(one, { name: 'elsewhere' }).get).toBe(get);
    one.set('a', 1);
    other.set('a', 1);
    for (const cache of [one, other]) cache.get('a');
    expect(await counted()).toEqual({ ...NOTHING, hits: 2, size: 2, capacity: 5 });
  });

  it('leaves a frozen cache alone, and still tells its size', async () => {
    const cache = Object.freeze(new LRUCache<string, number>({ max: 2 }));
    expect(instrumentLruCache(cache, { name })).toBe(cache);
    cache.set('a', 1);
    expect(cache.get('a')).toBe(1);
    expect(await counted()).toEqual({ ...NOTHING, size: 1 });
  });
});

/** Everything an application can see of a cache in a long random use. */
function use(instrumented: boolean, seed: number) {
  const seen: unknown[] = [];
  const gone: Record<string, number> = { evict: 0, expire: 0 };
  const options = { max: 8, ttl: 50, ttlResolution: 0, perf: { now: () => clock }, maxSize: 30 };
  let clock = 1;
  let random = seed;
  const next = (below: number) => {
    random = (random * 1103515245 + 12345) % 2147483648;
    return random % below;
  };
  const cache = new LRUCache<number, number>({
    ...options,
    sizeCalculation: (value) => value + 1,
    dispose: (value, key, reason) => {
      seen.push(['dispose', value, key, reason]);
      gone[reason] = (gone[reason] ?? 0) + 1;
    },
    disposeAfter: (value, key, reason) => {
      seen.push(['after', value, key, reason]);
      if (reason === 'evict' && value === 3) cache.set(key + 100, 1);
    },
    onInsert: (value, key, reason) => seen.push(['insert', value, key, reason]),
    memoMethod: (key) => {
      if (key === 13) throw new RangeError('no');
      if (key === 12) cache.set(key, 4);
      if (key === 11) cache.delete(key);
      if (key === 10) cache.set(key + 1, 2);
      return key % 7;
    },
  });
  if (instrumented) instrumentLruCache(cache, { name });
  const actions: (() => unknown)[] = [
    () => cache.set(next(20), next(9)) === cache,
    () => cache.set(next(20), next(60), { size: next(40) + 1 }) === cache,
    () => cache.get(next(20)),
    () => cache.get(next(20), { allowStale: true }),
    () => cache.memo(next(20)),
    () => cache.delete(next(20)),
    () => {
      // Taken out by the application, which is no eviction, though the library calls it one.
      if (cache.size > 0) gone.evict = (gone.evict ?? 0) - 1;
      return cache.pop();
    },
    () => cache.purgeStale(),
    () => cache.find((value) => value === 2),
    () => [...cache.entries()],
    () => cache.set(next(20), 1, { size: -1 }) === cache,
  ];
  for (let step = 0; step < 2000; step += 1) {
    clock += next(20);
    try {
      seen.push(actions[next(actions.length)]?.(), cache.size, cache.calculatedSize);
    } catch (error) {
      seen.push(String(error));
    }
  }
  return { seen, gone };
}

describe('what an application sees', () => {
  it.each([1, 2, 3])('is the same with and without, to the last callback (%i)', (seed) => {
    expect(use(true, seed)).toEqual(use(false, seed));
  });

  it.each([4, 5, 6])('is what is counted (%i)', async (seed) => {
    const { gone } = use(true, seed);
    expect(await counted()).toMatchObject({ evictions: gone.evict, expirations: gone.expire });
  });

  it('is the same for those who listen on the channel of the library', () => {
    const heard: string[] = [];
    const hear = (message: unknown) => heard.push((message as { op: string }).op);
    subscribe('lru-cache:metrics', hear);
    const cache = instrumentLruCache(new LRUCache<string, number>({ max: 1 }), { name });
    cache.set('a', 1);
    cache.get('a');
    cache.set('b', 1);
    cache.delete('b');
    unsubscribe('lru-cache:metrics', hear);
    expect(heard).toEqual(['set', 'get', 'set', 'delete']);
  });

  it('is what a method says that lost its object', () => {
    const plain = new LRUCache<string, number>({ max: 1 });
    const { get: lost } = plain;
    const { get } = instrumentLruCache(new LRUCache<string, number>({ max: 1 }), { name });
    const said = (call: () => unknown) => {
      try {
        return call();
      } catch (error) {
        return String(error);
      }
    };
    expect(said(() => get('a'))).toBe(said(() => lost('a')));
  });
});
