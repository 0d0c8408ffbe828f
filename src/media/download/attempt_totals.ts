import { clientName, type DownloadMeans, usesProxy } from './means.ts';

/** The last attempt, as the health endpoint shows it: never a message, an id, a path or a user (requirement C6). */
export interface LastAttempt {
  readonly success: boolean;
  readonly cookiesUsed: boolean;
  readonly clientUsed: string | undefined;
  readonly proxyUsed: boolean;
  /** When it ended. */
  readonly at: Date;
  /** How long it took; not known where it began with no SDK registered and before anyone asked for times. */
  readonly durationSeconds: number | undefined;
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
let lastMeans: DownloadMeans | undefined;
let lastSuccess = false;
let lastStartedMs = 0;
let lastEndedMs = 0;

// Times are milliseconds since this: integers small enough for V8 to keep without an object for each.
const EPOCH_MS = Date.now();

const NOT_TIMED = -1;
let timed = false;

/** Has attempts timed from now on though no SDK is registered: somebody will show it. */
export function timeAttempts(): void {
  timed = true;
}

/** When an attempt without signals starts, for `countAttempt`: the clock is read only if somebody will show it. */
export function attemptStartMs(): number {
  return timed ? attemptClockMs() : NOT_TIMED;
}

/** The time now, for `countAttempt`: whole milliseconds since this process began to count. */
export function attemptClockMs(): number {
  return Date.now() - EPOCH_MS;
}

/**
 * Counts an attempt that ended. Interrupted ones do not count: they say nothing about the site or the settings.
 *
 * @param startedMs when it started, by `attemptStartMs` or `attemptClockMs`
 * @param endedMs   when it ended, by `attemptClockMs`
 */
export function countAttempt(
  success: boolean,
  means: DownloadMeans,
  startedMs: number,
  endedMs: number,
): void {
  total += 1;
  if (success) successes += 1;
  lastMeans = means;
  lastSuccess = success;
  lastStartedMs = startedMs;
  lastEndedMs = endedMs;
}

/** What was counted since the process started, whether or not an SDK is registered. */
export function attemptTotals(): AttemptTotals {
  return { total, successes, last: lastMeans && lastAttempt(lastMeans) };
}

function lastAttempt(means: DownloadMeans): LastAttempt {
  return {
    success: lastSuccess,
    cookiesUsed: Boolean(means.cookies),
    clientUsed: means.client === undefined ? undefined : clientName(means.client),
    proxyUsed: usesProxy(means.proxy),
    at: new Date(EPOCH_MS + lastEndedMs),
    durationSeconds: lastStartedMs === NOT_TIMED ? undefined : (lastEndedMs - lastStartedMs) / 1000,
    hasError: !lastSuccess,
  };
}
