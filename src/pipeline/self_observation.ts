import {
  type Counter,
  createNoopMeter,
  type Meter,
  type MeterProvider,
  type ObservableUpDownCounter,
  type UpDownCounter,
} from '@opentelemetry/api';
import { type ExportResult, ExportResultCode } from '@opentelemetry/core';
import type {
  AggregationTemporality,
  InstrumentType,
  PushMetricExporter,
  ResourceMetrics,
} from '@opentelemetry/sdk-metrics';
import { noteExport } from '../emit/export_results.ts';
import { noteCapacity, noteQueue, type QueuedSignal } from './queue_sizes.ts';

/**
 * A meter provider for the SDK's batch processors to count by: what they finished, what failed and what they dropped
 * for want of room (`otel.sdk.processor.span.processed` and `…log.processed` of the semantic conventions, by
 * `error.type`), and how full their queues are (`…queue.size`, `…queue.capacity`). It keeps the sums in this process, where
 * health looks at them.
 */
export function countingMeterProvider(signal: QueuedSignal): MeterProvider {
  const counter: Counter = {
    add: (count, attributes) => {
      const type = attributes?.['error.type'];
      noteExport(
        signal,
        type === undefined ? 'delivered' : type === 'queue_full' ? 'dropped' : 'failed',
        count,
      );
    },
  };
  const ignored = createNoopMeter();
  const capacity: UpDownCounter = { add: (most) => noteCapacity(signal, most) };
  const size: ObservableUpDownCounter = {
    addCallback: (callback) => noteQueue(signal, callback),
    removeCallback: () => noteQueue(signal, undefined),
  };
  const meter: Meter = Object.create(ignored, {
    createCounter: {
      value: (name: string) => (name.endsWith('.processed') ? counter : ignored.createCounter(name)),
    },
    createUpDownCounter: {
      value: (name: string) =>
        name.endsWith('.queue.capacity') ? capacity : ignored.createUpDownCounter(name),
    },
    createObservableUpDownCounter: {
      value: (name: string) =>
        name.endsWith('.queue.size') ? size : ignored.createObservableUpDownCounter(name),
    },
  });
  return { getMeter: () => meter };
}

/** Counts what becomes of metrics on their way to another exporter. */
export class CountedMetricExporter implements PushMetricExporter {
  readonly #next: PushMetricExporter;

  constructor(next: PushMetricExporter) {
    this.#next = next;
  }

  export(metrics: ResourceMetrics, done: (result: ExportResult) => void): void {
    this.#next.export(metrics, (result) => {
      noteExport('metrics', result.code === ExportResultCode.SUCCESS ? 'delivered' : 'failed', 1);
      done(result);
    });
  }

  selectAggregationTemporality(type: InstrumentType): AggregationTemporality {
    return this.#next.selectAggregationTemporality?.(type) ?? 1;
  }

  forceFlush(): Promise<void> {
    return this.#next.forceFlush();
  }

  shutdown(): Promise<void> {
    return this.#next.shutdown();
  }
}
