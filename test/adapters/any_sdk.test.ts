import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { diag } from '@opentelemetry/api';
import { ConsecutiveBreaker, circuitBreaker, handleAll, retry, wrap } from 'cockatiel';
import { createPool } from 'generic-pool';
import { LRUCache } from 'lru-cache';
import CircuitBreaker from 'opossum';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { instrumentCockatiel } from '../../src/adapters/cockatiel.ts';
import { instrumentGenericPool } from '../../src/adapters/generic_pool.ts';
import { instrumentLruCache } from '../../src/adapters/lru_cache.ts';
import { instrumentOpossum } from '../../src/adapters/opossum.ts';
import { instrumentRateLimiter } from '../../src/adapters/rate_limiter_flexible.ts';
import { measure } from '../../src/index.ts';
import { startTestSink } from '../../src/testing.ts';
import { BROKEN_TELEMETRY, fail, mended } from '../broken_telemetry.ts';
import { pointsOf } from '../media/signals.ts';
import { startOtherSdk } from '../other_sdk.ts';
import { outcome } from './counted.ts';

afterEach(mended);
afterEach(() => diag.disable());

const thrown = Object.freeze(new Error('HTTP Error 403: Forbidden'));

/** What an application does with the libraries, and what it gets of them. */
async function application(name: string): Promise<unknown> {
  const breaker = circuitBreaker(handleAll, { halfOpenAfter: 1e6, breaker: new ConsecutiveBreaker(1) });
  const policy = instrumentCockatiel(wrap(retry(handleAll, { maxAttempts: 1 }), breaker), { name });
  const opossum = instrumentOpossum(new CircuitBreaker(() => Promise.reject(thrown), { timeout: false }));
  const cache = instrumentLruCache(new LRUCache<string, number>({ max: 1, memoMethod: () => 3 }), { name });
  const pool = instrumentGenericPool(createPool({ create: async () => name, destroy: async () => {} }), {
    name,
  });
  const limiter = instrumentRateLimiter(new RateLimiterMemory({ points: 1, duration: 9 }), { name });
  measure(`the_app.${name}`, 1, { attributes: { name } });
  return [
    await outcome(() => policy.execute(() => Promise.reject(thrown))),
    await outcome(() => policy.execute(() => 1)),
    await outcome(() => opossum.fire()),
    await outcome(() => opossum.fire()),
    [cache.set('a', 1) === cache, cache.get('a'), cache.memo('b'), cache.get('a')],
    await pool.use(async (resource) => resource),
    (await limiter.consume('a')).remainingPoints,
    await outcome(() => limiter.consume('a')),
  ];
}

const EXPECTED = [
  { thrown: { isBrokenCircuitError: true } },
  { thrown: { isBrokenCircuitError: true } },
  { thrown },
  { thrown: { code: 'EOPENBREAKER' } },
  [true, 1, 3, undefined],
  expect.any(String),
  0,
  { thrown: { consumedPoints: 2 } },
];

describe('the libraries do what they do', () => {
  it.each<[string, () => unknown]>([
    ['with no SDK', () => {}],
    ...BROKEN_TELEMETRY,
    ['with an SDK that works', () => startTestSink()],
  ])('%s', async (name, setUp) => {
    await setUp();
    expect(await application(name)).toMatchObject(EXPECTED);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a number', 7],
    ['an empty object', {}],
    ['an object that throws', new Proxy({}, { get: fail, has: fail })],
  ])('and get back %s as it was', (_what, object) => {
    const adapters = [
      instrumentCockatiel,
      instrumentOpossum,
      instrumentLruCache,
      instrumentGenericPool,
      instrumentRateLimiter,
    ] as unknown as ((object: unknown, options?: unknown) => unknown)[];
    for (const adapter of adapters)
      for (const options of [{ name: 'x' }, {}, { name: 5 }, null, undefined])
        expect(adapter(object, options)).toBe(object);
  });
});

const namesOf = (points: readonly { attributes: Record<string, unknown> }[]) =>
  new Set(points.map(({ attributes }) => attributes['media.cache.name']));

describe('names', () => {
  it('are bounded in number and length, and tell no secret', async () => {
    const sink = startTestSink();
    const caches = ['sk_planted@example.org', '', 'x'.repeat(1000), ...Array(100).keys()].map((name) =>
      instrumentLruCache(new LRUCache<string, number>({ max: 1 }), { name: String(name) }),
    );
    for (const cache of caches) cache.get('a');
    const points = await pointsOf(sink, 'media.cache.requests');
    const names = namesOf(points);
    expect(names.size).toBe(51);
    expect(names).toContain('other');
    expect(names).toContain('unnamed');
    expect(names).toContain('x'.repeat(64));
    expect([...names].join()).not.toContain('planted');
    const misses = points.filter(({ attributes }) => attributes['media.cache.outcome'] === 'miss');
    expect(misses.reduce((sum, { value }) => sum + value, 0)).toBeGreaterThanOrEqual(caches.length);
    await sink.shutdown();
  });
});

describe('objects that are gone', () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;

  it('are not kept alive, and no longer told of', async () => {
    const sink = startTestSink();
    const held = new Set<WeakRef<object>>();
    (() => {
      for (let count = 0; count < 20; count += 1) {
        const name = 'short-lived';
        const breaker = circuitBreaker(handleAll, { halfOpenAfter: 1, breaker: new ConsecutiveBreaker(1) });
        const objects = [
          instrumentLruCache(new LRUCache<string, number>({ max: 1, ttl: 5 }), { name }).set('a', 1),
          instrumentGenericPool(createPool({ create: async () => name, destroy: async () => {} }), { name }),
          instrumentRateLimiter(new RateLimiterMemory({ points: 1, duration: 9 }), { name }),
          instrumentCockatiel(wrap(breaker, retry(handleAll, { maxAttempts: 1 })), { name }),
          instrumentOpossum(new CircuitBreaker(async () => {}, { name, enableSnapshots: false })),
        ];
        for (const object of [...objects, breaker]) held.add(new WeakRef(object));
      }
    })();
    await vi.waitFor(
      () => {
        collectGarbage();
        const alive = [...held].flatMap((one) => one.deref()?.constructor.name ?? []);
        // The library's own timers hold on to breakers of opossum that were not shut down.
        expect(alive.filter((kind) => kind !== 'CircuitBreaker')).toEqual([]);
      },
      { timeout: 10_000 },
    );
    const states = await pointsOf(sink, 'media.circuit_breaker.state');
    expect(
      states
        .filter(({ attributes }) => attributes['media.circuit_breaker.name'] === 'short-lived')
        .map(({ value }) => value),
    ).not.toContain(40);
    await sink.shutdown();
  });
});

describe('an SDK of someone else', () => {
  it('that is registered after the libraries were instrumented gets what was counted', async () => {
    const cache = instrumentLruCache(new LRUCache<string, number>({ max: 1 }), { name: '7' });
    cache.get('a');
    const sdk = startOtherSdk();
    measure('the_app.anything', 1);
    const names = (await sdk.metrics()).map(({ descriptor }) => descriptor.name);
    expect(names).toEqual(
      expect.arrayContaining(['media.cache.requests', 'media.cache.size', 'the_app.anything']),
    );
    await sdk.shutdown();
  });
});
