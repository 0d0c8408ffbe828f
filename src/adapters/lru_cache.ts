import { reportTelemetryFailure } from '../emit/guard.ts';
import { CacheLedger } from './signals/cache_ledger.ts';
import { type CacheCounts, observeCache } from './signals/caches.ts';
import { canReplaceMethods, hasMethods, replaceMethod } from './signals/own_method.ts';

/** A cache of lru-cache 11, as far as it is used here: whoever does not have it must be able to compile this. */
export interface LruCache {
  readonly size: number;
  readonly max: number;
  get(key: never, options?: never): unknown;
  set(key: never, value: never, options?: never): unknown;
  delete(key: never): boolean;
  clear(): void;
  info(key: never): unknown;
}

/**
 * Has a cache of lru-cache counted: hits and misses of `get`, `fetch`, `forceFetch` and `memo`, evictions, expired
 * entries, and its size. `has` and `peek` are no look-ups. A value that is still being fetched is a miss. The library
 * takes hooks when a cache is made only, so the methods of this one object are replaced by ones that do the same and
 * count. Of a cache with `fetchMethod`, entries that go when a fetch comes back are not counted. Doing it twice changes
 * nothing; caches of the same name add up. Never throws.
 *
 * @param cache   the cache
 * @param options `name`: what is in it, of few values
 * @returns the same object
 */
export function instrumentLruCache<C extends LruCache>(cache: C, options: { name: string }): C {
  try {
    if (!hasMethods(cache, 'instrumentLruCache', ['get', 'set', 'delete', 'peek'])) return cache;
    const counts = observeCache(cache, options.name, read);
    if (counts === undefined) return cache;
    if (!canReplaceMethods(cache)) return cache;
    const ledger = new CacheLedger(cache, counts);
    ledgers.set(cache, ledger);
    lookUps(cache, counts, ledger);
    changes(cache, counts, ledger);
  } catch (error) {
    reportTelemetryFailure('instrumenting lru-cache', error);
  }
  return cache;
}

const ledgers = new WeakMap<LruCache, CacheLedger>();

function read(cache: LruCache) {
  ledgers.get(cache)?.settle();
  return { size: cache.size, capacity: cache.max };
}

/** What the library says of a look-up, where it is given an object to say it in. */
interface Status {
  op?: string;
  get?: string;
  fetch?: string;
  memo?: string;
  returnedStale?: boolean;
  forceRefresh?: boolean;
}

function lookUps(cache: LruCache, counts: CacheCounts, ledger: CacheLedger): void {
  replaceMethod(cache, 'get', (get) => {
    return function (this: unknown, ...args) {
      const mark = ledger.enter();
      let removed = 0;
      let value: unknown;
      try {
        value = get.apply(this, args);
      } finally {
        removed = -ledger.leave(mark);
      }
      if (value === undefined) counts.misses += 1;
      else counts.hits += 1;
      // A look-up removes nothing but what has expired.
      if (removed > 0) counts.expirations += removed;
      return value;
    };
  });
  for (const key of ['fetch', 'forceFetch', 'memo'])
    replaceMethod(cache, key, (original) => {
      return function (this: unknown, ...args) {
        const [given, status] = withStatus(args);
        const mark = ledger.enterFor(args[0]);
        try {
          return original.apply(this, given);
        } finally {
          counts.evictions += ledger.leaveFor(mark);
          if (status !== undefined) count(counts, key, status, mark.present);
        }
      };
    });
}

function count(counts: CacheCounts, method: string, status: Status, present: boolean): void {
  const { op, get, fetch, memo } = status;
  // Versions before 11.3 name no operation. They call the public methods in the midst of others, where we count already:
  // `forceFetch` calls `fetch`; that, without `fetchMethod`, and `memo` call `get`.
  if (op === undefined && (method === 'forceFetch' || fetch === undefined || fetch === 'get')) return;
  const found = fetch === undefined || fetch === 'get' ? (memo ?? get) : fetch;
  if (found === undefined) return;
  if (found === 'hit' || status.returnedStale) counts.hits += 1;
  else counts.misses += 1;
  // What `memo` computes anew though it was there had expired, unless the application asked for that.
  const expired = memo === 'miss' && present && !status.forceRefresh;
  if (expired || get === 'stale' || fetch === 'stale') counts.expirations += 1;
}

// The application's own status object is used where it gives one: the library would not fill two.
function withStatus(args: unknown[]): [args: unknown[], status: Status | undefined] {
  const [key, options, ...rest] = args;
  if (options !== undefined && (typeof options !== 'object' || options === null)) return [args, undefined];
  if (options !== undefined && 'status' in options && typeof options.status === 'object' && options.status)
    return [args, options.status];
  const status: Status = {};
  return [[key, { ...options, status }, ...rest], status];
}

function changes(cache: LruCache, counts: CacheCounts, ledger: CacheLedger): void {
  for (const key of ['set', 'delete'])
    replaceMethod(cache, key, (original) => {
      return function (this: unknown, ...args) {
        const mark = ledger.enterFor(args[0]);
        try {
          return original.apply(this, args);
        } finally {
          counts.evictions += ledger.leaveFor(mark);
        }
      };
    });
  for (const key of ['clear', 'pop', 'load', 'purgeStale'])
    replaceMethod(cache, key, (original) => {
      return function (this: unknown, ...args) {
        const mark = ledger.enter();
        let removed = 0;
        try {
          return original.apply(this, args);
        } finally {
          removed = -ledger.leave(mark);
          if (key === 'purgeStale' && removed > 0) counts.expirations += removed;
        }
      };
    });
}
