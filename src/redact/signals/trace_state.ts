import type { SpanContext, TraceState } from '@opentelemetry/api';
import { redactAttributes } from '../attributes/attributes.ts';
import { failedClosed } from '../failure_count.ts';

/**
 * A span's context as it may leave. Its trace state came with a request, from whoever sent it: entries of which anything
 * would be masked are left out. The same object if there is nothing to leave out.
 */
export function safeTraceState(spanContext: SpanContext): SpanContext {
  const { traceState } = spanContext;
  if (traceState === undefined) return spanContext;
  const safe = failedClosed(() => withoutUnsafe(traceState), undefined);
  if (safe === traceState) return spanContext;
  const { traceState: _left, ...rest } = spanContext;
  return safe === undefined ? rest : { ...rest, traceState: safe };
}

function withoutUnsafe(traceState: TraceState): TraceState {
  let safe = traceState;
  for (const entry of traceState.serialize().split(',')) {
    const [key = ''] = entry.split('=', 1);
    const given = { [key]: entry.slice(key.length + 1) };
    if (redactAttributes(given) !== given) safe = safe.unset(key);
  }
  return safe;
}
