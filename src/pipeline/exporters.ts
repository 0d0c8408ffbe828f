import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-http';
import {
  AggregationTemporalityPreference,
  OTLPMetricExporter,
} from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import type { LogRecordExporter } from '@opentelemetry/sdk-logs';
import type { PushMetricExporter } from '@opentelemetry/sdk-metrics';
import type { SpanExporter } from '@opentelemetry/sdk-trace';
import type { Signal } from '../emit/export_results.ts';
import type { ResolvedOptions } from '../options/defaults.ts';
import { RedactingLogRecordExporter } from '../redact/signals/log_exporter.ts';
import { RedactingMetricExporter } from '../redact/signals/metrics.ts';
import { RedactingSpanExporter } from '../redact/signals/span_exporter.ts';
import { watched } from './delivery.ts';

/** Default of the OTLP exporter specification. */
const OTLP_TIMEOUT_MS = 10_000;

/** Where the three signals go; one that is switched off is absent. */
export interface Exporters {
  readonly traces?: SpanExporter;
  readonly metrics?: PushMetricExporter;
  readonly logs?: LogRecordExporter;
}

/**
 * URL that a signal is sent to, by the rules of the OTLP exporter specification: a variable of the signal's own is
 * taken as it is, a general endpoint gets `/v1/{signal}` behind it.
 */
export function signalUrl(signal: Signal, options: ResolvedOptions): string {
  const own = process.env[`OTEL_EXPORTER_OTLP_${signal.toUpperCase()}_ENDPOINT`]?.trim();
  return own || `${options.endpoint.replace(/\/+$/, '')}/v1/${signal}`;
}

/** OTLP exporters over HTTP, behind redaction: nothing gets to them, or to what queues for them, as it was made. */
export function otlpExporters(options: ResolvedOptions): Exporters {
  const to = (signal: Signal) => ({
    url: signalUrl(signal, options),
    headers: options.headers,
    ...exportTimeout(signal, options),
  });
  const traces = () =>
    watched(new OTLPTraceExporter(to('traces')), 'traces', signalUrl('traces', options), lengthOf);
  const metrics = () => {
    // Sums over instances are right across restarts only with cumulative values.
    const temporalityPreference = AggregationTemporalityPreference.CUMULATIVE;
    const exporter = new OTLPMetricExporter({ ...to('metrics'), temporalityPreference });
    return watched(exporter, 'metrics', signalUrl('metrics', options), () => 0);
  };
  const logs = () => watched(new OTLPLogExporter(to('logs')), 'logs', signalUrl('logs', options), lengthOf);
  return redacting({
    ...(options.traces && { traces: traces() }),
    ...(options.metrics && { metrics: metrics() }),
    ...(options.logs && { logs: logs() }),
  });
}

function lengthOf(items: readonly unknown[]): number {
  return items.length;
}

// An export that is being tried again keeps the process from ending: it gives up a little before the end's time is over,
// so that its failure can still be told, unless the user sets a time-out.
function exportTimeout(signal: Signal, options: ResolvedOptions): { timeoutMillis?: number } {
  const set =
    process.env[`OTEL_EXPORTER_OTLP_${signal.toUpperCase()}_TIMEOUT`] ??
    process.env.OTEL_EXPORTER_OTLP_TIMEOUT;
  if (set?.trim()) return {};
  return { timeoutMillis: Math.min(OTLP_TIMEOUT_MS, options.shutdownTimeoutSeconds * 900) };
}

/** The same exporters behind redaction. */
export function redacting(exporters: Exporters): Exporters {
  return {
    ...(exporters.traces && { traces: new RedactingSpanExporter(exporters.traces) }),
    ...(exporters.metrics && { metrics: new RedactingMetricExporter(exporters.metrics) }),
    ...(exporters.logs && { logs: new RedactingLogRecordExporter(exporters.logs) }),
  };
}
