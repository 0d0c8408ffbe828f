import { isTrackerOn } from '../../emit/trackers.ts';
import type { Attempt, DownloadOptions } from './options.ts';
import { downloadQuietly } from './quiet_attempt.ts';
import { AttemptRun } from './run.ts';

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
