import { reportTelemetryFailure } from '../../emit/guard.ts';
import { isTrackerOn } from '../../emit/trackers.ts';
import { heartbeat } from './active.ts';
import { type JobCarrier, withCarrier } from './carrier.ts';
import { type JobDescription, JobEnqueue } from './enqueue.ts';
import type { JobRunOptions, RunningJob } from './options.ts';
import { observeQueue } from './queue.ts';
import { QuietJobRun } from './quiet_run.ts';
import { JobRun } from './run.ts';

/** What is known of a job when it is put on a queue, with what is put there. */
export interface EnqueueOptions<P> extends JobDescription {
  /** The application's own payload. It is never changed: `add` gets a copy that has the trace context too. */
  payload?: P;
}

/**
 * Puts a job on a queue. Resolves or rejects exactly as `add` does.
 *
 * @param options what is known of the job
 * @param add     puts it there: `(payload) => queue.add('download', payload)`. The payload that it gets is a copy with the
 *                trace context under the key `otel-media`, by which `job.run` finds its way back. A payload that is no plain
 *                object stays as it is: then the second argument, plain JSON of a few hundred bytes, can be stored elsewhere
 *                and given to `job.run` in the payload's place
 * @returns what `add` gives back
 */
function enqueue<P, T>(
  options: EnqueueOptions<P>,
  add: (payload: P, carrier: JobCarrier) => T | Promise<T>,
): Promise<T>;
async function enqueue<P, T>(
  options: EnqueueOptions<P>,
  add: (payload: P, carrier: JobCarrier) => T | Promise<T>,
): Promise<T> {
  const payload = options.payload as P;
  const job = guarded('enqueuing a job', () => new JobEnqueue(options));
  if (job === undefined) return add(payload, {});
  try {
    const result = await job.inside(() => add(withCarrier(payload, job.carrier), job.carrier));
    job.queued();
    return result;
  } catch (error) {
    job.failed(error);
    throw error;
  }
}

/**
 * Runs a job that was taken from a queue. Resolves or rejects exactly as `work` does.
 *
 * @param payload what `add` got of `job.enqueue`, or the carrier; anything else runs in a trace of its own
 * @param options what is known of the job beside that: its attempt, its time-out
 * @param work    the application's own work; what it throws is classified, recorded and thrown on
 * @returns what `work` gives back; rejects with a TypeError where there is no `work`
 */
function run<T>(payload: unknown, work: (running: RunningJob) => T | Promise<T>): Promise<T>;
function run<T>(
  payload: unknown,
  options: JobRunOptions,
  work: (running: RunningJob) => T | Promise<T>,
): Promise<T>;
async function run<T>(
  payload: unknown,
  optionsOrWork: JobRunOptions | ((running: RunningJob) => T | Promise<T>),
  maybeWork?: (running: RunningJob) => T | Promise<T>,
): Promise<T> {
  const work = typeof optionsOrWork === 'function' ? optionsOrWork : maybeWork;
  if (work === undefined) throw new TypeError('job.run(payload, …) needs a function to run');
  const options = typeof optionsOrWork === 'function' ? {} : optionsOrWork;
  const running = guarded('running a job', () => new JobRun(payload, options));
  if (running === undefined) return runQuietly(options, work);
  running.begin();
  let result: T;
  try {
    result = await running.inside(work);
  } catch (error) {
    running.threw(error);
    throw error;
  }
  running.succeeded();
  return result;
}

async function runQuietly<T>(
  options: JobRunOptions,
  work: (running: RunningJob) => T | Promise<T>,
): Promise<T> {
  const running = new QuietJobRun(options);
  try {
    return await work(running);
  } finally {
    running.end();
  }
}

/** Makes something of ours out of what the application gave; `undefined` with no SDK, or when a getter of it throws. */
function guarded<T>(what: string, make: () => T): T | undefined {
  if (!isTrackerOn('job')) return undefined;
  try {
    return make();
  } catch (error) {
    reportTelemetryFailure(what, error);
    return undefined;
  }
}

/** Jobs of a queue: what puts them there, what runs them, and how it stands with the queue. */
export const job: {
  readonly enqueue: typeof enqueue;
  readonly run: typeof run;
  readonly observeQueue: typeof observeQueue;
  readonly heartbeat: typeof heartbeat;
} = { enqueue, run, observeQueue, heartbeat };
