import { isTrackerOn } from '../../emit/trackers.ts';
import type { DownloadMeans } from './means.ts';
import { downloadQuietly } from './quiet_attempt.ts';
import { AttemptRun } from './run.ts';

export type { DownloadMeans } from './means.ts';

/** What is known of a download when it begins. */
export interface DownloadOptions extends DownloadMeans {
  /** Id of the video; leaves shortened, with a keyed hash beside it. */
  id?: string;
  /** Where it comes from; only its host leaves. */
  url?: string | URL;
}

/** What was downloaded. */
export interface DownloadedFile {
  /** Size in bytes. */
  bytes?: number;
  /** Title; part of the attempt's record and of the session's, by its privacy class. */
  title?: string;
  /** Name of the file; part of the session's record, by its privacy class. */
  fileName?: string;
}

/** An attempt that is running. */
export interface Attempt {
  /** Runs one step of the attempt, with what it does differently. Resolves or rejects exactly as `work` does. */
  step<T>(name: 'primary' | 'fallback', work: () => T | Promise<T>): Promise<T>;
  step<T>(name: 'primary' | 'fallback', means: DownloadMeans, work: () => T | Promise<T>): Promise<T>;
  /** Says what was really used, where that turns out only while it runs. */
  used(means: DownloadMeans): void;
  /** Says how far it has come: a share from 0 to 1, or bytes of a known total. */
  progress(at: number | { bytes: number; totalBytes: number }): void;
  /** Says what arrived. */
  downloaded(file: DownloadedFile): void;
  /** Says that it failed, for code that does not throw. */
  failed(error: unknown): void;
}

/**
 * Runs `work` as one attempt to download one thing. Resolves or rejects exactly as `work` does.
 *
 * @param options what is known at the start
 * @param work    the application's own work; what it throws is classified, recorded and thrown on
 * @returns what `work` gives back; rejects with a TypeError where `work` is no function
 */
export function download<T>(
  options: DownloadOptions,
  work: (attempt: Attempt) => T | Promise<T>,
): Promise<T> {
  if (typeof work !== 'function')
    return Promise.reject(new TypeError('download(options, work) needs a function to run'));
  // No async function around them: it would cost another turn of the microtask queue.
  return isTrackerOn('download') ? downloadObserved(options, work) : downloadQuietly(options, work);
}

async function downloadObserved<T>(
  options: DownloadOptions,
  work: (attempt: Attempt) => T | Promise<T>,
): Promise<T> {
  const attempt = new AttemptRun(options);
  attempt.begin();
  let result: T;
  try {
    result = await attempt.inside(work);
  } catch (error) {
    attempt.failed(error);
    attempt.end('failure');
    throw error;
  }
  attempt.succeeded();
  return result;
}
