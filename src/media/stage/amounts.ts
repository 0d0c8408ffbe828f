import { reportTelemetryFailure } from '../../emit/guard.ts';
import { addCount } from '../../emit/metrics.ts';
import { cleanupRemoved, cleanupSize } from '../../registry/stage.ts';

/** What a stage has done, or a part of it. */
export interface Processed {
  /** Bytes that went in. */
  bytesIn?: number;
  /** Bytes that came out. */
  bytesOut?: number;
  /** Files that it was about. */
  files?: number;
}

/** What a clean-up took away. */
export interface Removed {
  /** Old files. */
  files?: number;
  /** Old tasks, such as finished jobs of a queue. */
  tasks?: number;
  /** Bytes set free. */
  bytes?: number;
}

/** Adds up what a stage says it has done. */
export class StageAmounts {
  bytesIn: number | undefined;
  bytesOut: number | undefined;
  files: number | undefined;

  add(what: Processed): void {
    this.bytesIn = sum(this.bytesIn, amountOf(what, 'bytesIn'));
    this.bytesOut = sum(this.bytesOut, amountOf(what, 'bytesOut'));
    this.files = sum(this.files, amountOf(what, 'files'));
  }
}

/** Counts what a clean-up took away. */
export function countRemoved(what: Removed): void {
  const files = amountOf(what, 'files');
  const tasks = amountOf(what, 'tasks');
  const bytes = amountOf(what, 'bytes');
  if (files !== undefined) addCount(cleanupRemoved, files, { 'media.cleanup.kind': 'file' });
  if (tasks !== undefined) addCount(cleanupRemoved, tasks, { 'media.cleanup.kind': 'task' });
  if (bytes !== undefined) addCount(cleanupSize, bytes, {});
}

function sum(one: number | undefined, more: number | undefined): number | undefined {
  return more === undefined ? one : (one ?? 0) + more;
}

// Numbers come from the application's own objects, whose getters may throw: that is not to be the application's problem.
function amountOf<T extends object>(what: T, key: keyof T): number | undefined {
  try {
    const value: unknown = what?.[key];
    return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? Math.round(value) : undefined;
  } catch (error) {
    reportTelemetryFailure('reading what a stage did', error);
    return undefined;
  }
}
