import { diagnoseError } from '../../diagnosis/errors.ts';
import { isActiveSuppressed } from '../../emit/suppression.ts';
import { noteCookiesResult } from '../cookies/results.ts';
import { attemptClockMs, attemptStartMs, countAttempt } from './attempt_totals.ts';
import type { DownloadMeans } from './means.ts';
import type { Attempt, DownloadOptions } from './options.ts';

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
    attempt.failed(error);
    attempt.end();
    throw error;
  }
  attempt.end();
  return result;
}

// Stands for no error: anything can be thrown, undefined too.
const NONE = Symbol('none');

class QuietAttempt implements Attempt {
  readonly #startedMs = attemptStartMs();
  #means: DownloadMeans;
  #error: unknown = NONE;

  constructor(options: DownloadOptions) {
    this.#means = options;
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
    this.#means = { ...this.#means, ...means };
  }

  progress(): void {}

  downloaded(): void {}

  failed(error: unknown): void {
    this.#error = error;
  }

  end(): void {
    // Whoever asked to be left out is not in the totals either, which tell of the last attempt.
    if (isActiveSuppressed()) return;
    const means = this.#means;
    const success = this.#error === NONE;
    countAttempt(success, means, this.#startedMs, attemptClockMs());
    if (!means.cookies) return;
    const type = success ? undefined : diagnoseError(this.#error).type;
    noteCookiesResult(means.cookies, success ? 'success' : 'failure', type, false);
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
