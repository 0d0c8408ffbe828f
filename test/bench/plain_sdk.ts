import { logs, metrics, trace } from '@opentelemetry/api';
import type { LogRecordProcessor } from '@opentelemetry/sdk-logs';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { NodeSDK } from '@opentelemetry/sdk-node';
import type { SpanProcessor } from '@opentelemetry/sdk-trace';
import { setRedactedAtExport } from '../../src/emit/privacy.ts';

const SCOPE = 'otel-media-bench';

// Longer than any run of the benchmarks: nothing is exported while they run.
const NEVER_MS = 3_600_000;

const dropSpans: SpanProcessor = {
  onStart() {},
  onEnd() {},
  async forceFlush() {},
  async shutdown() {},
};

const dropLogs: LogRecordProcessor = {
  onEmit() {},
  async forceFlush() {},
  async shutdown() {},
};

/**
 * Registers OpenTelemetry's own SDK, with processors that drop what they get: what is left is the cost of making the
 * signals. Helpers hand over what they have as it is, as under `init()`, where redaction happens on export.
 */
export function startPlainSdk(): void {
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const sdk = new NodeSDK({
    autoDetectResources: false,
    spanProcessors: [dropSpans],
    logRecordProcessors: [dropLogs],
    metricReaders: [new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: NEVER_MS })],
    instrumentations: [],
  });
  sdk.start();
  setRedactedAtExport(true);
}

/** Tracer, logger and meter of one who makes the signals by hand. Only after {@link startPlainSdk}. */
export function handTools() {
  return {
    tracer: trace.getTracer(SCOPE),
    logger: logs.getLogger(SCOPE),
    meter: metrics.getMeter(SCOPE),
  };
}
