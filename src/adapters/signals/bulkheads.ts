import { observeCounter, observeGauge } from '../../emit/observed_metrics.ts';
import { bulkheadName, bulkheadRejected, bulkheadSlots } from '../../registry/resilience.ts';
import { Instances } from './instances.ts';

/** How many calls the bulkheads of one name turned away. */
export interface BulkheadCounts {
  rejected: number;
}

interface FreeSlots extends Record<string, number> {
  execution: number;
  queue: number;
}

const bulkheads = new Instances<BulkheadCounts, FreeSlots>(bulkheadName, () => ({ rejected: 0 }), observe);

/**
 * Begins to observe a bulkhead; `undefined` where it is observed already.
 *
 * @param slotsOf its free slots, where it tells them. Must not hold on to it.
 */
export function observeBulkhead<B extends object>(
  bulkhead: B,
  given: unknown,
  slotsOf?: (bulkhead: B) => FreeSlots,
): BulkheadCounts | undefined {
  return bulkheads.watch(bulkhead, given, slotsOf)?.counts;
}

function observe(): void {
  observeGauge(bulkheadSlots, (report) => {
    for (const [name, { execution, queue }] of bulkheads.readings()) {
      report(execution, { 'media.bulkhead.name': name, 'media.bulkhead.slot': 'execution' });
      report(queue, { 'media.bulkhead.name': name, 'media.bulkhead.slot': 'queue' });
    }
  });
  observeCounter(bulkheadRejected, (report) => {
    for (const [name, { rejected }] of bulkheads.totals()) report(rejected, { 'media.bulkhead.name': name });
  });
}
