import { context, logs, metrics, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { InMemoryLogRecordExporter, LoggerProvider, SimpleLogRecordProcessor } from '@opentelemetry/sdk-logs';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  type MetricData,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';

// Longer than any test: metrics are exported when they are asked for.
const NEVER_MS = 3_600_000;

/** An SDK that is not ours: it does not redact, and keeps what it gets. */
export interface OtherSdk {
  readonly spans: InMemorySpanExporter;
  readonly records: InMemoryLogRecordExporter;
  /** All metrics there are by now. */
  readonly metrics: () => Promise<MetricData[]>;
  readonly shutdown: () => Promise<void>;
}

/** Registers OpenTelemetry's own SDK, as an application does that does not use ours; `mended` takes it back. */
export function startOtherSdk(): OtherSdk {
  const spans = new InMemorySpanExporter();
  const records = new InMemoryLogRecordExporter();
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: NEVER_MS });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  trace.setGlobalTracerProvider(
    new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter: spans })] }),
  );
  logs.setGlobalLoggerProvider(
    new LoggerProvider({ processors: [new SimpleLogRecordProcessor({ exporter: records })] }),
  );
  metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }));
  return {
    spans,
    records,
    async metrics() {
      await reader.forceFlush();
      const last = exporter.getMetrics().at(-1);
      return last?.scopeMetrics.flatMap((scope) => scope.metrics) ?? [];
    },
    shutdown: () => reader.shutdown(),
  };
}
