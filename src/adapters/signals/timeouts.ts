import { observeCounter } from '../../emit/metrics.ts';
import { timeoutExceeded, timeoutName } from '../../registry/resilience.ts';
import { Instances } from './instances.ts';

/** How often the time-outs of one name were exceeded. */
export interface TimeoutCounts {
  exceeded: number;
}

const timeouts = new Instances<TimeoutCounts, Record<string, never>>(timeoutName, () => ({ exceeded: 0 }));

/** Begins to observe something that has a time-out; `undefined` where it is observed already. */
export function observeTimeout(policy: object, given: unknown): TimeoutCounts | undefined {
  const name = timeouts.watch(policy, given);
  if (name === undefined) return undefined;
  observe();
  return timeouts.counts(name);
}

let observing = false;

function observe(): void {
  if (observing) return;
  observing = true;
  observeCounter(timeoutExceeded, (report) => {
    for (const [name, { exceeded }] of timeouts.totals()) report(exceeded, { 'media.timeout.name': name });
  });
}
