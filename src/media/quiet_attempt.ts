import { diagnoseError } from '../diagnosis/errors.ts';
import { isActiveSuppressed } from '../emit/suppression.ts';
import { countAttempt } from './attempt_totals.ts';
import { noteCookiesResult } from './cookies_results.ts';
import type { Attempt, DownloadMeans, DownloadOptions } from './download.ts';

/**
 * A download with no SDK registered: no signals, at next to no cost. The totals of the health endpoint are kept all the
 * same, since they need no SDK.
 */
export async function downloadQuietly<T>(
  options: DownloadOptions,
  work: (attempt: Attempt) => T | Promise<T>,
): Promise<T> {
  const attempt = new QuietAttempt(options);
  let result: T;
  try {
    result = await work(attempt);
  } catch (error) {
    attempt.error = error;
    attempt.hasError = true;
    attempt.end();
    throw error;
  }
  attempt.end();
  return result;
}

class QuietAttempt implements Attempt {
  readonly startedMs = Date.now();
  means: DownloadMeans;
  error: unknown = undefined;
  hasError = false;

  constructor(options: DownloadOptions) {
    this.means = options;
  }

  async step<T>(
    name: 'primary' | 'fallback',
    meansOrWork: DownloadMeans | (() => T | Promise<T>),
    maybeWork?: () => T | Promise<T>,
  ): Promise<T> {
    const work = stepWork(name, meansOrWork, maybeWork);
    if (typeof meansOrWork !== 'function') this.used(meansOrWork);
    return work();
  }

  used(means: DownloadMeans): void {
    this.means = { ...this.means, ...means };
  }

  progress(): void {}

  downloaded(): void {}

  failed(error: unknown): void {
    this.error = error;
    this.hasError = true;
  }

  end(): void {
    const { means, hasError } = this;
    const endedMs = Date.now();
    // Whoever asked to be left out is not in the totals either, which tell of the last attempt.
    if (isActiveSuppressed()) return;
    countAttempt(!hasError, means, endedMs, (endedMs - this.startedMs) / 1000);
    if (!means.cookies) return;
    const type = hasError ? diagnoseError(this.error).type : undefined;
    noteCookiesResult(means.cookies, hasError ? 'failure' : 'success', type, false);
  }
}

/** The work of a step, whichever way `attempt.step` was called. */
export function stepWork<T>(
  name: string,
  meansOrWork: DownloadMeans | (() => T | Promise<T>),
  maybeWork: (() => T | Promise<T>) | undefined,
): () => T | Promise<T> {
  const work = typeof meansOrWork === 'function' ? meansOrWork : maybeWork;
  if (work === undefined) throw new TypeError(`attempt.step('${name}', …) needs a function to run`);
  return work;
}
