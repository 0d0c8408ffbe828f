import { reportTelemetryFailure } from '../emit/guard.ts';
import type { BreakerState } from '../registry/resilience.ts';
import { observeBreaker } from './signals/breakers.ts';
import { observeBulkhead } from './signals/bulkheads.ts';
import { type CacheCounts, observeCache } from './signals/caches.ts';
import { listener } from './signals/listener.ts';
import { observeTimeout } from './signals/timeouts.ts';

/** A breaker of opossum 10, as far as it is used here: whoever does not have it must be able to compile this. */
export interface OpossumBreaker {
  readonly name: string;
  readonly opened: boolean;
  readonly halfOpen: boolean;
  readonly isShutdown: boolean;
  on(event: string, listen: (...data: unknown[]) => void): unknown;
}

/**
 * Has a circuit breaker of opossum counted: state, transitions, rejected calls, exceeded time-outs, calls beyond its
 * capacity (as rejected ones of a bulkhead) and look-ups of its cache, if it has one. Changes of state are events as
 * well. It only listens: the breaker behaves as before. Doing it twice changes nothing; breakers of the same name add
 * up. Never throws.
 *
 * @param breaker the breaker
 * @param options `name`: what it protects, of few values. Default: the breaker's own.
 * @returns the same object
 */
export function instrumentOpossum<B extends OpossumBreaker>(breaker: B, options: { name?: string } = {}): B {
  try {
    instrument(breaker, options.name ?? breaker.name);
  } catch (error) {
    reportTelemetryFailure('instrumenting opossum', error);
  }
  return breaker;
}

function instrument(breaker: OpossumBreaker, name: string): void {
  const observed = observeBreaker(breaker, name, stateOf);
  const timeouts = observeTimeout(breaker, name);
  const bulkhead = observeBulkhead(breaker, name);
  if (!observed || !timeouts || !bulkhead) return;
  const on = (event: string, listen: () => void) => breaker.on(event, listener(listen));
  on('open', () => observed.changed('open'));
  on('halfOpen', () => observed.changed('half_open'));
  on('close', () => observed.changed('closed'));
  on('reject', () => observed.rejected());
  on('timeout', () => {
    timeouts.exceeded += 1;
  });
  on('semaphoreLocked', () => {
    bulkhead.rejected += 1;
  });
  // Most breakers have no cache, and make no series of one.
  let cache: CacheCounts | undefined;
  const cacheCounts = () => {
    cache ??= observeCache(breaker, name);
    return cache;
  };
  on('cacheHit', () => {
    const counts = cacheCounts();
    if (counts) counts.hits += 1;
  });
  on('cacheMiss', () => {
    const counts = cacheCounts();
    if (counts) counts.misses += 1;
  });
}

function stateOf(breaker: OpossumBreaker): BreakerState | undefined {
  if (breaker.isShutdown) return undefined;
  if (breaker.opened) return 'open';
  return breaker.halfOpen ? 'half_open' : 'closed';
}
