import { reportTelemetryFailure } from '../emit/guard.ts';
import { isTrackerOn } from '../emit/trackers.ts';
import { JobEnqueue } from '../media/job/enqueue.ts';
import type { JobPriority } from '../media/job/kind.ts';
import { JobRun } from '../media/job/run.ts';
import type { InstrumentPQueueOptions, PQueueLike, PQueueTaskOptions } from './p_queue_options.ts';
import { onAbort } from './shared_abort.ts';

interface TaskArgument {
  readonly signal?: AbortSignal;
}
type Task = (argument: TaskArgument) => unknown;
type Add = (this: unknown, task: Task, options?: PQueueTaskOptions) => Promise<unknown>;

/** A task that is in the queue, and what it becomes once it runs. */
export class WaitingTask {
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

/** Has each task that is added tell that it waits, runs and ends. */
export function wrapAdd(
  queue: PQueueLike,
  options: InstrumentPQueueOptions,
  waiting: Set<WaitingTask>,
): void {
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

/** Has the tasks that are cleared tell that they will not run. */
export function wrapClear(queue: PQueueLike, waiting: Set<WaitingTask>): void {
  const original = queue.clear;
  const clear = function (this: unknown): void {
    const cleared = [...waiting];
    original.call(this as PQueueLike);
    for (const task of cleared) task.cancelled(new DOMException('the queue was cleared', 'AbortError'));
  };
  Object.defineProperty(queue, 'clear', { value: clear, configurable: true, writable: true });
}

function levelOf(priority: number): JobPriority {
  return Math.min(4, Math.max(0, Math.round(priority))) as JobPriority;
}
