// What keeps a worker up when a site is down: the one place of this example where such libraries are made.

import { ConsecutiveBreaker, circuitBreaker, handleAll } from 'cockatiel';
import { LRUCache } from 'lru-cache';
import { instrumentCockatiel } from 'otel-media/adapters/cockatiel';
import { instrumentLruCache } from 'otel-media/adapters/lru-cache';

const site = instrumentCockatiel(
  circuitBreaker(handleAll, { halfOpenAfter: 10_000, breaker: new ConsecutiveBreaker(5) }),
  { name: 'site' },
);

/** Runs what asks a site, unless that has failed five times in a row. */
export function guarded<T>(work: () => Promise<T>): Promise<T> {
  return site.execute(work);
}

/** Titles by link, so that the same question is not asked twice in ten minutes. */
export const videoInfos = instrumentLruCache(new LRUCache<string, string>({ max: 500, ttl: 600_000 }), {
  name: 'video_info',
});
