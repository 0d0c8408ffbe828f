import { JOB_STATES } from '../../registry/job.ts';
import { type AskedQueue, queues, type Read } from './asked_queues.ts';
import { jobKind, queueName, typeName } from './kind.ts';
import type { QueueFigures } from './queue_figures.ts';
import { observeQueueGauges } from './queue_gauges.ts';

/** What more can be said of a queue that is observed. */
export interface ObserveQueueOptions {
  /** Kinds of jobs that are put on it: their series begin at 0 then, and the first of them counts. */
  types?: readonly string[];
}

// The SDK goes on telling what a gauge was told last. So a queue that is observed no more is told to be empty, once.
const GONE: QueueFigures = {
  states: Object.fromEntries(JOB_STATES.map((state) => [state, 0])),
  waiting: { 0: 0, 1: 0, 2: 0, 3: 0, 4: 0 },
  capacity: 0,
  workers: { busy: 0, capacity: 0 },
};

/**
 * Has the size and the capacity of a queue told at every export.
 *
 * @param queue   name of the queue; must be of few values. A second call for the same name takes the place of the first
 * @param read    asked at every export, once at a time. An export waits for a promise for at most a second; what comes later
 *                is told at the next one. `undefined` tells nothing new. May throw or reject
 * @param options the kinds of jobs
 * @returns ends it
 */
export function observeQueue(queue: string, read: Read, options: ObserveQueueOptions = {}): () => void {
  const name = queueName(queue);
  const kinds = (options.types ?? []).map((type) => jobKind(name, typeName(type)));
  const observed: AskedQueue = { read, kinds, figures: undefined, reading: undefined };
  queues.set(name, observed);
  observeQueueGauges();
  return () => {
    observed.read = undefined;
    observed.figures = GONE;
  };
}
