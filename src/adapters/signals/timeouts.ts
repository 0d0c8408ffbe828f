import { observeCounter } from '../../emit/observed_metrics.ts';
import { timeoutExceeded, timeoutName } from '../../registry/resilience.ts';
import { Instances } from './instances.ts';

/** How often the time-outs of one name were exceeded. */
export interface TimeoutCounts {
  exceeded: number;
}

const timeouts = new Instances<TimeoutCounts, Record<string, never>>(
  timeoutName,
  () => ({ exceeded: 0 }),
  observe,
);

/** Begins to observe something that has a time-out; `undefined` where it is observed already. */
export function observeTimeout(policy: object, given: unknown): TimeoutCounts | undefined {
  return timeouts.watch(policy, given)?.counts;
}

function observe(): void {
  observeCounter(timeoutExceeded, (report) => {
    for (const [name, { exceeded }] of timeouts.totals()) report(exceeded, { 'media.timeout.name': name });
  });
}
