import type { TELEMETRY_OUTCOMES, TELEMETRY_SIGNALS } from '../registry/telemetry.ts';

/** What became of one kind of signal on its way out of this process, since it started. */
export interface ExportResults {
  /** Exports that failed since the last one that did not. */
  readonly failedInARow: number;
  /** Items that were handed over: spans, log records, or collections of metrics. */
  readonly delivered: number;
  /** Items that an export took and could not hand over. */
  readonly failed: number;
  /** Items that nobody had room for. */
  readonly dropped: number;
  /** Ms since 1970. */
  readonly lastDeliveredMs: number | undefined;
  readonly lastFailedMs: number | undefined;
  readonly lastDroppedMs: number | undefined;
}

/** The kinds of signals, as they are exported. */
export type Signal = (typeof TELEMETRY_SIGNALS)[number];

type Outcome = (typeof TELEMETRY_OUTCOMES)[number];

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const results = new Map<Signal, Mutable<ExportResults>>();

/** Notes what became of some items. */
export function noteExport(signal: Signal, outcome: Outcome, count: number): void {
  const entry = results.get(signal) ?? {
    failedInARow: 0,
    delivered: 0,
    failed: 0,
    dropped: 0,
    lastDeliveredMs: undefined,
    lastFailedMs: undefined,
    lastDroppedMs: undefined,
  };
  results.set(signal, entry);
  entry[outcome] += count;
  const now = Date.now();
  if (outcome === 'delivered') {
    entry.failedInARow = 0;
    entry.lastDeliveredMs = now;
  } else if (outcome === 'failed') {
    entry.failedInARow += 1;
    entry.lastFailedMs = now;
  } else entry.lastDroppedMs = now;
}

/** What is known of each signal that was ever exported by the SDK that `init()` set up. */
export function exportResults(): ReadonlyMap<Signal, ExportResults> {
  return results;
}

/** Items of all signals that exports could not hand over since the process started; for telling whether it grew. */
export function failedItems(): number {
  let sum = 0;
  for (const { failed } of results.values()) sum += failed;
  return sum;
}
