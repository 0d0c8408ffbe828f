import { performance } from 'node:perf_hooks';
import { addCount, record } from '../../emit/metrics.ts';
import { type JobState, jobRetries, jobRetryCostDuration, jobRetryWaitDuration } from '../../registry/job.ts';
import { type EarlierAttempts, rememberAttempt, takeAttempts } from './earlier.ts';
import type { JobKind } from './kind.ts';

/**
 * The retries of a job, and what they cost it: between runs, which the queue makes, and inside of a run, which the
 * application makes. Of the runs before this one only those of this process are known.
 */
export class JobRetries {
  readonly #kind: JobKind;
  readonly #id: string | undefined;
  readonly #startedMs = Date.now();
  readonly #earlier: EarlierAttempts | undefined;
  #tryStarted = performance.now();
  #insideSeconds = 0;
  #inside = false;
  /** How long was waited between the run before and this one, in seconds. */
  readonly waitSeconds: number | undefined;

  constructor(kind: JobKind, id: string | undefined, attempt: number) {
    this.#kind = kind;
    this.#id = id;
    this.#earlier = attempt > 1 ? takeAttempts(kind, id) : undefined;
    this.waitSeconds = this.#earlier && Math.max(0, this.#startedMs - this.#earlier.lastEndedMs) / 1000;
  }

  begin(): void {
    if (this.waitSeconds !== undefined) record(jobRetryWaitDuration, this.waitSeconds, this.#kind);
  }

  /** A try inside of the run failed, and another follows after a wait. */
  again(waitSeconds: number): void {
    const now = performance.now();
    this.#insideSeconds += Math.max(0, now - this.#tryStarted) / 1000 + waitSeconds;
    this.#tryStarted = now + waitSeconds * 1000;
    this.#inside = true;
    addCount(jobRetries, 1, this.#kind);
    record(jobRetryWaitDuration, waitSeconds, this.#kind);
  }

  /**
   * The run has ended.
   *
   * @returns what retries have cost the job in all, in seconds; `undefined` if there were none, or there are more to come
   */
  end(state: JobState): number | undefined {
    if (state === 'retrying') {
      addCount(jobRetries, 1, this.#kind);
      rememberAttempt(this.#kind, this.#id, {
        firstStartedMs: this.#earlier?.firstStartedMs ?? this.#startedMs,
        lastEndedMs: Date.now(),
      });
      return undefined;
    }
    if (this.#earlier === undefined && !this.#inside) return undefined;
    const before = this.#earlier ? Math.max(0, this.#startedMs - this.#earlier.firstStartedMs) / 1000 : 0;
    const cost = before + this.#insideSeconds;
    record(jobRetryCostDuration, cost, { ...this.#kind, 'media.job.state': state });
    return cost;
  }
}
