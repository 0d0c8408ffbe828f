import { type Context, propagation } from '@opentelemetry/api';

/**
 * W3C trace context, in the environment variables that OpenTelemetry's specification names. Baggage may hold anything,
 * and stays.
 */
export function traceVariables(context: Context): { TRACEPARENT?: string; TRACESTATE?: string } {
  const carrier: Record<string, string> = {};
  propagation.inject(context, carrier);
  return {
    ...(carrier.traceparent && { TRACEPARENT: carrier.traceparent }),
    ...(carrier.tracestate && { TRACESTATE: carrier.tracestate }),
  };
}
