import { reportTelemetryFailure } from '../emit/guard.ts';
import { isTrackerOn } from '../emit/trackers.ts';
import { JobRun } from '../media/job/run.ts';
import { type BullmqJob, levelOf } from './bullmq_job.ts';

/** How the jobs that a worker of BullMQ runs are seen. */
export interface InstrumentBullmqProcessorOptions {
  /** Kind of a job, by its name; must be of few values. Default: the name itself. */
  type?: (name: string) => string;
  /** BullMQ's numbers for our priorities lowest, low, normal, high and critical. Default 5, 4, 3, 2, 1. */
  priorities?: readonly [number, number, number, number, number];
  /** How long a job may run, in seconds, by its kind. Default: as for `job.run`. */
  timeoutSeconds?: (type: string) => number | undefined;
  /** How the span belongs to that of the enqueuing. Default `parent`: one trace. */
  join?: 'parent' | 'link';
}

type Processor = (this: unknown, job: BullmqJob, token?: string, signal?: AbortSignal) => unknown;

// By these a processor tells BullMQ that the job has not failed, but is to be run later.
const PUT_BACK: Readonly<Record<string, 'pending' | 'queued'>> = {
  DelayedError: 'pending',
  WaitingChildrenError: 'pending',
  WaitingError: 'queued',
  RateLimitError: 'queued',
};

const MAX_METADATA = 2048;

/**
 * Has the jobs that a worker of BullMQ runs told: `new Worker('media', instrumentBullmqProcessor(processor), …)`. What the
 * processor gives back and throws stays the same. Retries are told by the attempts that the job has left.
 *
 * @param processor a function; of a processor in a file of its own, call `job.run` there
 * @param options   kinds, priorities, time-outs
 * @returns a processor that does the same
 */
export function instrumentBullmqProcessor<P extends (...all: never[]) => unknown>(
  processor: P,
  options: InstrumentBullmqProcessorOptions = {},
): P {
  const original = processor as unknown as Processor;
  const wrapped: Processor = async function (this: unknown, job, ...rest) {
    const running = runOf(job, rest[1], options);
    if (running === undefined) return original.call(this, job, ...rest);
    running.begin();
    let result: unknown;
    try {
      result = await running.inside(() => original.call(this, job, ...rest));
    } catch (error) {
      const state = putBack(error);
      if (state === undefined) running.threw(error);
      else running.end(state);
      throw error;
    }
    running.succeeded();
    return result;
  };
  // BullMQ hands a signal to the processors that have a third parameter, and to no others.
  Object.defineProperty(wrapped, 'length', { value: processor.length });
  Object.defineProperty(wrapped, 'name', { value: processor.name });
  return wrapped as unknown as P;
}

function runOf(
  job: BullmqJob,
  signal: AbortSignal | undefined,
  options: InstrumentBullmqProcessorOptions,
): JobRun | undefined {
  if (!isTrackerOn('job')) return undefined;
  try {
    const type = options.type?.(job.name) ?? job.name;
    const timeoutSeconds = options.timeoutSeconds?.(type);
    const attempts = Math.max(1, job.opts?.attempts ?? 1);
    const attempt = job.attemptsMade + 1;
    return new JobRun(metadataOf(job), {
      queue: job.queueName,
      type,
      priority: levelOf(job.opts?.priority, options.priorities),
      ...(job.id !== undefined && { id: job.id }),
      attempt,
      maxAttempts: attempts,
      willRetry: (error) =>
        attempt < attempts && job.discarded !== true && nameOf(error) !== 'UnrecoverableError',
      // A job that was put back, or whose worker died, has waited before: it is not told a second time.
      enqueuedAt: (job.attemptsStarted ?? 1) > 1 ? Number.NaN : job.timestamp + (job.opts?.delay ?? 0),
      ...(timeoutSeconds !== undefined && { timeoutSeconds }),
      ...(signal && { signal }),
      ...(options.join && { join: options.join }),
      system: 'bullmq',
    });
  } catch (error) {
    reportTelemetryFailure('running a job', error);
    return undefined;
  }
}

function metadataOf(job: BullmqJob): unknown {
  const metadata = job.opts?.telemetry?.metadata;
  if (typeof metadata !== 'string' || metadata.length > MAX_METADATA) return undefined;
  try {
    return JSON.parse(metadata);
  } catch {
    // Another's, in another format.
    return undefined;
  }
}

function putBack(error: unknown): 'pending' | 'queued' | undefined {
  const name = nameOf(error);
  return Object.hasOwn(PUT_BACK, name) ? PUT_BACK[name] : undefined;
}

function nameOf(error: unknown): string {
  try {
    return error instanceof Error ? error.name : '';
  } catch {
    return '';
  }
}
