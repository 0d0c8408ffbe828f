import { context, diag, logs, metrics, propagation, trace } from '@opentelemetry/api';
import { InMemoryLogRecordExporter, type ReadableLogRecord } from '@opentelemetry/sdk-logs';
import { AggregationTemporality, InMemoryMetricExporter, type MetricData } from '@opentelemetry/sdk-metrics';
import { InMemorySpanExporter, type ReadableSpan } from '@opentelemetry/sdk-trace';
import { setRedactedAtExport } from './emit/privacy.ts';
import type { InitOptions } from './options/options.ts';
import { resolveOptions } from './options/resolve_options.ts';
import { redacting } from './pipeline/exporters.ts';
import { start } from './start.ts';
import { warn } from './warn.ts';

/** What an application's own tests look into: its signals as they would have left. */
export interface TestSink {
  /** Spans that have ended, in that order. */
  spans(): Promise<ReadableSpan[]>;
  /** Log records and events, in order. */
  logs(): Promise<ReadableLogRecord[]>;
  /** Metrics as they stand now. */
  metrics(): Promise<MetricData[]>;
  /** Forgets spans and logs. Metrics are cumulative and go on. */
  reset(): void;
  /** Ends what is open, and takes the SDK out of the process, so that another test can start with its own. */
  shutdown(): Promise<void>;
}

// The same hashes in every run, and nothing written to the state folder of whoever runs tests.
const HASH_KEY = 'otel-media test sink';

const QUIET = { serviceName: 'test', startupLine: false, flushOnExit: false, hostMetrics: false };

/**
 * Sets up OpenTelemetry as `init()` does, redaction included, but keeps the signals in memory.
 *
 * @param given settings, as for `init()`; the environment is not asked
 */
export function startTestSink(given: InitOptions = {}): TestSink {
  const { instrumentations, country, optOut, ...settings } = given;
  const spanExporter = new InMemorySpanExporter();
  const logExporter = new InMemoryLogRecordExporter();
  const metricExporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const { options, problems } = resolveOptions({ ...QUIET, hashKey: HASH_KEY, ...settings }, {});
  for (const problem of problems) warn(problem);
  const running = start(
    options,
    redacting({ traces: spanExporter, metrics: metricExporter, logs: logExporter }),
    { instrumentations, country, optOut },
  );
  return {
    async spans() {
      await running.forceFlush();
      return spanExporter.getFinishedSpans();
    },
    async logs() {
      await running.forceFlush();
      return logExporter.getFinishedLogRecords();
    },
    async metrics() {
      metricExporter.reset();
      await running.forceFlush();
      const latest = metricExporter.getMetrics().at(-1);
      return latest?.scopeMetrics.flatMap((scope) => scope.metrics) ?? [];
    },
    reset() {
      spanExporter.reset();
      logExporter.reset();
    },
    async shutdown() {
      await running.shutdown();
      for (const api of [trace, metrics, logs, context, propagation, diag]) api.disable();
      setRedactedAtExport(false);
    },
  };
}
