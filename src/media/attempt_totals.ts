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
let last: LastAttempt | undefined;

/** Counts an attempt that ended. Interrupted ones do not count: they say nothing about the site or the settings. */
export function countAttempt(attempt: LastAttempt): void {
  total += 1;
  if (attempt.success) successes += 1;
  last = attempt;
}

/** What was counted since the process started, whether or not an SDK is registered. */
export function attemptTotals(): AttemptTotals {
  return { total, successes, last };
}
