import { context, SeverityNumber } from '@opentelemetry/api';
import { type CircuitState, ConsecutiveBreaker, circuitBreaker, handleAll } from 'cockatiel';
import { instrumentCockatiel } from '../../src/adapters/cockatiel.ts';
import type { Comparison } from './comparison.ts';
import { handTools } from './plain_sdk.ts';

const NAME = { 'media.circuit_breaker.name': 'bench' };
const STATES = ['closed', 'open', 'half_open', 'open'];

const newBreaker = () =>
  circuitBreaker(handleAll, { halfOpenAfter: 1000, breaker: new ConsecutiveBreaker(5) });

const work = async () => 1;

/** A call that a closed breaker lets through, beside the same with a breaker that is observed by hand. */
export function breakerCall(): Comparison {
  const breaker = instrumentCockatiel(newBreaker(), { name: 'bench' });
  const plain = observedByHand();
  return {
    name: 'breaker, call',
    bound: 1.3,
    helper: () => breaker.execute(work),
    baseline: () => plain.execute(work),
  };
}

/** A breaker that opens, turns a call away, and closes, beside the same signals made by hand. */
export function breakerOpens(): Comparison {
  const breaker = instrumentCockatiel(newBreaker(), { name: 'bench' });
  const plain = observedByHand();
  const rejected = handTools().meter.createCounter('media.circuit_breaker.rejected');
  return {
    name: 'breaker, opens and closes',
    bound: 1.3,
    helper: async () => {
      const held = breaker.isolate();
      await breaker.execute(work).catch(() => {});
      held.dispose();
    },
    baseline: async () => {
      const held = plain.isolate();
      await plain.execute(work).catch(() => rejected.add(1, NAME));
      held.dispose();
    },
  };
}

function observedByHand() {
  const { meter, logger } = handTools();
  const breaker = newBreaker();
  const transitions = meter.createCounter('media.circuit_breaker.transitions');
  let previous = STATES[breaker.state];
  breaker.onStateChange((number: CircuitState) => {
    const state = STATES[number];
    const changed = { ...NAME, 'media.circuit_breaker.state': state };
    transitions.add(1, changed);
    logger.emit({
      eventName: 'media.circuit_breaker.state_changed',
      severityNumber: state === 'open' ? SeverityNumber.WARN : SeverityNumber.INFO,
      severityText: state === 'open' ? 'WARN' : 'INFO',
      body: `circuit breaker is ${state}`,
      attributes: { ...changed, 'media.circuit_breaker.previous_state': previous },
      context: context.active(),
    });
    previous = state;
  });
  return breaker;
}
