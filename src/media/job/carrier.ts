import { reportTelemetryFailure } from '../../emit/guard.ts';
import type { TraceContext } from '../../emit/trace_context.ts';
import { SCOPE_NAME } from '../../registry/namespace.ts';

/** Under this key of a payload is what joins the run of a job to the place where it was put on the queue. */
const CARRIER_KEY: typeof SCOPE_NAME = SCOPE_NAME;

/** What travels with a job: the trace context, and what the worker's side would not know otherwise. Plain JSON. */
export interface JobCarrier extends TraceContext {
  /** When it was put on the queue, or is due at the earliest, in milliseconds since 1970. */
  readonly enqueuedAt?: number;
  readonly queue?: string;
  readonly type?: string;
  readonly priority?: number;
  readonly id?: string;
  readonly sessionId?: string;
}

const MAX_TEXT = 256;
const MAX_TRACE_STATE = 512;

/**
 * A payload with the carrier in it: a copy, so that one that is frozen, or used elsewhere, stays as it is. A payload that is
 * no plain object (a text, a list, an instance of a class) has no place for it and is given back as it is.
 */
export function withCarrier<P>(payload: P, carrier: JobCarrier): P {
  try {
    if (payload === undefined) return { [CARRIER_KEY]: carrier } as P;
    if (!isPlainObject(payload)) return payload;
    return { ...payload, [CARRIER_KEY]: carrier };
  } catch (error) {
    // A getter or a proxy that throws: the application will meet it itself, in its own place.
    reportTelemetryFailure('adding the trace context to a payload', error);
    return payload;
  }
}

/** What a payload carries, or the carrier itself. Takes anything, trusts nothing in it, and never throws. */
export function carrierOf(payload: unknown): JobCarrier {
  try {
    const found = property(payload, CARRIER_KEY) ?? payload;
    const carrier: Record<string, string | number> = {};
    for (const name of ['traceparent', 'queue', 'type', 'id', 'sessionId']) {
      const text = property(found, name);
      if (typeof text === 'string' && text.length <= MAX_TEXT) carrier[name] = text;
    }
    const state = property(found, 'tracestate');
    if (typeof state === 'string' && state.length <= MAX_TRACE_STATE) carrier.tracestate = state;
    for (const name of ['enqueuedAt', 'priority']) {
      const number = property(found, name);
      if (typeof number === 'number' && Number.isFinite(number)) carrier[name] = number;
    }
    // Without a carrier, fields of the payload that happen to have such names mean something else.
    return carrier.traceparent === undefined && found === payload ? {} : carrier;
  } catch (error) {
    reportTelemetryFailure('reading the trace context of a payload', error);
    return {};
  }
}

function property(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
