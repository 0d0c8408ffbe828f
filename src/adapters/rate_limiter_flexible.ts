import { reportTelemetryFailure } from '../emit/guard.ts';
import { canReplaceMethods, hasMethods, replaceMethod } from './signals/own_method.ts';
import { observeRateLimiter, type RateLimitCounts } from './signals/rate_limits.ts';

/**
 * A limiter of rate-limiter-flexible 11 (in memory, of a store, a union, a wrapper), as far as it is used here: whoever
 * does not have it must be able to compile this.
 */
export interface FlexibleRateLimiter {
  consume(key: string | number, points?: number): Promise<unknown>;
}

/**
 * Has a limiter of rate-limiter-flexible counted: requests allowed and rejected, those that its store failed, and the
 * points left. The library has no hooks, so `consume` of this one object is replaced by one that does the same. Of a
 * `RateLimiterQueue`, instrument the limiter inside; a request that it queues counts as rejected. Doing it twice changes
 * nothing; limiters of the same name add up. Never throws, and never sees the key.
 *
 * @param limiter the limiter
 * @param options `name`: what it limits, of few values
 * @returns the same object
 */
export function instrumentRateLimiter<L extends FlexibleRateLimiter>(
  limiter: L,
  options: { name: string },
): L {
  try {
    if (!hasMethods(limiter, 'instrumentRateLimiter', ['consume'])) return limiter;
    const counts = observeRateLimiter(limiter, options.name);
    if (counts !== undefined && canReplaceMethods(limiter)) instrument(limiter, counts);
  } catch (error) {
    reportTelemetryFailure('instrumenting rate-limiter-flexible', error);
  }
  return limiter;
}

function instrument(limiter: FlexibleRateLimiter, counts: RateLimitCounts): void {
  replaceMethod(limiter, 'consume', (consume) => {
    return function (this: unknown, ...args) {
      const answer = consume.apply(this, args);
      if (!(answer instanceof Promise)) return answer;
      // The promise of the library must not be listened to on the side: a rejection that the application forgets to
      // handle would no longer be reported as such.
      return answer.then(
        (result) => {
          count(counts, 'allowed', result);
          return result;
        },
        (reason) => {
          // The library rejects with its result where the limit was reached, and with an error where its store failed.
          count(counts, reason instanceof Error ? 'error' : 'rejected', reason);
          throw reason;
        },
      );
    };
  });
}

function count(counts: RateLimitCounts, outcome: 'allowed' | 'rejected' | 'error', result: unknown): void {
  counts[outcome] += 1;
  if (outcome === 'error') return;
  try {
    const points = remaining(result) ?? leastOf(result);
    if (points !== undefined) counts.remaining = points;
  } catch (error) {
    reportTelemetryFailure('reading what a rate limiter said', error);
  }
}

// A result has the points left; that of a union of limiters has such a one for each.
function remaining(result: unknown): number | undefined {
  if (typeof result !== 'object' || result === null || !('remainingPoints' in result)) return undefined;
  const points = result.remainingPoints;
  // Who is on the white list has as many points as a number holds.
  return typeof points === 'number' && points < Number.MAX_SAFE_INTEGER ? points : undefined;
}

function leastOf(results: unknown): number | undefined {
  if (typeof results !== 'object' || results === null) return undefined;
  const points = Object.values(results)
    .map(remaining)
    .filter((one) => one !== undefined);
  return points.length === 0 ? undefined : Math.min(...points);
}
