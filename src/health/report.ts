import type { AttemptTotals, LastAttempt } from '../media/download/attempt_totals.ts';
import type { ToolFacts } from './tools.ts';

/** The last attempt, as it is shown. */
export interface LastAttemptReport {
  readonly success: boolean;
  readonly cookies_used: boolean;
  readonly client_used: string | null;
  readonly proxy_used: boolean;
  /** When it ended, ISO 8601. */
  readonly timestamp: string;
  /** Null where the attempt began before there was a handler, with no SDK registered. */
  readonly duration_seconds: number | null;
  readonly has_error: boolean;
}

/** Attempts since the process started. */
export interface AttemptsReport {
  readonly has_attempts: boolean;
  readonly total_attempts: number;
  readonly success_count: number;
  /** A fraction from 0 to 1, two decimals; null before the first attempt, which is neither good nor bad. */
  readonly success_rate: number | null;
  readonly last_attempt: LastAttemptReport | null;
}

/** What the health endpoints answer (requirement C6): never an error message, an id, a path or a user. */
export interface HealthReport {
  readonly yt_dlp_version: string | null;
  readonly ffmpeg_available: boolean;
  readonly proxy_in_use: boolean;
  /** Null before the first attempt. */
  readonly last_download_used_cookies: boolean | null;
  /** Null before the first attempt, and where the download did not say. */
  readonly last_download_client: string | null;
  readonly download_attempts?: AttemptsReport;
  /** When this was answered, ISO 8601. */
  readonly timestamp: string;
}

/** All that a report is made of. */
export interface HealthFacts {
  readonly tools: ToolFacts;
  readonly attempts: AttemptTotals;
  /** Default: whether the last attempt used one. */
  readonly proxyInUse?: boolean | undefined;
  readonly now: Date;
}

/**
 * Makes a health report of what is known. Pure.
 *
 * @param facts        what is known
 * @param withAttempts whether it says how attempts went
 */
export function healthReport(facts: HealthFacts, withAttempts: boolean): HealthReport {
  const { tools, attempts, now } = facts;
  const { last } = attempts;
  return {
    yt_dlp_version: tools.ytDlpVersion,
    ffmpeg_available: tools.ffmpegAvailable,
    proxy_in_use: facts.proxyInUse ?? last?.proxyUsed ?? false,
    last_download_used_cookies: last?.cookiesUsed ?? null,
    last_download_client: last?.clientUsed ?? null,
    ...(withAttempts && { download_attempts: attemptsReport(attempts) }),
    timestamp: now.toISOString(),
  };
}

function attemptsReport({ total, successes, last }: AttemptTotals): AttemptsReport {
  return {
    has_attempts: total > 0,
    total_attempts: total,
    success_count: successes,
    success_rate: total > 0 ? Math.round((successes / total) * 100) / 100 : null,
    last_attempt: last === undefined ? null : lastAttemptReport(last),
  };
}

function lastAttemptReport(last: LastAttempt): LastAttemptReport {
  return {
    success: last.success,
    cookies_used: last.cookiesUsed,
    client_used: last.clientUsed ?? null,
    proxy_used: last.proxyUsed,
    timestamp: last.at.toISOString(),
    duration_seconds:
      last.durationSeconds === undefined ? null : Math.round(last.durationSeconds * 1000) / 1000,
    has_error: last.hasError,
  };
}
