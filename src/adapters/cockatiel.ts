import { reportTelemetryFailure } from '../emit/guard.ts';
import type { BreakerState } from '../registry/resilience.ts';
import { observeBreaker } from './signals/breakers.ts';
import { observeBulkhead } from './signals/bulkheads.ts';
import { listener } from './signals/listener.ts';
import { replaceMethod } from './signals/own_method.ts';
import { observeRetry } from './signals/retries.ts';
import { observeTimeout } from './signals/timeouts.ts';

// The shapes of cockatiel 4, as far as they are used here: whoever does not have it must be able to compile this.
type Event = (listen: (data: unknown) => void) => { dispose(): void };

/** Any policy of cockatiel, or several that `wrap` made into one. */
export interface CockatielPolicy {
  readonly onSuccess: Event;
  readonly onFailure: Event;
  execute(work: never, signal?: AbortSignal): Promise<unknown>;
}

interface Breaker extends CockatielPolicy {
  readonly state: number;
  readonly lastFailure: unknown;
  readonly onStateChange: (listen: (state: number) => void) => unknown;
}

interface Retry extends CockatielPolicy {
  readonly onRetry: (listen: (retry: { delay: number; attempt: number; error?: unknown }) => void) => unknown;
  readonly onGiveUp: (listen: () => void) => unknown;
}

interface Timeout extends CockatielPolicy {
  readonly onTimeout: (listen: () => void) => unknown;
}

interface Bulkhead extends CockatielPolicy {
  readonly executionSlots: number;
  readonly queueSlots: number;
  readonly onReject: (listen: () => void) => unknown;
}

// CircuitState of cockatiel: Closed, Open, HalfOpen, Isolated.
const STATES: readonly BreakerState[] = ['closed', 'open', 'half_open', 'open'];
const OPEN = 1;
const MS_PER_SECOND = 1000;

/**
 * Has a policy of cockatiel counted: state, transitions and rejected calls of a circuit breaker, retries with their
 * waits and cost, exceeded time-outs, free slots and rejected calls of a bulkhead. Of what `wrap` made, each part.
 * A breaker's changes of state are events as well, and retries are events of the active span. The policy behaves as
 * before. Doing it twice changes nothing; policies of the same name add up. Never throws.
 *
 * @param policy  a policy, or what `wrap` made of several
 * @param options `name`: what it protects, of few values
 * @returns the same object
 */
export function instrumentCockatiel<P extends CockatielPolicy>(policy: P, options: { name: string }): P {
  try {
    instrument(policy, options.name);
  } catch (error) {
    reportTelemetryFailure('instrumenting cockatiel', error);
  }
  return policy;
}

function instrument(policy: CockatielPolicy, name: unknown): void {
  if ('wrapped' in policy && Array.isArray(policy.wrapped)) {
    for (const part of policy.wrapped as CockatielPolicy[]) instrument(part, name);
  } else if ('onStateChange' in policy) breaker(policy as Breaker, name);
  else if ('onRetry' in policy) retry(policy as Retry, name);
  else if ('onTimeout' in policy) timeout(policy as Timeout, name);
  else if ('onReject' in policy) bulkhead(policy as Bulkhead, name);
}

function breaker(policy: Breaker, name: unknown): void {
  const observed = observeBreaker(policy, name, stateOf);
  if (observed === undefined) return;
  policy.onStateChange(
    listener((state) => {
      // One that is held open by hand did not open for its last failure.
      observed.changed(STATES[state] ?? 'closed', state === OPEN ? failureOf(policy.lastFailure) : undefined);
    }),
  );
  // No event tells of a call that is turned away. It is one that finds the circuit open and leaves it so: any other
  // changes the state before `execute` gives back its promise, which is left alone.
  replaceMethod(policy, 'execute', (execute) => {
    return function (this: unknown, ...args) {
      const before = policy.state;
      const result = execute.apply(this, args);
      if (STATES[before] === 'open' && policy.state === before) observed.rejected();
      return result;
    };
  });
}

function stateOf(policy: Breaker): BreakerState {
  return STATES[policy.state] ?? 'closed';
}

function failureOf(reason: unknown): { readonly error: unknown } | undefined {
  return typeof reason === 'object' && reason !== null && 'error' in reason ? reason : undefined;
}

function retry(policy: Retry, name: unknown): void {
  const observed = observeRetry(policy, name);
  if (observed === undefined) return;
  const onFailure = policy.onFailure as (
    listen: (failure: { duration: number; handled: boolean }) => void,
  ) => unknown;
  onFailure(
    listener(({ duration, handled }) => {
      if (handled) observed.failed(duration / MS_PER_SECOND);
    }),
  );
  policy.onRetry(
    listener((again) => observed.retrying(again.attempt, again.delay / MS_PER_SECOND, failureOf(again))),
  );
  policy.onGiveUp(listener(() => observed.gaveUp()));
}

function timeout(policy: Timeout, name: unknown): void {
  const counts = observeTimeout(policy, name);
  if (counts === undefined) return;
  policy.onTimeout(
    listener(() => {
      counts.exceeded += 1;
    }),
  );
}

function bulkhead(policy: Bulkhead, name: unknown): void {
  const counts = observeBulkhead(policy, name, ({ executionSlots, queueSlots }) => ({
    execution: executionSlots,
    queue: queueSlots,
  }));
  if (counts === undefined) return;
  policy.onReject(
    listener(() => {
      counts.rejected += 1;
    }),
  );
}
