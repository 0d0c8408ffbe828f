import type { ObservableCallback } from '@opentelemetry/api';
import type { Signal } from '../emit/export_results.ts';
import { observeCounter, observeGauge } from '../emit/observed_metrics.ts';
import { redactionFailures } from '../redact/failure_count.ts';
import {
  telemetryQueueCapacity,
  telemetryQueueSize,
  telemetryRedactionFailures,
} from '../registry/telemetry.ts';

/** The signals that wait in a queue; metrics are collected at each export. */
export type QueuedSignal = Exclude<Signal, 'metrics'>;

const readers = new Map<QueuedSignal, ObservableCallback>();
const capacities = new Map<QueuedSignal, number>();
let observing = false;

/** Notes how the size of a queue of the SDK is asked for; `undefined` once the queue is gone. */
export function noteQueue(signal: QueuedSignal, read: ObservableCallback | undefined): void {
  if (read === undefined) readers.delete(signal);
  else readers.set(signal, read);
}

/** Notes how much a queue of the SDK takes. */
export function noteCapacity(signal: QueuedSignal, most: number): void {
  capacities.set(signal, most);
}

/** Has every export tell how full the queues of the SDK are, and how much could not be redacted. */
export function observeQueues(): void {
  if (observing) return;
  observing = true;
  observeGauge(telemetryQueueSize, (report) => {
    for (const [signal, read] of readers) {
      const observe = (size: number): void => report(size, { 'media.telemetry.signal': signal });
      void read({ observe });
    }
  });
  observeGauge(telemetryQueueCapacity, (report) => {
    for (const signal of readers.keys())
      report(capacities.get(signal) ?? 0, { 'media.telemetry.signal': signal });
  });
  observeCounter(telemetryRedactionFailures, (report) => report(redactionFailures(), {}));
}
