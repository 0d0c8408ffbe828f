import { performance } from 'node:perf_hooks';
import { type Context, context } from '@opentelemetry/api';
import { defined } from '../../emit/defined.ts';
import { reportTelemetryFailure } from '../../emit/guard.ts';
import { addCount } from '../../emit/metrics.ts';
import { closed, opened } from '../../emit/open_operations.ts';
import { type OperationScope, scopeOf, userIdOf, withScope } from '../../emit/scope.ts';
import { startSpan, withSpan } from '../../emit/span.ts';
import type { Outcome } from '../../registry/operation.ts';
import { stageSpan, stagesSlow } from '../../registry/stage.ts';
import { type Failure, failureOf } from '../failure.ts';
import { isCounted, noteFailure } from '../session/totals.ts';
import { stageEntered, stageLeft } from './active.ts';
import { countRemoved, type Processed, type Removed, StageAmounts } from './amounts.ts';
import { stageNameOf } from './name.ts';
import { type Stage, type StageOptions, slowAfter, stageFailureContext } from './options.ts';
import { tellEnded, tellSlow, tellStarted } from './signals.ts';

// Longest that a timer of Node can be set to; a longer one would go off at once.
const MAX_TIMER_MS = 2 ** 31 - 1;

/** One run of a stage, with its signals. */
export class StageRun implements Stage {
  readonly name: string;
  readonly startedMs: number = performance.now();
  readonly #slowAfterSeconds: number;
  readonly #options: StageOptions;
  readonly #scope: OperationScope | undefined;
  readonly #described;
  readonly #span;
  readonly #context: Context;
  readonly #amounts = new StageAmounts();
  #timer: NodeJS.Timeout | undefined;
  #slow = false;
  #done = false;
  #failure: Failure | undefined;

  /** Starts a stage; `undefined` if that is not possible, which is not to keep the application from its work. */
  static start(name: unknown, options: StageOptions): StageRun | undefined {
    try {
      const run = new StageRun(name, options);
      run.#begin();
      return run;
    } catch (error) {
      reportTelemetryFailure('starting a stage', error);
      return undefined;
    }
  }

  private constructor(name: unknown, options: StageOptions) {
    this.name = stageNameOf(name);
    this.#options = options;
    this.#slowAfterSeconds = slowAfter(this.name, options);
    const parent = context.active();
    this.#scope = scopeOf(parent);
    this.#described = defined({
      'media.stage.name': this.name,
      'session.id': this.#scope?.sessionId,
      'user.id': userIdOf(parent),
    });
    this.#span = startSpan(stageSpan, { ...this.#described, 'media.operation': 'stage' }, parent, this.name);
    this.#context = withScope(withSpan(parent, this.#span), {
      operation: 'stage',
      sessionId: this.#scope?.sessionId,
      totals: this.#scope?.totals,
      attempt: this.#scope?.attempt,
    });
  }

  #begin(): void {
    opened(this);
    stageEntered(this);
    tellStarted(this.#described, this.#context);
    if (this.#slowAfterSeconds === Number.POSITIVE_INFINITY) return;
    this.#timer = setTimeout(
      () => this.#stillRunning(),
      Math.min(MAX_TIMER_MS, this.#slowAfterSeconds * 1000),
    );
    this.#timer.unref();
  }

  /** Calls `work` so that what it makes belongs to the stage. */
  inside<T>(work: (stage: Stage) => T): T {
    return context.with(this.#context, work, undefined, this);
  }

  processed(what: Processed): void {
    this.#amounts.add(what);
  }

  removed(what: Removed): void {
    countRemoved(what);
  }

  failed(error: unknown): void {
    this.#failure = failureOf(error, this.#scope?.attempt?.videoId);
  }

  threw(error: unknown): void {
    this.failed(error);
    this.#end('failure');
  }

  returned(): void {
    this.#end(this.#failure === undefined ? 'success' : 'failure');
  }

  interrupt(): void {
    this.#end('interrupted');
  }

  #stillRunning(): void {
    const seconds = (performance.now() - this.startedMs) / 1000;
    // Of a threshold beyond what a timer can do, this is not the end yet; the mark is set when the stage ends.
    if (this.#done || this.#slow || this.#slowAfterSeconds * 1000 > MAX_TIMER_MS) return;
    this.#markSlow();
    tellSlow(this.#described, seconds, this.#slowAfterSeconds, this.#context);
  }

  #markSlow(): void {
    this.#slow = true;
    addCount(stagesSlow, 1, { 'media.stage.name': this.name });
  }

  #end(outcome: Outcome): void {
    if (this.#done) return;
    this.#done = true;
    clearTimeout(this.#timer);
    closed(this);
    stageLeft(this);
    try {
      this.#tell(outcome, (performance.now() - this.startedMs) / 1000);
    } catch (error) {
      reportTelemetryFailure('ending a stage', error);
    }
  }

  #tell(outcome: Outcome, seconds: number): void {
    const failure = outcome === 'interrupted' ? undefined : this.#failure;
    if (!this.#slow && seconds > this.#slowAfterSeconds) this.#markSlow();
    // A failure that something inside has counted already is the same one on its way up.
    if (failure && this.#scope?.totals && !isCounted(failure.error)) noteFailure(this.#scope.totals, failure);
    const ended = {
      described: this.#described,
      outcome,
      durationSeconds: seconds,
      amounts: this.#amounts,
      slowAfterSeconds: this.#slow ? this.#slowAfterSeconds : undefined,
      failure,
      failureContext: failure && stageFailureContext(this.#options),
    };
    tellEnded(ended, this.#span, this.#context);
  }
}
