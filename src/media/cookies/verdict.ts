import { isActiveSuppressed } from '../../emit/suppression.ts';
import type { CookiesState } from '../../registry/cookies.ts';
import type { CookiesReport } from './file.ts';
import { jarKey, noteJar, shownFileName } from './jars.ts';
import { isSameExport, recallCookies, rememberCookies } from './memory.ts';
import { cookiesResultsOf } from './results.ts';

/** What a look at a cookie file found. Nothing in it shows what is in a cookie. */
export interface CookiesCheck {
  readonly fileName: string;
  /** Judged by all that follows; see `media.cookies.state` in the signal reference. */
  readonly state: CookiesState;
  /** Whether downloads can be expected to pass as logged in: `fresh` or only `stale`. */
  readonly usable: boolean;
  readonly modified?: Date;
  readonly ageSeconds?: number;
  /**
   * Time since the values of the auth cookies changed, as far as has been seen: the age of the export. yt-dlp writes
   * the file anew at each run, with the same login in it, so the age of the file alone does not tell.
   */
  readonly authAgeSeconds?: number;
  readonly sizeBytes?: number;
  readonly count?: number;
  readonly authPresent?: boolean;
  /** Time until the first auth cookie expires; negative once it has. */
  readonly expirySeconds?: number;
  readonly lastAccepted?: Date;
  readonly lastRejected?: Date;
}

/** Judges a cookie file by what it says, and by what is remembered of it; its gauges tell of it from now on. */
export function verdictOn(
  report: CookiesReport,
  path: string,
  userId: string | undefined,
  site: string | undefined,
  staleAfterSeconds: number,
): CookiesCheck {
  const { authFingerprint, ...visible } = report;
  const key = jarKey(path, userId, site);
  const now = Date.now();
  const authChangedMs = noteExport(key, authFingerprint, report.modified?.getTime() ?? now);
  const { accepted, rejected } = cookiesResultsOf(path);
  let { state } = report;
  if (authChangedMs !== undefined && (state === 'fresh' || state === 'stale')) {
    if ((now - authChangedMs) / 1000 > staleAfterSeconds) state = 'stale';
    if (rejected && rejected.getTime() > Math.max(accepted?.getTime() ?? 0, authChangedMs))
      state = 'rejected';
  }
  // Gauges tell of what is known, at any time: not of who asked to be left out.
  if (!isActiveSuppressed())
    noteJar(key, {
      path,
      shownName: shownFileName(report.fileName, userId),
      site,
      state,
      authPresent: report.authPresent,
      modifiedMs: report.modified?.getTime(),
      authChangedMs,
      expiresMs: report.expirySeconds === undefined ? undefined : now + report.expirySeconds * 1000,
      acceptedMs: accepted?.getTime(),
      rejectedMs: rejected?.getTime(),
    });
  return {
    ...visible,
    state,
    usable: state === 'fresh' || state === 'stale',
    ...(authChangedMs !== undefined && { authAgeSeconds: (now - authChangedMs) / 1000 }),
    ...(accepted && { lastAccepted: accepted }),
    ...(rejected && { lastRejected: rejected }),
  };
}

/** When the auth cookies of a jar changed, in ms since 1970, as far as has been seen; undefined if it has none. */
function noteExport(
  key: string,
  authFingerprint: string | undefined,
  modifiedMs: number,
): number | undefined {
  if (authFingerprint === undefined) return undefined;
  const before = recallCookies(key);
  if (before?.changedMs !== undefined && isSameExport(authFingerprint, before)) return before.changedMs;
  // When the file was written is the latest that they can have changed, and the best that is known.
  const changedMs = Math.min(Date.now(), modifiedMs);
  rememberCookies(key, { fingerprint: authFingerprint, changedMs });
  return changedMs;
}
