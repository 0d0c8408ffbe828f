import { type Context, context, createContextKey } from '@opentelemetry/api';

// The key of `suppressTracing` in @opentelemetry/core, which every SDK and instrumentation heeds. Keys of the same
// description are the same key.
const SUPPRESSED = createContextKey('OpenTelemetry SDK Context Key SUPPRESS_TRACING');

/** Whether nothing that happens in a context, the active one by default, may leave a trace. */
export function isSuppressed(from: Context = context.active()): boolean {
  return from.getValue(SUPPRESSED) === true;
}

/** A context in which nothing leaves a trace: no span, also of auto-instrumentation, no metric, no event, no log. */
export function suppressed(from: Context): Context {
  return from.setValue(SUPPRESSED, true);
}
