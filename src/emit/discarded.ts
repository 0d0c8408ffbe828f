import { type Context, SpanKind, trace } from '@opentelemetry/api';

// The span by which a request came into this process, for each span below it; and the requests that must leave nothing.
const entries = new WeakMap<object, object>();
const discarded = new WeakSet<object>();

/** Notes which request a span that starts belongs to: that of its parent, or, of kind server or consumer, its own. */
export function noteRequestOf(span: { readonly kind: SpanKind }, parent: Context): void {
  const above = trace.getSpan(parent);
  const isEntry = span.kind === SpanKind.SERVER || span.kind === SpanKind.CONSUMER;
  const entry = isEntry ? span : above && entries.get(above);
  if (entry !== undefined) entries.set(span, entry);
}

/** Has the spans of the request that a context is in, those that have not ended, never leave. */
export function discardRequest(of: Context): void {
  const active = trace.getSpan(of);
  const entry = active && entries.get(active);
  if (entry !== undefined) discarded.add(entry);
}

/** Whether a span belongs to a request that must leave nothing. */
export function isDiscarded(span: object): boolean {
  const entry = entries.get(span);
  return entry !== undefined && discarded.has(entry);
}
