import { type Context, createContextKey } from '@opentelemetry/api';

// The key of `suppressTracing` in @opentelemetry/core, which only the pipeline may import. A key is a symbol by its
// description, so this is the same one.
const SUPPRESS_TRACING = createContextKey('OpenTelemetry SDK Context Key SUPPRESS_TRACING');

/** A context in which instrumentations make no spans: a look at a store each minute is no trace worth keeping. */
export function withoutSpans(from: Context): Context {
  return from.setValue(SUPPRESS_TRACING, true);
}
