import type { Instrumentation } from '@opentelemetry/instrumentation';
import { BatchLogRecordProcessor, type LogRecordProcessor } from '@opentelemetry/sdk-logs';
import { type IMetricReader, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { BatchSpanProcessor, type SpanProcessor } from '@opentelemetry/sdk-trace';
import { reattachGauges } from '../emit/observed_metrics.ts';
import { setRedactedAtExport } from '../emit/privacy.ts';
import type { ResolvedOptions } from '../options/defaults.ts';
import { redactingView } from '../redact/signals/metrics.ts';
import type { Exporters } from './exporters.ts';
import { OptOutLogRecordProcessor, OptOutSpanProcessor } from './opt_out.ts';
import { propagatorFromEnv } from './propagators.ts';
import { processResource, resourceDetectors } from './resource.ts';
import { startSdk } from './sdk.ts';
import { CountedMetricExporter, countingMeterProvider } from './self_observation.ts';
import { StampLogRecordProcessor, StampSpanProcessor } from './stamp_processor.ts';

/** The SDK, running. */
export interface Providers {
  /** Sends what is queued. Rejects if that fails; the caller bounds the time. */
  forceFlush(): Promise<void>;
  /** Sends what is queued and stops. Rejects if that fails; the caller bounds the time. */
  shutdown(): Promise<void>;
}

/**
 * Sets up and registers OpenTelemetry's SDK with our processors, readers and view.
 *
 * @param exporters where the signals go; each must redact, or be a sink of a test
 */
export function startProviders(
  options: ResolvedOptions,
  exporters: Exporters,
  instrumentations: Instrumentation[],
): Providers {
  const spanProcessors = spanProcessorsTo(exporters.traces);
  const logRecordProcessors = logRecordProcessorsTo(exporters.logs);
  const metricReaders = metricReadersTo(exporters.metrics, options.exportIntervalSeconds * 1000);
  const shutdown = startSdk({
    resource: processResource(options),
    resourceDetectors: resourceDetectors(),
    spanProcessors,
    logRecordProcessors,
    metricReaders,
    views: [redactingView],
    propagator: propagatorFromEnv(),
    instrumentations,
  });
  setRedactedAtExport(true);
  reattachGauges();

  const flushable = [...spanProcessors, ...logRecordProcessors, ...metricReaders];
  return {
    async forceFlush() {
      await Promise.all(flushable.map((one) => one.forceFlush()));
    },
    async shutdown() {
      await shutdown();
      // Whatever SDK is registered after this one may not redact.
      setRedactedAtExport(false);
    },
  };
}

function spanProcessorsTo(exporter: Exporters['traces']): SpanProcessor[] {
  if (!exporter) return [];
  const selfObsMeterProvider = countingMeterProvider('traces');
  const batch = new BatchSpanProcessor({ exporter, selfObsMeterProvider, ...batchLimits('BSP') });
  return [new StampSpanProcessor(), new OptOutSpanProcessor(batch)];
}

function logRecordProcessorsTo(exporter: Exporters['logs']): LogRecordProcessor[] {
  if (!exporter) return [];
  const selfObsMeterProvider = countingMeterProvider('logs');
  const batch = new BatchLogRecordProcessor({ exporter, selfObsMeterProvider, ...batchLimits('BLRP') });
  return [new StampLogRecordProcessor(), new OptOutLogRecordProcessor(batch)];
}

function metricReadersTo(exporter: Exporters['metrics'], intervalMs: number): IMetricReader[] {
  if (!exporter) return [];
  const reader = new PeriodicExportingMetricReader({
    exporter: new CountedMetricExporter(exporter),
    exportIntervalMillis: intervalMs,
    exportTimeoutMillis: Math.min(intervalMs, positive('OTEL_METRIC_EXPORT_TIMEOUT') ?? 30_000),
  });
  return [reader];
}

// Processors do not read these by themselves.
function batchLimits(kind: 'BSP' | 'BLRP') {
  const limits = {
    maxQueueSize: positive(`OTEL_${kind}_MAX_QUEUE_SIZE`),
    maxExportBatchSize: positive(`OTEL_${kind}_MAX_EXPORT_BATCH_SIZE`),
    scheduledDelayMillis: positive(`OTEL_${kind}_SCHEDULE_DELAY`),
    exportTimeoutMillis: positive(`OTEL_${kind}_EXPORT_TIMEOUT`),
  };
  return Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined));
}

function positive(name: string): number | undefined {
  const value = Number(process.env[name]);
  return process.env[name] && Number.isFinite(value) && value > 0 ? value : undefined;
}
