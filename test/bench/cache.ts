import { LRUCache } from 'lru-cache';
import { instrumentLruCache } from '../../src/adapters/lru_cache.ts';
import type { Comparison } from './comparison.ts';
import { handTools } from './plain_sdk.ts';

const filled = () => new LRUCache<string, number>({ max: 100 }).set('here', 1);

/** A look-up that finds its entry, beside the same with a counter of OpenTelemetry after it. */
export function cacheHit(): Comparison {
  const cache = instrumentLruCache(filled(), { name: 'bench' });
  const plain = filled();
  const requests = handTools().meter.createCounter('media.cache.requests');
  return {
    name: 'cache hit',
    bound: 1.0,
    helper: () => cache.get('here'),
    baseline: () => {
      const value = plain.get('here');
      requests.add(1, {
        'media.cache.name': 'bench',
        'media.cache.outcome': value === undefined ? 'miss' : 'hit',
      });
      return value;
    },
  };
}
