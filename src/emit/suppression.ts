import { type Context, context, createContextKey } from '@opentelemetry/api';

// The key of `suppressTracing` in @opentelemetry/core, which every SDK and instrumentation heeds. Keys of the same
// description are the same key.
const SUPPRESSED = createContextKey('OpenTelemetry SDK Context Key SUPPRESS_TRACING');

const API_KEY = Symbol.for('opentelemetry.js.api.1');

let inUse = false;

/**
 * Whether anything was ever registered with OpenTelemetry's API, which keeps it under this key, one for each major
 * version. Looking there costs more than all else that a helper does without an SDK.
 */
export function isApiInUse(): boolean {
  inUse ||= API_KEY in globalThis;
  return inUse;
}

/** Whether nothing that happens in a context, the active one by default, may leave a trace. */
export function isSuppressed(from: Context = context.active()): boolean {
  return from.getValue(SUPPRESSED) === true;
}

/** The same of the active context, for what asked {@link isApiInUse} before: without an SDK there are no contexts. */
export function isActiveSuppressed(): boolean {
  return inUse && isSuppressed();
}

/** A context in which nothing leaves a trace: no span, also of auto-instrumentation, no metric, no event, no log. */
export function suppressed(from: Context): Context {
  return from.setValue(SUPPRESSED, true);
}
