import type { JobPriority, JobType } from './kind.ts';

/** How a job is run. What is left out is taken from what travelled in the payload, where there is something. */
export interface JobRunOptions {
  /** Name of the queue; must be of few values. */
  queue?: string;
  /** Kind of the job; sets the time-out, unless that is given. */
  type?: JobType;
  /** Priority: lowest 0, low 1, normal 2, high 3, critical 4. */
  priority?: JobPriority;
  /** Id of the job in its queue; attempts at the same job are told by it. */
  id?: string;
  /** Which attempt at the job this is. Default 1. */
  attempt?: number;
  /** How many attempts there may be. Default: no more after this one. */
  maxAttempts?: number;
  /** Whether another attempt follows after this error, where that does not hang on their number alone. */
  willRetry?: (error: unknown) => boolean;
  /** When it was put on the queue, or was due at the earliest, in milliseconds since 1970. */
  enqueuedAt?: number;
  /** How long it may run, in seconds. Default: download 3600, video_info 30, subtitle 60, thumbnail 30, others 3600. */
  timeoutSeconds?: number;
  /** Whether `signal` is aborted when that time is up. Default false: the job is only marked as overdue. */
  enforceTimeout?: boolean;
  /** Cancels it. */
  signal?: AbortSignal;
  /**
   * How its span belongs to that of the enqueuing, where the payload has it. `parent`, the default: as its child, so that
   * all of it is one trace, which OpenTelemetry's conventions allow where each message is processed by itself. `link`: in a
   * trace of its own, with a link; for queues in which jobs wait for days.
   */
  join?: 'parent' | 'link';
  /** What the queue is made of: `bullmq`, `p-queue`, …. */
  system?: string;
}

/** A job that is running. */
export interface RunningJob {
  /** Aborted when the job is cancelled, and when its time is up if that is to be enforced. Pass it on. */
  readonly signal: AbortSignal;
  /** Says how far it has come: a share from 0 to 1, or parts of a known total. */
  progress(at: number | { done: number; total: number }): void;
  /** Says that it failed, for code that does not throw. */
  failed(error: unknown): void;
  /** Says that it was called off, for code that does not throw an `AbortError`. */
  cancelled(reason?: unknown): void;
  /** Says that a try inside of this run failed, and that another follows after a wait. */
  retrying(error: unknown, options?: { waitSeconds?: number }): void;
}
