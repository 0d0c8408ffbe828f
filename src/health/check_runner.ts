import { performance } from 'node:perf_hooks';
import { context, ROOT_CONTEXT } from '@opentelemetry/api';
import { reportTelemetryFailure } from '../emit/guard.ts';
import { suppressed } from '../emit/suppression.ts';
import type { HealthState } from '../registry/health.ts';
import { findingOf, findingOfError, type HealthCheck, type HealthFinding, worseOf } from './finding.ts';

/** What a check found, and when. */
export interface CheckReport extends HealthFinding {
  readonly at: Date;
  readonly durationSeconds: number;
}

/** What all checks found. */
export interface HealthSummary {
  /** As bad as the worst of them. */
  readonly status: HealthState;
  readonly checks: ReadonlyMap<string, CheckReport>;
  /** When they were run. */
  readonly at: Date;
}

export interface RunnerOptions {
  readonly maxAgeSeconds: number;
  readonly timeoutSeconds: number;
  /** Called after each run. */
  readonly onResult?: (now: HealthSummary, before: HealthSummary | undefined) => void;
}

/**
 * Runs checks side by side, each within its time, and keeps what they found. There is never more than one run at a
 * time, nor more than one of any check: one that does not come back is not started again until it has.
 */
export class CheckRunner {
  readonly #checks: ReadonlyMap<string, HealthCheck>;
  readonly #options: RunnerOptions;
  readonly #pending = new Set<string>();
  #running: Promise<HealthSummary> | undefined;
  #latest: HealthSummary | undefined;
  #latestAt = Number.NEGATIVE_INFINITY;

  constructor(checks: ReadonlyMap<string, HealthCheck>, options: RunnerOptions) {
    this.#checks = checks;
    this.#options = options;
  }

  get names(): Iterable<string> {
    return this.#checks.keys();
  }

  /** What was found last; undefined before the end of the first run. */
  get latest(): HealthSummary | undefined {
    return this.#latest;
  }

  get isStale(): boolean {
    return performance.now() - this.#latestAt >= this.#options.maxAgeSeconds * 1000;
  }

  /** What was found, if that is new enough; else what a run finds now. Never rejects. */
  current(): Promise<HealthSummary> {
    if (this.#latest !== undefined && !this.isStale) return Promise.resolve(this.#latest);
    // What is run belongs to nobody's request, though somebody's asked first.
    this.#running ??= context.with(ROOT_CONTEXT, () => this.#run());
    return this.#running;
  }

  async #run(): Promise<HealthSummary> {
    const found = await Promise.all(
      [...this.#checks].map(async ([name, check]) => [name, await this.#once(name, check)] as const),
    );
    const summary: HealthSummary = {
      status: found.reduce<HealthState>((worst, [, { status }]) => worseOf(worst, status), 'ok'),
      checks: new Map(found),
      at: new Date(),
    };
    const before = this.#latest;
    this.#latest = summary;
    this.#latestAt = performance.now();
    this.#running = undefined;
    try {
      this.#options.onResult?.(summary, before);
    } catch (error) {
      reportTelemetryFailure('telling of health', error);
    }
    return summary;
  }

  async #once(name: string, check: HealthCheck): Promise<CheckReport> {
    const started = performance.now();
    const finding = this.#pending.has(name)
      ? ({ status: 'critical', message: 'has not come back since it was asked before' } as const)
      : await this.#withinTime(name, check);
    return { ...finding, at: new Date(), durationSeconds: (performance.now() - started) / 1000 };
  }

  #withinTime(name: string, check: HealthCheck): Promise<HealthFinding> {
    const { timeoutSeconds } = this.#options;
    return new Promise((resolve) => {
      const abort = new AbortController();
      this.#pending.add(name);
      const timer = setTimeout(() => {
        resolve({ status: 'critical', message: `gave no answer within ${timeoutSeconds} s` });
        abort.abort();
      }, timeoutSeconds * 1000);
      timer.unref();
      const done = (finding: HealthFinding): void => {
        clearTimeout(timer);
        this.#pending.delete(name);
        resolve(finding);
      };
      // A check that is not async may throw before there is a promise.
      // Nor does a look at a store each minute make a trace that is worth keeping.
      Promise.resolve()
        .then(() => context.with(suppressed(ROOT_CONTEXT), () => check(abort.signal)))
        .then(findingOf)
        .then(done, (error: unknown) => done(findingOfError(error)));
    });
  }
}
