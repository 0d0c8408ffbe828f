import { performance } from 'node:perf_hooks';
import { context } from '@opentelemetry/api';
import { addCount, record } from '../../emit/metrics.ts';
import { closed, opened } from '../../emit/open_operations.ts';
import { scopeOf, withScope } from '../../emit/scope.ts';
import { endSpan, startSpan, withSpan } from '../../emit/span.ts';
import { joined, spanContextFrom } from '../../emit/trace_context.ts';
import {
  type JobState,
  jobFailures,
  jobRunDuration,
  jobRunSpan,
  jobRuns,
  jobWaitDuration,
} from '../../registry/job.ts';
import { type Failure, failureAttributes, failureOf } from '../failure.ts';
import { jobEnded, jobStarted, type ObservedRun } from './active.ts';
import { carrierOf } from './carrier.ts';
import { defaultTimeoutSeconds, type JobKind, jobKind, priorityName, queueName, typeName } from './kind.ts';
import type { JobLimit } from './limit.ts';
import type { JobRunOptions, RunningJob } from './options.ts';
import { limitOf } from './quiet_run.ts';
import { JobRetries } from './retries.ts';
import { beginSeries, type DescribedJob, stateChanged } from './signals.ts';

/** One attempt of a worker at a job. */
export class JobRun implements RunningJob, ObservedRun {
  readonly #started = performance.now();
  readonly #options: JobRunOptions;
  readonly #limit: JobLimit;
  readonly #retries: JobRetries;
  readonly #attempted;
  readonly #span;
  #progress: number | undefined;
  #told: { readonly state: 'failed' | 'cancelled'; readonly error: unknown } | undefined;
  #state: JobState | undefined;
  readonly attempt: number;
  readonly context;
  readonly kind: JobKind;
  readonly job: DescribedJob;
  readonly timeoutSeconds: number;
  overdue = false;

