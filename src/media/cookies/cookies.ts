import { context } from '@opentelemetry/api';
import { emitEvent } from '../../emit/event.ts';
import { addCount } from '../../emit/metrics.ts';
import { scopeOf, withScope } from '../../emit/scope.ts';
import { endSpan, startSpan, withSpan } from '../../emit/span.ts';
import { isActiveSuppressed } from '../../emit/suppression.ts';
import { threshold } from '../../emit/thresholds.ts';
import { isTrackerOn } from '../../emit/trackers.ts';
import {
  type CookiesState,
  cookiesChecked,
  cookiesCheckSpan,
  cookiesChecks,
} from '../../registry/cookies.ts';
import { type CookiesReport, readCookiesFile } from './file.ts';
import { jarKey, noteJar, observeJars, shownFileName, siteName } from './jars.ts';
import { cookiesMemoryReady, isSameExport, recallCookies, rememberCookies } from './memory.ts';
import { cookiesResultsOf } from './results.ts';
import { type CookiesWatch, type CookiesWatchOptions, watchWith } from './watch.ts';

/** How a cookie file is judged. */
export interface CookiesCheckOptions {
  /** Age in seconds from which the file counts as stale. Default 12 h. */
  staleAfterSeconds?: number;
  /**
   * Id of the user the cookies belong to; leaves as a keyed hash. Each user's jar is remembered by itself. Where the
   * file is called after the user, `{user}` stands for the id in signals.
   */
  userId?: string;
  /** Look only at the cookies of this site, such as `youtube.com`; a jar of its own. Default: at all. */
  site?: string;
  /** Names of cookies that prove a login, for sites that are not known. */
  authCookieNames?: readonly string[];
}

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

/**
 * Looks at a Netscape `cookies.txt`. A file that is missing or cannot be read is a state, not an error: this never
 * rejects. What is in the cookies never leaves the process, nor does the file's path.
 *
 * @param path    the file
 * @param options threshold, user, site, names of auth cookies
 */
async function check(path: string, options: CookiesCheckOptions = {}): Promise<CookiesCheck> {
  const active = isTrackerOn('cookies');
  const parent = context.active();
  const scope = scopeOf(parent);
  const staleAfterSeconds = options.staleAfterSeconds ?? threshold('cookiesStaleSeconds');
  const { userId } = options;
  const site = siteName(options.site);
  const look = async () => {
    await cookiesMemoryReady();
    const report = await readCookiesFile(path, {
      now: new Date(),
      staleAfterSeconds,
      // A site that is no host has no cookies; it does not stand for all of them.
      ...(options.site !== undefined && { domain: site ?? options.site }),
      ...(options.authCookieNames && { authCookieNames: options.authCookieNames }),
    });
    return judged(report, path, userId, site, staleAfterSeconds);
  };
  if (!active) return look();

  const shownName = shownFileName(path, userId);
  const span = startSpan(
    cookiesCheckSpan,
    {
      'media.cookies.file_name': shownName,
      'media.cookies.state': 'missing',
      'media.operation': 'cookies',
      'session.id': scope?.sessionId,
    },
    parent,
  );
  const inner = withScope(withSpan(parent, span), {
    operation: 'cookies',
    sessionId: scope?.sessionId,
    totals: scope?.totals,
    attempt: scope?.attempt,
  });
  const found = await context.with(inner, look);
  const attributes = {
    'media.cookies.file_name': shownName,
    'media.cookies.state': found.state,
    'media.cookies.site': site,
    'media.cookies.threshold': staleAfterSeconds,
    'media.cookies.age': found.ageSeconds,
    'media.cookies.auth_age': found.authAgeSeconds,
    'media.cookies.size': found.sizeBytes,
    'media.cookies.count': found.count,
    'media.cookies.modified': found.modified?.toISOString(),
    'media.cookies.auth_present': found.authPresent,
    'media.cookies.expiry': found.expirySeconds,
    'media.cookies.last_accepted': found.lastAccepted?.toISOString(),
    'media.cookies.last_rejected': found.lastRejected?.toISOString(),
    'user.id': userId,
    'session.id': scope?.sessionId,
  };
  addCount(cookiesChecks, 1, {
    'media.cookies.file_name': shownFileName(found.fileName, userId),
    'media.cookies.state': found.state,
    ...(site !== undefined && { 'media.cookies.site': site }),
  });
  emitEvent(
    cookiesChecked,
    found.state === 'fresh' ? 'INFO' : 'WARN',
    `cookie file is ${found.state}`,
    attributes,
    inner,
  );
  endSpan(cookiesCheckSpan, span, attributes);
  observeJars();
  return found;
}

/**
 * Looks at a cookie file now, and again whenever it changes, also when it is replaced, removed or comes back. Does not
 * keep the process alive. Never throws; of more than 100 watches at a time those beyond look once and no more.
 *
 * @param path    the file; it need not be there yet
 * @param options as for `check`, and `onChange`
 * @returns ends the watch: `close()`, or `using`
 */
function watch(path: string, options: CookiesCheckOptions & CookiesWatchOptions = {}): CookiesWatch {
  return watchWith(path, options, () => check(path, options));
}

/** What can be known of the cookies that downloads are made with. */
export const cookies: { readonly check: typeof check; readonly watch: typeof watch } = { check, watch };

/** Judges by what the file says, and by what is remembered of it. */
function judged(
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
