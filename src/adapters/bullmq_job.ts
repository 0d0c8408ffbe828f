import type { JobPriority } from '../media/job/kind.ts';

// As much of BullMQ's types as is needed: who does not use it need not have it, not even to compile.

/** A queue of BullMQ 6. */
export interface BullmqQueue {
  readonly name: string;
  closing: Promise<void> | undefined;
  add(...all: never[]): Promise<unknown>;
  addBulk(jobs: never): Promise<unknown>;
  getJobCounts(...types: never[]): Promise<Record<string, number>>;
  getCountsPerPriority(priorities: never): Promise<Record<string, number>>;
}

/** What a job of BullMQ was added with. */
export interface BullmqJobOptions {
  readonly priority?: number;
  readonly attempts?: number;
  readonly delay?: number;
  readonly jobId?: string;
  readonly telemetry?: { readonly metadata?: string; readonly omitContext?: boolean };
}

/** A job of BullMQ. */
export interface BullmqJob {
  readonly id?: string;
  readonly name: string;
  readonly queueName: string;
  readonly opts?: BullmqJobOptions;
  readonly attemptsMade: number;
  readonly attemptsStarted?: number;
  readonly timestamp: number;
  readonly discarded?: boolean;
}

/** How a queue of BullMQ and its jobs are seen. */
export interface InstrumentBullmqOptions {
  /** Kind of a job, by its name; must be of few values. Default: the name itself. */
  type?: (name: string) => string;
  /** The kinds that there are: their series begin at 0 then, and the first of them counts. */
  types?: readonly string[];
  /**
   * BullMQ's numbers for our priorities lowest, low, normal, high and critical. To BullMQ, lower numbers come first, and
   * jobs without a number before all of them; such count as normal here. Default 5, 4, 3, 2, 1.
   */
  priorities?: readonly [number, number, number, number, number];
  /** How many jobs the queue is meant to hold. Default 1,000. */
  capacity?: number;
  /** How many jobs its workers can run at a time, in all. Default 10. */
  workers?: number;
}

/** BullMQ's numbers for priorities 0 to 4, unless the application has its own. */
export const BULLMQ_PRIORITIES = [5, 4, 3, 2, 1] as const;

/** Our priority for one of BullMQ's: of the numbers that are at most as great, the greatest. */
export function levelOf(
  priority: number | undefined,
  numbers: InstrumentBullmqOptions['priorities'] = BULLMQ_PRIORITIES,
): JobPriority {
  if (!priority) return 2;
  const level = numbers.findIndex((one) => one <= priority);
  return (level < 0 ? 4 : level) as JobPriority;
}

/** BullMQ's number for one of our priorities, lowest 0 to critical 4: `queue.add(name, data, { priority: bullmqPriority(4) })`. */
export function bullmqPriority(priority: JobPriority): number {
  return BULLMQ_PRIORITIES[priority];
}
