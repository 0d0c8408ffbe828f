import type { JobPriority } from '../media/job/kind.ts';

// As much of p-queue's types as is needed: who does not use it need not have it, not even to compile.

/** A queue of p-queue 10. */
export interface PQueueLike {
  readonly size: number;
  readonly pending: number;
  readonly concurrency: number;
  timeout?: number | undefined;
  add(...all: never[]): Promise<unknown>;
  clear(): void;
  addEventListener(type: 'add', listener: () => void): void;
}

/** What a task is added with. */
export interface PQueueTaskOptions {
  readonly id?: string | undefined;
  readonly priority?: number | undefined;
  readonly timeout?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** How a queue of p-queue and its tasks are seen. */
export interface InstrumentPQueueOptions {
  /** Name of the queue; must be of few values. */
  queue: string;
  /** Kind of the tasks, of all or of each by its options; must be of few values. Default `task`. */
  type?: string | ((options: PQueueTaskOptions) => string);
  /** Our priority, lowest 0 to critical 4, for one of p-queue, to which greater numbers come first. Default: the same. */
  priority?: (priority: number) => JobPriority;
  /** How many tasks the queue is meant to hold. Default 1,000. */
  capacity?: number;
}
