import { isActiveSuppressed } from '../../emit/suppression.ts';
import type { CookiesCheck } from './cookies.ts';
import type { CookiesReport } from './file.ts';
import { jarKey, noteJar, shownFileName } from './jars.ts';
import { isSameExport, recallCookies, rememberCookies } from './memory.ts';
import { cookiesResultsOf } from './results.ts';

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
