import { reportTelemetryFailure } from '../emit/guard.ts';
import { listener } from './signals/listener.ts';
import { hasMethods } from './signals/own_method.ts';
import { observePool } from './signals/pools.ts';

/** A pool of generic-pool 3, as far as it is used here: whoever does not have it must be able to compile this. */
export interface GenericPool {
  /** Resources there are, with those in the making. */
  readonly size: number;
  readonly available: number;
  readonly borrowed: number;
  readonly pending: number;
  readonly max: number;
  on(event: string, listen: (...data: unknown[]) => void): unknown;
}

/**
 * Has a pool of generic-pool observed: resources lent out, at rest and in the making, its capacity, callers that wait,
 * and errors of its factory, of which callers hear nothing. It is read at each export and listened to, and behaves as
 * before. Doing it twice changes nothing; pools of the same name add up. Never throws.
 *
 * @param pool    the pool
 * @param options `name`: what is in it, of few values
 * @returns the same object
 */
export function instrumentGenericPool<P extends GenericPool>(pool: P, options: { name: string }): P {
  try {
    if (!hasMethods(pool, 'instrumentGenericPool', ['on', 'acquire'])) return pool;
    const counts = observePool(pool, options.name, read);
    if (counts === undefined) return pool;
    pool.on(
      'factoryCreateError',
      listener(() => {
        counts.createErrors += 1;
      }),
    );
    pool.on(
      'factoryDestroyError',
      listener(() => {
        counts.destroyErrors += 1;
      }),
    );
  } catch (error) {
    reportTelemetryFailure('instrumenting generic-pool', error);
  }
  return pool;
}

function read({ size, available, borrowed, pending, max }: GenericPool) {
  return {
    used: borrowed,
    idle: available,
    pending: Math.max(0, size - borrowed - available),
    capacity: max,
    waiting: pending,
  };
}
