import { attribute, event, metric, ref } from './define.ts';
import { instanceName } from './instance_name.ts';
import { errorType, sessionId } from './upstream.ts';

// What circuit breakers, retries, time-outs and bulkheads do, whichever library they are of.

/** States of a circuit breaker. One that is held open by hand is `open`. */
export const BREAKER_STATES = ['closed', 'open', 'half_open'] as const;

export type BreakerState = (typeof BREAKER_STATES)[number];

export const breakerName = instanceName('media.circuit_breaker.name', 'circuit breaker', 'youtube');

export const breakerState = attribute({
  name: 'media.circuit_breaker.state',
  type: 'string',
  brief: 'State of the circuit breaker.',
  privacy: 'safe',
  members: BREAKER_STATES,
  maxCardinality: BREAKER_STATES.length,
});

export const breakerPreviousState = attribute({
  name: 'media.circuit_breaker.previous_state',
  type: 'string',
  brief: 'State that the circuit breaker was in before.',
  privacy: 'safe',
  members: BREAKER_STATES,
});

export const breakerStates = metric({
  name: 'media.circuit_breaker.state',
  instrument: 'gauge',
  unit: '{breaker}',
  brief:
    'Circuit breakers of that name in each state: of a single one, 1 for its state and 0 for the others.',
  attributes: [ref(breakerName, 'required'), ref(breakerState, 'required')],
});

export const breakerTransitions = metric({
  name: 'media.circuit_breaker.transitions',
  instrument: 'counter',
  unit: '{transition}',
  brief: 'Changes of state, by the state changed to.',
  attributes: [ref(breakerName, 'required'), ref(breakerState, 'required')],
});

export const breakerRejected = metric({
  name: 'media.circuit_breaker.rejected',
  instrument: 'counter',
  unit: '{call}',
  brief: 'Calls that were not let through, since the circuit was open.',
  attributes: [ref(breakerName, 'required')],
});

export const breakerStateChanged = event({
  name: 'media.circuit_breaker.state_changed',
  brief: 'A circuit breaker changed its state. At WARN when it opened.',
  attributes: [
    ref(breakerName, 'required'),
    ref(breakerState, 'required'),
    ref(breakerPreviousState, 'recommended'),
    ref(errorType, 'conditional'),
    ref(sessionId, 'recommended'),
  ],
});

export const retryName = instanceName('media.retry.name', 'retry policy', 'youtube');

export const retryAttempt = attribute({
  name: 'media.retry.attempt',
  type: 'int',
  brief: 'Which retry this is, from 1.',
  privacy: 'safe',
});

export const retryWaitSeconds = attribute({
  name: 'media.retry.wait',
  type: 'double',
  unit: 's',
  brief: 'How long is waited before the retry.',
  privacy: 'safe',
});

export const retryAttempts = metric({
  name: 'media.retry.attempts',
  instrument: 'counter',
  unit: '{retry}',
  brief: 'Retries begun. First tries do not count.',
  attributes: [ref(retryName, 'required')],
});

export const retryWait = metric({
  name: 'media.retry.wait',
  instrument: 'histogram',
  unit: 's',
  brief: 'How long was waited before each retry.',
  buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300],
  attributes: [ref(retryName, 'required')],
});

export const retryCost = metric({
  name: 'media.retry.cost',
  instrument: 'counter',
  unit: 's',
  brief: 'Time that went into tries that failed, and into the waits after them.',
  attributes: [ref(retryName, 'required')],
});

export const retryGivenUp = metric({
  name: 'media.retry.given_up',
  instrument: 'counter',
  unit: '{call}',
  brief: 'Calls that failed for good, with no retry left.',
  attributes: [ref(retryName, 'required')],
});

export const retryScheduled = event({
  name: 'media.retry.scheduled',
  brief: 'A try failed and another will follow. An event of the span that is active, and no log record.',
  attributes: [
    ref(retryName, 'required'),
    ref(retryAttempt, 'required'),
    ref(retryWaitSeconds, 'required'),
    ref(errorType, 'conditional'),
  ],
});

export const timeoutName = instanceName('media.timeout.name', 'time-out', 'youtube');

export const timeoutExceeded = metric({
  name: 'media.timeout.exceeded',
  instrument: 'counter',
  unit: '{call}',
  brief: 'Calls that were given up after their time-out.',
  attributes: [ref(timeoutName, 'required')],
});

export const bulkheadName = instanceName('media.bulkhead.name', 'bulkhead', 'transcodes');

export const bulkheadSlot = attribute({
  name: 'media.bulkhead.slot',
  type: 'string',
  brief: 'What a slot is for: a call that runs, or one that waits in the queue.',
  privacy: 'safe',
  members: ['execution', 'queue'],
  maxCardinality: 2,
});

export const bulkheadSlots = metric({
  name: 'media.bulkhead.slots',
  instrument: 'gauge',
  unit: '{slot}',
  brief:
    'Free slots. With no execution slot free calls wait; with no queue slot free either, they are rejected.',
  attributes: [ref(bulkheadName, 'required'), ref(bulkheadSlot, 'required')],
});

export const bulkheadRejected = metric({
  name: 'media.bulkhead.rejected',
  instrument: 'counter',
  unit: '{call}',
  brief: 'Calls turned away, since too many were under way.',
  attributes: [ref(bulkheadName, 'required')],
});
