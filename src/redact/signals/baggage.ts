import {
  type Baggage,
  type Context,
  propagation,
  type TextMapGetter,
  type TextMapPropagator,
  type TextMapSetter,
  trace,
} from '@opentelemetry/api';
import { redactAttributes } from '../attributes/attributes.ts';
import { failedClosed } from '../failure_count.ts';
import { safeTraceState } from './trace_state.ts';

/**
 * Redacts what leaves with outgoing requests: baggage goes to whoever is asked, sites that media come from too. An entry
 * of which anything would be masked is left out, since half of it is no use to anybody; so are its metadata.
 */
export class RedactingPropagator implements TextMapPropagator {
  readonly #next: TextMapPropagator;

  constructor(next: TextMapPropagator) {
    this.#next = next;
  }

  inject(context: Context, carrier: unknown, setter: TextMapSetter): void {
    this.#next.inject(withSafeTraceState(withSafeBaggage(context)), carrier, setter);
  }

  extract(context: Context, carrier: unknown, getter: TextMapGetter): Context {
    return this.#next.extract(context, carrier, getter);
  }

  fields(): string[] {
    return this.#next.fields();
  }
}

function withSafeBaggage(context: Context): Context {
  const baggage = propagation.getBaggage(context);
  if (baggage === undefined) return context;
  const safe = failedClosed(() => safeBaggage(baggage), propagation.createBaggage());
  return safe === baggage ? context : propagation.setBaggage(context, safe);
}

/** Baggage as it may leave; the same object if all of it may. */
export function safeBaggage(baggage: Baggage): Baggage {
  const unsafe = baggage.getAllEntries().filter(([key, { value, metadata }]) => {
    const given = { [key]: value };
    return redactAttributes(given) !== given || !isClean(metadata?.toString());
  });
  return unsafe.length === 0 ? baggage : baggage.removeEntries(...unsafe.map(([key]) => key));
}

// Metadata stands in a header as it is told, so it may be percent-encoded already.
function isClean(text: string | undefined): boolean {
  if (text === undefined || text === '') return true;
  return [text, decoded(text)].every((one) => {
    const given = { metadata: one };
    return redactAttributes(given) === given;
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function withSafeTraceState(context: Context): Context {
  const spanContext = trace.getSpanContext(context);
  if (spanContext?.traceState === undefined) return context;
  const safe = safeTraceState(spanContext);
  return safe === spanContext ? context : trace.setSpanContext(context, safe);
}
