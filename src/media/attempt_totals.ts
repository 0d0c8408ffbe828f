/** The last attempt, as the health endpoint shows it: never a message, an id, a path or a user (requirement C6). */
export interface LastAttempt {
  readonly success: boolean;
  readonly cookiesUsed: boolean;
  readonly clientUsed: string | undefined;
  readonly proxyUsed: boolean;
  /** When it ended. */
  readonly at: Date;
  readonly durationSeconds: number;
  readonly hasError: boolean;
}

/** Attempts of this process since it started. Of fixed size, whatever their number. */
export interface AttemptTotals {
  readonly total: number;
  readonly successes: number;
  readonly last: LastAttempt | undefined;
}

let total = 0;
let successes = 0;
// Field by field: an object for each attempt would be made for nobody in most processes.
let lastMeans: { client?: string; proxy?: boolean; cookies?: boolean | string } | undefined;
let lastSuccess = false;
let lastEndedMs = 0;
let lastSeconds = 0;

/**
 * Counts an attempt that ended. Interrupted ones do not count: they say nothing about the site or the settings.
 *
 * @param endedMs         when it ended, in milliseconds since 1970
 * @param durationSeconds how long it took
 */
export function countAttempt(
  success: boolean,
  means: { client?: string; proxy?: boolean; cookies?: boolean | string },
  endedMs: number,
  durationSeconds: number,
): void {
  total += 1;
  if (success) successes += 1;
  lastMeans = means;
  lastSuccess = success;
  lastEndedMs = endedMs;
  lastSeconds = durationSeconds;
}

/** What was counted since the process started, whether or not an SDK is registered. */
export function attemptTotals(): AttemptTotals {
  return { total, successes, last: lastMeans && lastAttempt(lastMeans) };
}

function lastAttempt(means: { client?: string; proxy?: boolean; cookies?: boolean | string }): LastAttempt {
  return {
    success: lastSuccess,
    cookiesUsed: Boolean(means.cookies),
    clientUsed: means.client,
    proxyUsed: means.proxy ?? false,
    at: new Date(lastEndedMs),
    durationSeconds: lastSeconds,
    hasError: !lastSuccess,
  };
}
