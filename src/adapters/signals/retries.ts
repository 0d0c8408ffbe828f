import { context } from '@opentelemetry/api';
import { diagnoseError } from '../../diagnosis/errors.ts';
import { record } from '../../emit/metrics.ts';
import { observeCounter } from '../../emit/observed_metrics.ts';
import { isTelemetryActive } from '../../emit/provider.ts';
import { addSpanEvent } from '../../emit/span.ts';
import {
  retryAttempts,
  retryCost,
  retryGivenUp,
  retryName,
  retryScheduled,
  retryWait,
} from '../../registry/resilience.ts';
import { type Counted, Instances } from './instances.ts';

interface RetryCounts {
  attempts: number;
  costSeconds: number;
  givenUp: number;
}

const retries = new Instances<RetryCounts, Record<string, never>>(
  retryName,
  () => ({
    attempts: 0,
    costSeconds: 0,
    givenUp: 0,
  }),
  observe,
);

/** A retry policy of whatever library, under the name that it is counted by. */
export class ObservedRetry {
  readonly #name: string;
  readonly #counts: RetryCounts;

  constructor({ name, counts }: Counted<RetryCounts>) {
    this.#name = name;
    this.#counts = counts;
  }

  /** A try failed, in the way that is retried, after so many seconds. */
  failed(seconds: number): void {
    this.#counts.costSeconds += seconds;
  }

  /**
   * Another try will follow.
   *
   * @param attempt     which retry it is, from 1
   * @param waitSeconds how long is waited before
   * @param failure     the error of the try before, where it was an error
   */
  retrying(attempt: number, waitSeconds: number, failure?: { readonly error: unknown }): void {
    this.#counts.attempts += 1;
    this.#counts.costSeconds += waitSeconds;
    record(retryWait, waitSeconds, { 'media.retry.name': this.#name });
    addSpanEvent(
      retryScheduled,
      {
        'media.retry.name': this.#name,
        'media.retry.attempt': attempt,
        'media.retry.wait': waitSeconds,
        'error.type': failure && isTelemetryActive() ? diagnoseError(failure.error).type : undefined,
      },
      context.active(),
    );
  }

  /** No retry is left. */
  gaveUp(): void {
    this.#counts.givenUp += 1;
  }
}

/** Begins to observe a retry policy; `undefined` where it is observed already. */
export function observeRetry(policy: object, given: unknown): ObservedRetry | undefined {
  const counted = retries.watch(policy, given);
  return counted && new ObservedRetry(counted);
}

function observe(): void {
  observeCounter(retryAttempts, (report) => {
    for (const [name, { attempts }] of retries.totals()) report(attempts, { 'media.retry.name': name });
  });
  observeCounter(retryCost, (report) => {
    for (const [name, { costSeconds }] of retries.totals()) report(costSeconds, { 'media.retry.name': name });
  });
  observeCounter(retryGivenUp, (report) => {
    for (const [name, { givenUp }] of retries.totals()) report(givenUp, { 'media.retry.name': name });
  });
}
