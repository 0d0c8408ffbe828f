import type { SessionTotals } from '../../emit/scope.ts';
import { type Failure, failureAttributes } from '../failure.ts';

/** Titles, file names and links of a session are for people to read; a list beyond this length is not read. */
export const MAX_LISTED = 100;

const counted = new WeakSet<object>();

/** Adds a failure to what a session has come across. */
export function noteFailure(totals: SessionTotals, failure: Failure): void {
  totals.errors += 1;
  totals.firstError ??= failureAttributes(failure);
  if (typeof failure.error === 'object' && failure.error !== null) counted.add(failure.error);
}

/** Whether a session has counted this very error: an operation around the one that failed does not count it again. */
export function isCounted(error: unknown): boolean {
  return typeof error === 'object' && error !== null && counted.has(error);
}

/** Adds a file to what a session has downloaded. */
export function noteFile(totals: SessionTotals, file: { title?: string; fileName?: string }): void {
  totals.files += 1;
  if (file.title !== undefined && totals.titles.length < MAX_LISTED) totals.titles.push(file.title);
  if (file.fileName !== undefined && totals.fileNames.length < MAX_LISTED)
    totals.fileNames.push(file.fileName);
}
