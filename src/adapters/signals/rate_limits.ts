import { observeCounter, observeGauge } from '../../emit/observed_metrics.ts';
import {
  RATE_LIMIT_OUTCOMES,
  rateLimitName,
  rateLimitRemaining,
  rateLimitRequests,
} from '../../registry/resources.ts';
import { Instances } from './instances.ts';

/** What the limiters of one name said. */
export interface RateLimitCounts {
  allowed: number;
  rejected: number;
  error: number;
  /** Points left, as said last; `undefined` until one said so. */
  remaining: number | undefined;
}

const limiters = new Instances<RateLimitCounts, Record<string, never>>(
  rateLimitName,
  () => ({
    allowed: 0,
    rejected: 0,
    error: 0,
    remaining: undefined,
  }),
  observe,
);

/** Begins to observe a rate limiter; `undefined` where it is observed already. */
export function observeRateLimiter(limiter: object, given: unknown): RateLimitCounts | undefined {
  return limiters.watch(limiter, given)?.counts;
}

function observe(): void {
  observeCounter(rateLimitRequests, (report) => {
    for (const [name, counts] of limiters.totals())
      for (const outcome of RATE_LIMIT_OUTCOMES)
        report(counts[outcome], { 'media.rate_limit.name': name, 'media.rate_limit.outcome': outcome });
  });
  observeGauge(rateLimitRemaining, (report) => {
    for (const [name, { remaining }] of limiters.totals())
      if (remaining !== undefined) report(remaining, { 'media.rate_limit.name': name });
  });
}
