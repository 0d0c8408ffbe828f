import { context, logs, metrics, propagation, type TextMapPropagator, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { getBooleanFromEnv } from '@opentelemetry/core';
import { type Instrumentation, registerInstrumentations } from '@opentelemetry/instrumentation';
import { detectResources, type Resource, type ResourceDetector } from '@opentelemetry/resources';
import { LoggerProvider, type LogRecordProcessor } from '@opentelemetry/sdk-logs';
import { type IMetricReader, MeterProvider, type ViewOptions } from '@opentelemetry/sdk-metrics';
import { type SpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { logRecordLimitsFromEnv, samplerFromEnv, spanLimitsFromEnv } from './sdk_environment.ts';

/** What an SDK is made of. A signal without a processor or reader is not set up. */
export interface SdkParts {
  readonly resource: Resource;
  readonly resourceDetectors: ResourceDetector[];
  readonly spanProcessors: SpanProcessor[];
  readonly logRecordProcessors: LogRecordProcessor[];
  readonly metricReaders: IMetricReader[];
  readonly views: ViewOptions[];
  /** Null for none. */
  readonly propagator: TextMapPropagator | null;
  readonly instrumentations: readonly Instrumentation[];
}

/**
 * Sets up and registers OpenTelemetry's providers, in the order and by the variables of its Node SDK. That package is
 * not used, since it loads every exporter that there is, gRPC's and Prometheus's too: two fifths of what a start costs.
 *
 * @returns ends them; rejects if that fails
 */
export function startSdk(parts: SdkParts): () => Promise<void> {
  const instrumentations = parts.instrumentations.flat();
  registerInstrumentations({ instrumentations });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  if (parts.propagator !== null) propagation.setGlobalPropagator(parts.propagator);
  const resource = parts.resource.merge(detectResources({ detectors: parts.resourceDetectors }));
  const sdkMetricsEnabled = getBooleanFromEnv('OTEL_NODE_EXPERIMENTAL_SDK_METRICS') === true;
  const started: { shutdown(): Promise<void> }[] = [];

  let ownMetrics: { meterProvider?: MeterProvider } = {};
  if (parts.metricReaders.length > 0) {
    const { views, metricReaders: readers } = parts;
    const meterProvider = new MeterProvider({ resource, views, readers, sdkMetricsEnabled });
    started.push(meterProvider);
    if (sdkMetricsEnabled) ownMetrics = { meterProvider };
    metrics.setGlobalMeterProvider(meterProvider);
    for (const one of instrumentations) one.setMeterProvider(metrics.getMeterProvider());
  }
  if (parts.spanProcessors.length > 0) {
    const sampler = samplerFromEnv();
    const tracerProvider = new TracerProvider({
      ...(sampler && { sampler }),
      spanLimits: spanLimitsFromEnv(),
      resource,
      ...ownMetrics,
      spanProcessors: parts.spanProcessors,
    });
    started.push(tracerProvider);
    trace.setGlobalTracerProvider(tracerProvider);
  }
  if (parts.logRecordProcessors.length > 0) {
    const loggerProvider = new LoggerProvider({
      logRecordLimits: logRecordLimitsFromEnv(),
      resource,
      ...ownMetrics,
      processors: parts.logRecordProcessors,
    });
    started.push(loggerProvider);
    logs.setGlobalLoggerProvider(loggerProvider);
  }
  return async () => {
    await Promise.all(started.map((one) => one.shutdown()));
  };
}
