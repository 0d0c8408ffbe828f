import { reportTelemetryFailure } from '../emit/guard.ts';
import { isTrackerOn } from '../emit/trackers.ts';
import { JobEnqueue } from '../media/job/enqueue.ts';
import { observeQueue } from '../media/job/queue.ts';
import type { QueueFigures } from '../media/job/queue_figures.ts';
import {
  BULLMQ_PRIORITIES,
  type BullmqJob,
  type BullmqJobOptions,
  type BullmqQueue,
  type InstrumentBullmqOptions,
  levelOf,
} from './bullmq_job.ts';

type Add = (this: unknown, name: string, data: unknown, options?: BullmqJobOptions) => Promise<BullmqJob>;
interface BulkJob {
  readonly name: string;
  readonly opts?: BullmqJobOptions;
}
type AddBulk = (this: unknown, jobs: readonly BulkJob[]) => Promise<BullmqJob[]>;

const COUNTED = [
  ...['waiting', 'paused', 'prioritized', 'delayed', 'waiting-children'],
  ...['active', 'completed', 'failed'],
];

const instrumented = new WeakSet<object>();

/**
 * Has a BullMQ queue tell what is put on it, and how it stands with it: `instrumentBullmqQueue(new Queue('media'))`. What
 * `add` and `addBulk` give back and throw stays the same. The trace context travels where BullMQ has a place for it, in the
 * option `telemetry.metadata` of the job; its data stays as it is.
 *
 * @param queue   the queue, of BullMQ 6
 * @param options kinds, priorities, capacities
 * @returns the same queue
 */
export function instrumentBullmqQueue<Q extends BullmqQueue>(
  queue: Q,
  options: InstrumentBullmqOptions = {},
): Q {
  if (instrumented.has(queue)) return queue;
  try {
    instrumented.add(queue);
    wrapAdd(queue, options);
    wrapAddBulk(queue, options);
    observeSize(queue, options);
  } catch (error) {
    reportTelemetryFailure('instrumenting a queue', error);
  }
  return queue;
}

function wrapAdd(queue: BullmqQueue, options: InstrumentBullmqOptions): void {
  const original = queue.add as unknown as Add;
  const add: Add = async function (this: unknown, name, data, opts) {
    const job = enqueuing(queue, options, name, opts);
    if (job === undefined) return original.call(this, name, data, opts);
    try {
      const added = await job.inside(() => original.call(this, name, data, carrying(opts, job)));
      job.queued(added?.id);
      return added;
    } catch (error) {
      job.failed(error);
      throw error;
    }
  };
  Object.defineProperty(queue, 'add', { value: add, configurable: true, writable: true });
}

function wrapAddBulk(queue: BullmqQueue, options: InstrumentBullmqOptions): void {
  const original = queue.addBulk as unknown as AddBulk;
  const addBulk: AddBulk = async function (this: unknown, jobs) {
    const all = isTrackerOn('job') && Array.isArray(jobs) ? [...jobs] : [];
    const enqueued = all.map((one) => enqueuing(queue, options, one?.name, one?.opts));
    const carried = all.map((one, at) => {
      const job = enqueued[at];
      return job === undefined ? one : { ...one, opts: carrying(one.opts, job) };
    });
    try {
      const added = await original.call(this, carried.length > 0 ? carried : jobs);
      for (const [at, job] of enqueued.entries()) job?.queued(added?.[at]?.id);
      return added;
    } catch (error) {
      for (const job of enqueued) job?.failed(error);
      throw error;
    }
  };
  Object.defineProperty(queue, 'addBulk', { value: addBulk, configurable: true, writable: true });
}

function enqueuing(
  queue: BullmqQueue,
  options: InstrumentBullmqOptions,
  name: string,
  opts: BullmqJobOptions | undefined,
): JobEnqueue | undefined {
  if (!isTrackerOn('job')) return undefined;
  try {
    return new JobEnqueue({
      queue: queue.name,
      type: options.type?.(name) ?? name,
      priority: levelOf(opts?.priority, options.priorities),
      ...(typeof opts?.jobId === 'string' && { id: opts.jobId }),
      delaySeconds: (opts?.delay ?? 0) / 1000,
      system: 'bullmq',
    });
  } catch (error) {
    reportTelemetryFailure('enqueuing a job', error);
    return undefined;
  }
}

function carrying(opts: BullmqJobOptions | undefined, job: JobEnqueue): BullmqJobOptions | undefined {
  try {
    const telemetry = opts?.telemetry;
    // Somebody else's metadata, or the wish that there be none.
    if (telemetry?.metadata !== undefined || telemetry?.omitContext) return opts;
    return { ...opts, telemetry: { ...telemetry, metadata: JSON.stringify(job.carrier) } };
  } catch (error) {
    reportTelemetryFailure('adding the trace context to a job', error);
    return opts;
  }
}

function observeSize(queue: BullmqQueue, options: InstrumentBullmqOptions): void {
  const numbers = options.priorities ?? BULLMQ_PRIORITIES;
  observeQueue(queue.name, read, options.types ? { types: options.types } : {});

  function read(): Promise<QueueFigures> | undefined {
    // A queue that was closed can be asked no more. Its jobs are still in Redis: what was told last stays.
    return queue.closing === undefined ? figures() : undefined;
  }

  async function figures(): Promise<QueueFigures> {
    const [counts, waiting] = await Promise.all([
      queue.getJobCounts(...(COUNTED as never[])),
      queue.getCountsPerPriority([0, ...numbers] as never),
    ]);
    const sum = (...names: string[]) => names.reduce((total, name) => total + (counts[name] ?? 0), 0);
    const [lowest = 0, low = 0, normal = 0, high = 0, critical = 0] = numbers.map((one) => waiting[one] ?? 0);
    return {
      states: {
        pending: sum('delayed', 'waiting-children'),
        queued: sum('waiting', 'paused', 'prioritized'),
        running: sum('active'),
        completed: sum('completed'),
        failed: sum('failed'),
      },
      // A job without a priority is a normal one.
      waiting: { 0: lowest, 1: low, 2: normal + (waiting[0] ?? 0), 3: high, 4: critical },
      ...(options.capacity !== undefined && { capacity: options.capacity }),
      ...(options.workers !== undefined && { workers: { capacity: options.workers } }),
    };
  }
}
