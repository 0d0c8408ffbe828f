import { observeCounter, observeGauge } from '../../emit/observed_metrics.ts';
import {
  cacheCapacity,
  cacheEvictions,
  cacheExpirations,
  cacheName,
  cacheRequests,
  cacheSize,
} from '../../registry/resources.ts';
import { Instances } from './instances.ts';

/** What the caches of one name did. Plain numbers: a hit is no place for anything dearer. */
export interface CacheCounts {
  hits: number;
  misses: number;
  evictions: number;
  expirations: number;
}

interface CacheReading extends Record<string, number> {
  size: number;
  /** 0 for one that is not bounded by its number of entries. */
  capacity: number;
}

const caches = new Instances<CacheCounts, CacheReading>(
  cacheName,
  () => ({
    hits: 0,
    misses: 0,
    evictions: 0,
    expirations: 0,
  }),
  observe,
);

/**
 * Begins to observe a cache; `undefined` where it is observed already.
 *
 * @param read its size, where it tells. Must not hold on to it.
 */
export function observeCache<C extends object>(
  cache: C,
  given: unknown,
  read?: (cache: C) => CacheReading,
): CacheCounts | undefined {
  return caches.watch(cache, given, read)?.counts;
}

function observe(): void {
  observeCounter(cacheRequests, (report) => {
    for (const [name, { hits, misses }] of caches.totals()) {
      report(hits, { 'media.cache.name': name, 'media.cache.outcome': 'hit' });
      report(misses, { 'media.cache.name': name, 'media.cache.outcome': 'miss' });
    }
  });
  observeCounter(cacheEvictions, (report) => {
    for (const [name, { evictions }] of caches.totals()) report(evictions, { 'media.cache.name': name });
  });
  observeCounter(cacheExpirations, (report) => {
    // Entries that a timer removed come to light when their cache is looked at.
    caches.readings();
    for (const [name, { expirations }] of caches.totals()) report(expirations, { 'media.cache.name': name });
  });
  observeGauge(cacheSize, (report) => {
    for (const [name, { size }] of caches.readings()) report(size, { 'media.cache.name': name });
  });
  observeGauge(cacheCapacity, (report) => {
    for (const [name, { capacity }] of caches.readings())
      if (capacity > 0) report(capacity, { 'media.cache.name': name });
  });
}
