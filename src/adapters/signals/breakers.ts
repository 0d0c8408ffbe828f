import { context } from '@opentelemetry/api';
import { diagnoseError } from '../../diagnosis/errors.ts';
import { emitEvent } from '../../emit/event.ts';
import { observeCounter, observeGauge } from '../../emit/observed_metrics.ts';
import { isTelemetryActive } from '../../emit/provider.ts';
import { scopeOf } from '../../emit/scope.ts';
import {
  BREAKER_STATES,
  type BreakerState,
  breakerName,
  breakerRejected,
  breakerStateChanged,
  breakerStates,
  breakerTransitions,
} from '../../registry/resilience.ts';
import { type Counted, Instances } from './instances.ts';

interface BreakerCounts {
  readonly transitions: Record<BreakerState, number>;
  rejected: number;
}

type BreakerReading = Readonly<Record<BreakerState, number>>;

const breakers = new Instances<BreakerCounts, BreakerReading>(
  breakerName,
  () => ({
    transitions: { closed: 0, open: 0, half_open: 0 },
    rejected: 0,
  }),
  observe,
);

/** A circuit breaker of whatever library, under the name that it is counted by. */
export class ObservedBreaker {
  readonly #name: string;
  readonly #counts: BreakerCounts;
  #state: BreakerState;

  constructor({ name, counts }: Counted<BreakerCounts>, state: BreakerState) {
    this.#name = name;
    this.#counts = counts;
    this.#state = state;
  }

  /** A call was not let through. */
  rejected(): void {
    this.#counts.rejected += 1;
  }

  /**
   * The breaker went into a state. The event belongs to the trace that is active.
   *
   * @param failure the error that made it do so, where there is one
   */
  changed(state: BreakerState, failure?: { readonly error: unknown }): void {
    const previous = this.#state;
    // From open to held open by hand is no change that matters here.
    if (state === previous) return;
    this.#state = state;
    this.#counts.transitions[state] += 1;
    const active = context.active();
    emitEvent(
      breakerStateChanged,
      state === 'open' ? 'WARN' : 'INFO',
      `circuit breaker is ${state}`,
      {
        'media.circuit_breaker.name': this.#name,
        'media.circuit_breaker.state': state,
        'media.circuit_breaker.previous_state': previous,
        'error.type': failure && isTelemetryActive() ? diagnoseError(failure.error).type : undefined,
        'session.id': scopeOf(active)?.sessionId,
      },
      active,
    );
  }
}

/**
 * Begins to observe a circuit breaker; `undefined` where it is observed already.
 *
 * @param stateOf its state; `undefined` for one that was shut down. Must not hold on to it.
 */
export function observeBreaker<B extends object>(
  breaker: B,
  given: unknown,
  stateOf: (breaker: B) => BreakerState | undefined,
): ObservedBreaker | undefined {
  const counted = breakers.watch(breaker, given, (one) => reading(stateOf(one)));
  return counted && new ObservedBreaker(counted, stateOf(breaker) ?? 'closed');
}

function reading(state: BreakerState | undefined): BreakerReading | undefined {
  if (state === undefined) return undefined;
  return { closed: 0, open: 0, half_open: 0, [state]: 1 };
}

function observe(): void {
  observeGauge(breakerStates, (report) => {
    for (const [name, states] of breakers.readings())
      for (const state of BREAKER_STATES)
        report(states[state], { 'media.circuit_breaker.name': name, 'media.circuit_breaker.state': state });
  });
  observeCounter(breakerTransitions, (report) => {
    for (const [name, { transitions }] of breakers.totals())
      for (const state of BREAKER_STATES)
        report(transitions[state], {
          'media.circuit_breaker.name': name,
          'media.circuit_breaker.state': state,
        });
  });
  observeCounter(breakerRejected, (report) => {
    for (const [name, { rejected }] of breakers.totals())
      report(rejected, { 'media.circuit_breaker.name': name });
  });
}
