import { observeCounter, observeGauge } from '../../emit/observed_metrics.ts';
import { poolCapacity, poolErrors, poolName, poolResources, poolWaiting } from '../../registry/resources.ts';
import { Instances } from './instances.ts';

/** How often the pools of one name failed to make or take down a resource. */
export interface PoolCounts {
  createErrors: number;
  destroyErrors: number;
}

interface PoolReading extends Record<string, number> {
  used: number;
  idle: number;
  /** Being made or tested. */
  pending: number;
  capacity: number;
  /** Callers that wait. */
  waiting: number;
}

const pools = new Instances<PoolCounts, PoolReading>(
  poolName,
  () => ({ createErrors: 0, destroyErrors: 0 }),
  observe,
);

/**
 * Begins to observe a pool; `undefined` where it is observed already.
 *
 * @param read what it has. Must not hold on to it.
 */
export function observePool<P extends object>(
  pool: P,
  given: unknown,
  read: (pool: P) => PoolReading,
): PoolCounts | undefined {
  return pools.watch(pool, given, read)?.counts;
}

function observe(): void {
  observeGauge(poolResources, (report) => {
    for (const [name, { used, idle, pending }] of pools.readings()) {
      report(used, { 'media.pool.name': name, 'media.pool.state': 'used' });
      report(idle, { 'media.pool.name': name, 'media.pool.state': 'idle' });
      report(pending, { 'media.pool.name': name, 'media.pool.state': 'pending' });
    }
  });
  observeGauge(poolCapacity, (report) => {
    for (const [name, { capacity }] of pools.readings()) report(capacity, { 'media.pool.name': name });
  });
  observeGauge(poolWaiting, (report) => {
    for (const [name, { waiting }] of pools.readings()) report(waiting, { 'media.pool.name': name });
  });
  observeCounter(poolErrors, (report) => {
    for (const [name, { createErrors, destroyErrors }] of pools.totals()) {
      report(createErrors, { 'media.pool.name': name, 'media.pool.operation': 'create' });
      report(destroyErrors, { 'media.pool.name': name, 'media.pool.operation': 'destroy' });
    }
  });
}
