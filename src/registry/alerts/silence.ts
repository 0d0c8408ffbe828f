import type { AttributeDefinition, MetricDefinition } from '../define.ts';
import type { Selection } from '../selection.ts';

// Conditions on who is not heard of: series that are pushed do not end when their process does.

/** Fires while jobs wait in a queue, none runs, and no worker was heard of for some time, though one once was. */
export interface WorkerSilent {
  readonly kind: 'worker_silent';
  readonly waiting: Selection;
  readonly active: Selection;
  readonly lastActivity: Selection;
  readonly queue: AttributeDefinition;
  readonly silentSeconds: number;
  readonly memoryHours: number;
}

/** Fires while nobody of a service was heard of for some time, and the last who was did not say goodbye. */
export interface HeartbeatMissing {
  readonly kind: 'heartbeat_missing';
  readonly heartbeat: MetricDefinition;
  readonly goodbye: MetricDefinition;
  readonly silentSeconds: number;
  readonly memoryHours: number;
}

/** Fires while a series that should always be there was not for some time, or never was. */
export interface SeriesMissing {
  readonly kind: 'series_missing';
  readonly metric: MetricDefinition;
  readonly silentSeconds: number;
  readonly memoryHours: number;
}
