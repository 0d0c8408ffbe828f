import { reportTelemetryFailure } from '../emit/guard.ts';
import { observeQueue } from '../media/job/queue.ts';
import type { QueueFigures } from '../media/job/queue_figures.ts';
import type { InstrumentPQueueOptions, PQueueLike } from './p_queue_options.ts';
import { type WaitingTask, wrapAdd, wrapClear } from './p_queue_tasks.ts';

export type { InstrumentPQueueOptions, PQueueLike, PQueueTaskOptions } from './p_queue_options.ts';

const instrumented = new WeakSet<object>();

/**
 * Has a queue of p-queue tell what its tasks do: `instrumentPQueue(new PQueue({ concurrency: 3 }), { queue: 'downloads' })`.
 * What `add` gives back, when tasks run, and what they get stays the same.
 *
 * @param queue   the queue
 * @param options name, kinds, priorities, capacity
 * @returns the same queue
 */
export function instrumentPQueue<Q extends PQueueLike>(queue: Q, options: InstrumentPQueueOptions): Q {
  if (instrumented.has(queue)) return queue;
  try {
    instrumented.add(queue);
    const waiting = new Set<WaitingTask>();
    wrapAdd(queue, options, waiting);
    wrapClear(queue, waiting);
    observeSize(queue, options, waiting);
  } catch (error) {
    reportTelemetryFailure('instrumenting a queue', error);
  }
  return queue;
}

function observeSize(queue: PQueueLike, options: InstrumentPQueueOptions, waiting: Set<WaitingTask>): void {
  // A queue that the application has forgotten is not kept for its figures.
  const weak = new WeakRef(queue);
  const types = typeof options.type === 'string' ? [options.type] : [];
  const read = (): QueueFigures | undefined => {
    const found = weak.deref();
    if (found === undefined) {
      stop();
      return undefined;
    }
    const counts = { 0: 0, 1: 0, 2: 0, 3: 0, 4: 0 };
    for (const { priority } of waiting) counts[priority] += 1;
    const { size, pending, concurrency } = found;
    return {
      states: { queued: size, running: pending },
      waiting: counts,
      ...(options.capacity !== undefined && { capacity: options.capacity }),
      // One without a limit has no capacity to tell of.
      workers: { busy: pending, capacity: concurrency },
    };
  };
  const stop = observeQueue(options.queue, read, { types });
}
