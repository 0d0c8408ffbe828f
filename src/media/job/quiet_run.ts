import { defaultTimeoutSeconds } from './kind.ts';
import { JobLimit } from './limit.ts';
import type { JobRunOptions, RunningJob } from './options.ts';

/** A job with no SDK registered: no signals, but the signal and the time-out that the application counts on. */
export class QuietJobRun implements RunningJob {
  readonly #limit: JobLimit;

  constructor(options: JobRunOptions) {
    try {
      this.#limit = limitOf(options);
    } catch {
      // Options that throw when they are read are no reason not to run the job.
      this.#limit = new JobLimit(undefined, undefined);
    }
  }

  get signal(): AbortSignal {
    return this.#limit.signal;
  }

  end(): void {
    this.#limit.end();
  }

  progress(): void {}

  failed(): void {}

  cancelled(): void {}

  retrying(): void {}
}

/** What may end a job that is run with these options. */
export function limitOf(options: JobRunOptions, type = options.type): JobLimit {
  const seconds = options.timeoutSeconds ?? defaultTimeoutSeconds(type ?? '');
  return new JobLimit(options.signal, options.enforceTimeout === true ? seconds : undefined);
}