  constructor(payload: unknown, options: JobRunOptions) {
    this.#options = options;
    const carrier = carrierOf(payload);
    const type = options.type ?? carrier.type;
    const id = options.id ?? carrier.id;
    this.timeoutSeconds = options.timeoutSeconds ?? defaultTimeoutSeconds(type ?? '');
    this.attempt = options.attempt ?? 1;
    this.kind = jobKind(queueName(options.queue ?? carrier.queue), typeName(type));
    const here = context.active();
    const scope = scopeOf(here);
    this.job = {
      ...this.kind,
      'media.job.priority': priorityName(options.priority ?? carrier.priority),
      'messaging.message.id': id,
      'session.id': carrier.sessionId ?? scope?.sessionId,
    };
    this.#retries = new JobRetries(this.kind, id, this.attempt);
    this.#attempted = {
      'media.job.attempt': this.attempt,
      'media.job.max_attempts': options.maxAttempts,
      'media.job.timeout': this.timeoutSeconds,
      'media.job.wait': this.attempt > 1 ? undefined : secondsSince(options.enqueuedAt ?? carrier.enqueuedAt),
      'media.job.retry_wait': this.#retries.waitSeconds,
    };
    const { parent, links } = joined(here, spanContextFrom(carrier), options.join ?? 'parent');
    this.#span = startSpan(
      jobRunSpan,
      {
        ...this.job,
        ...this.#attempted,
        'messaging.system': options.system,
        'messaging.operation.name': 'run',
        'messaging.operation.type': 'process',
        'media.operation': 'job',
      },
      parent,
      undefined,
      links,
    );
    this.context = withScope(withSpan(parent, this.#span), {
      operation: 'job',
      sessionId: this.job['session.id'],
      // A queue of this very process may run it inside of the session that put it there.
      totals: scope?.sessionId === this.job['session.id'] ? scope?.totals : undefined,
      attempt: undefined,
    });
    this.#limit = limitOf(options, type);
  }

  begin(): void {
    opened(this);
    jobStarted(this);
    beginSeries(this.kind);
    const wait = this.#attempted['media.job.wait'];
    if (wait !== undefined) {
      record(jobWaitDuration, wait, {
        ...this.kind,
        'media.job.priority': this.job['media.job.priority'],
      });
    }
    this.#retries.begin();
    const previous = this.attempt > 1 ? 'retrying' : 'queued';
    stateChanged(this.job, 'running', previous, this.#attempted, this.context);
  }

  /** Calls `work` so that what it makes belongs to the job. */
  inside<T>(work: (running: RunningJob) => T): T {
    return context.with(this.context, work, undefined, this);
  }

  get ageSeconds(): number {
    return (performance.now() - this.#started) / 1000;
  }

  get takesTooLong(): boolean {
    // The timer's clock is coarser than ours.
    return this.#limit.timedOut || this.ageSeconds > this.timeoutSeconds;
  }

  get signal(): AbortSignal {
    return this.#limit.signal;
  }

  progress(at: number | { done: number; total: number }): void {
    const ratio = typeof at === 'number' ? at : at.done / at.total;
    if (ratio >= 0 && ratio <= 1) this.#progress = ratio;
  }

  failed(error: unknown): void {
    this.#told = { state: 'failed', error };
  }

  cancelled(reason: unknown = new DOMException('the job was cancelled', 'AbortError')): void {
    this.#told = { state: 'cancelled', error: reason };
  }

  retrying(error: unknown, { waitSeconds = 0 }: { waitSeconds?: number } = {}): void {
    if (this.#state !== undefined) return;
    const wait = waitSeconds >= 0 && Number.isFinite(waitSeconds) ? waitSeconds : 0;
    this.#retries.again(wait);
    const failure = failureOf(error);
    this.#countFailure(failure);
    const more = { 'media.job.attempt': this.attempt, 'media.job.retry_wait': wait };
    stateChanged(this.job, 'retrying', 'running', { ...failureAttributes(failure), ...more }, this.context);
  }

  interrupt(): void {
    this.end('interrupted');
  }

  /** Ends it after work that did not throw. */
  succeeded(): void {
    this.end(this.#told?.state ?? 'completed', this.#told && failureOf(this.#told.error));
  }

  /** Ends it after work that threw. */
  threw(error: unknown): void {
    const endedBy = this.#limit.endedBy;
    const failure = failureOf(endedBy ? endedBy.reason : error);
    const { type } = failure.diagnosis;
    const timedOut = endedBy !== undefined && type === 'timeout';
    if (this.#told?.state === 'cancelled' || type === 'cancelled' || (endedBy && !timedOut)) {
      this.end('cancelled', failure);
    } else this.end(this.#willRetry(error) ? 'retrying' : 'failed', failure);
  }

  end(state: JobState, failure?: Failure): void {
    if (this.#state !== undefined) return;
    this.#state = state;
    this.#limit.end();
    closed(this);
    jobEnded(this);
    const seconds = this.ageSeconds;
    const counted = { ...this.kind, 'media.job.state': state };
    addCount(jobRuns, 1, counted);
    record(jobRunDuration, seconds, counted);
    if (failure !== undefined && state !== 'cancelled') this.#countFailure(failure);
    const ended = {
      'media.job.progress': this.#progress,
      'media.job.retry_cost': this.#retries.end(state),
      'media.job.overdue': this.overdue || undefined,
      ...(failure && failureAttributes(failure)),
    };
    const more = { ...this.#attempted, ...ended, 'media.job.duration': seconds };
    stateChanged(this.job, state, 'running', more, this.context);
    const status = state === 'failed' || state === 'retrying' ? failure?.diagnosis.type : undefined;
    endSpan(jobRunSpan, this.#span, { ...ended, 'media.job.state': state }, status);
  }

  #willRetry(error: unknown): boolean {
    const { willRetry, maxAttempts } = this.#options;
    if (willRetry === undefined) return maxAttempts !== undefined && this.attempt < maxAttempts;
    try {
      return willRetry(error);
    } catch {
      // It is asked for the sake of telemetry only.
      return false;
    }
  }

  #countFailure({ diagnosis }: Failure): void {
    addCount(jobFailures, 1, {
      ...this.kind,
      'error.type': diagnosis.type,
      'media.error.category': diagnosis.category,
    });
  }
}

// Clocks of two hosts may differ: a job is never run before it was put on the queue.
function secondsSince(ms: number | undefined): number | undefined {
  return ms === undefined || !Number.isFinite(ms) ? undefined : Math.max(0, Date.now() - ms) / 1000;
}
