import { reportTelemetryFailure } from '../emit/guard.ts';
import { isTrackerOn } from '../emit/trackers.ts';
import { JobEnqueue } from '../media/job/enqueue.ts';
import type { JobPriority } from '../media/job/kind.ts';
import { observeQueue, type QueueFigures } from '../media/job/queue.ts';
import { JobRun } from '../media/job/run.ts';
import { onAbort } from './shared_abort.ts';

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

interface TaskArgument {
  readonly signal?: AbortSignal;
}
type Task = (argument: TaskArgument) => unknown;
type Add = (this: unknown, task: Task, options?: PQueueTaskOptions) => Promise<unknown>;

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

/** A task that is in the queue, and what it becomes once it runs. */
class WaitingTask {
  readonly #waiting: Set<WaitingTask>;
  readonly #signal: AbortSignal | undefined;
  readonly #stop: (() => void) | undefined;
  readonly enqueue: JobEnqueue;
  readonly priority: JobPriority;

  constructor(
    enqueue: JobEnqueue,
    priority: JobPriority,
    waiting: Set<WaitingTask>,
    signal: AbortSignal | undefined,
  ) {
    this.enqueue = enqueue;
    this.priority = priority;
    this.#waiting = waiting;
    this.#signal = signal;
    this.#stop = signal && onAbort(signal, (reason) => this.cancelled(reason));
    waiting.add(this);
  }

  /** It waits no more. */
  left(): boolean {
    this.#stop?.();
    return this.#waiting.delete(this);
  }

  refused(): void {
    if (!this.left()) return;
    if (this.#signal?.aborted) {
      this.enqueue.queued();
      this.enqueue.cancelledWaiting(this.#signal.reason);
    } else this.enqueue.failed(new TypeError('the queue did not take the task'));
  }

  cancelled(reason: unknown): void {
    if (!this.left()) return;
    this.enqueue.queued();
    this.enqueue.cancelledWaiting(reason);
  }
}

function wrapAdd(queue: PQueueLike, options: InstrumentPQueueOptions, waiting: Set<WaitingTask>): void {
  const original = queue.add as unknown as Add;
  // The promise is the caller's to handle: to look at how it ends would make an ignored rejection go unnoticed. That the
  // queue has taken a task shows by its event.
  let adding: { taken: boolean } | undefined;
  queue.addEventListener('add', () => {
    if (adding) adding.taken = true;
  });
  const add: Add = function (this: unknown, task, taskOptions) {
    const made = waitingTask(queue, options, waiting, task, taskOptions);
    if (made === undefined) return original.call(this, task, taskOptions);
    const [waits, wrapped] = made;
    // A task that begins at once may itself add another.
    const outer = adding;
    const mine = { taken: false };
    adding = mine;
    try {
      return waits.enqueue.inside(() => original.call(this, wrapped, taskOptions));
    } finally {
      adding = outer;
      if (mine.taken) waits.enqueue.queued();
      else waits.refused();
    }
  };
  Object.defineProperty(queue, 'add', { value: add, configurable: true, writable: true });
}

function waitingTask(
  queue: PQueueLike,
  options: InstrumentPQueueOptions,
  waiting: Set<WaitingTask>,
  task: Task,
  taskOptions: PQueueTaskOptions = {},
): [WaitingTask, Task] | undefined {
  if (!isTrackerOn('job') || typeof task !== 'function') return undefined;
  try {
    const { id, signal } = taskOptions;
    const type = (typeof options.type === 'function' ? options.type(taskOptions) : options.type) ?? 'task';
    const given = taskOptions.priority ?? 0;
    const priority = options.priority?.(given) ?? levelOf(given);
    const described = {
      queue: options.queue,
      type,
      priority,
      system: 'p-queue',
      ...(id !== undefined && { id }),
    };
    const timeoutMs = 'timeout' in taskOptions ? taskOptions.timeout : queue.timeout;
    const waits = new WaitingTask(new JobEnqueue(described), priority, waiting, signal);
    const run = (argument: TaskArgument): JobRun | undefined => {
      waits.left();
      return runOf(waits, described, timeoutMs, argument?.signal);
    };
    return [waits, (argument) => runTask(run(argument), task, argument)];
  } catch (error) {
    reportTelemetryFailure('enqueuing a task', error);
    return undefined;
  }
}

function runOf(
  waits: WaitingTask,
  described: { queue: string; type: string; system: string; id?: string },
  timeoutMs: number | undefined,
  signal: AbortSignal | undefined,
): JobRun | undefined {
  waits.enqueue.queued();
  try {
    return new JobRun(waits.enqueue.carrier, {
      ...described,
      ...(timeoutMs !== undefined && { timeoutSeconds: timeoutMs / 1000 }),
      ...(signal && { signal }),
    });
  } catch (error) {
    reportTelemetryFailure('running a task', error);
    return undefined;
  }
}

async function runTask(run: JobRun | undefined, task: Task, argument: TaskArgument): Promise<unknown> {
  if (run === undefined) return task(argument);
  run.begin();
  const { signal } = argument;
  // The queue gives a task up as soon as its signal is aborted, whatever the task goes on to do.
  const stop = signal && onAbort(signal, (reason) => run.threw(reason));
  try {
    const result = await run.inside(() => task(argument));
    run.succeeded();
    return result;
  } catch (error) {
    run.threw(error);
    throw error;
  } finally {
    stop?.();
  }
}

function wrapClear(queue: PQueueLike, waiting: Set<WaitingTask>): void {
  const original = queue.clear;
  const clear = function (this: unknown): void {
    const cleared = [...waiting];
    original.call(this as PQueueLike);
    for (const task of cleared) task.cancelled(new DOMException('the queue was cleared', 'AbortError'));
  };
  Object.defineProperty(queue, 'clear', { value: clear, configurable: true, writable: true });
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

function levelOf(priority: number): JobPriority {
  return Math.min(4, Math.max(0, Math.round(priority))) as JobPriority;
}
