import { context } from '@opentelemetry/api';
import { emitEvent } from '../emit/event.ts';
import { addCount, observeGauge } from '../emit/metrics.ts';
import { scopeOf, withScope } from '../emit/scope.ts';
import { endSpan, startSpan, withSpan } from '../emit/span.ts';
import { isActiveSuppressed } from '../emit/suppression.ts';
import { threshold } from '../emit/thresholds.ts';
import { isTrackerOn } from '../emit/trackers.ts';
import {
  COOKIES_STATES,
  type CookiesState,
  cookiesAge,
  cookiesChecked,
  cookiesCheckSpan,
  cookiesChecks,
  cookiesExpiry,
  cookiesStatus,
} from '../registry/cookies.ts';
import { type CookiesReport, readCookiesFile } from './cookies_file.ts';
import { cookiesResultsOf } from './cookies_results.ts';

/** How a cookie file is judged. */
export interface CookiesCheckOptions {
  /** Age in seconds from which the file counts as stale. Default 12 h. */
  staleAfterSeconds?: number;
  /** Id of the user the cookies belong to; leaves as a keyed hash. */
  userId?: string;
  /** Names of cookies that prove a login, for sites that are not known. */
  authCookieNames?: readonly string[];
}

/** What a look at a cookie file found. Nothing in it shows what is in a cookie. */
export interface CookiesCheck {
  readonly fileName: string;
  readonly state: CookiesState;
  /** Whether downloads can be expected to pass as logged in: `fresh` or only `stale`. */
  readonly usable: boolean;
  readonly modified?: Date;
  readonly ageSeconds?: number;
  /** Time since the values of the auth cookies changed, as far as this process has seen. */
  readonly authAgeSeconds?: number;
  readonly sizeBytes?: number;
  readonly count?: number;
  readonly authPresent?: boolean;
  /** Time until the first auth cookie expires; negative once it has. */
  readonly expirySeconds?: number;
  readonly lastAccepted?: Date;
  readonly lastRejected?: Date;
}

interface Known {
  readonly state: CookiesState;
  readonly modifiedMs: number | undefined;
  readonly expiresMs: number | undefined;
  readonly authFingerprint: string | undefined;
  readonly authChangedMs: number | undefined;
}

// By base name. An application has a few cookie files; one that makes up names without end must not grow without end.
const MAX_FILES = 100;
const known = new Map<string, Known>();
let observing = false;
let staleAfterSetting: number | undefined;

/** Sets the age in seconds from which a cookie file counts as stale where a check does not say. For `init()`. */
export function setCookiesStaleAfterSeconds(seconds: number | undefined): void {
  staleAfterSetting = seconds;
}

/**
 * Looks at a Netscape `cookies.txt`. A file that is missing or cannot be read is a state, not an error: this never
 * rejects. What is in the cookies never leaves the process, nor does the file's path.
 *
 * @param path    the file
 * @param options threshold, user, names of auth cookies
 */
async function check(path: string, options: CookiesCheckOptions = {}): Promise<CookiesCheck> {
  const active = isTrackerOn('cookies');
  const parent = context.active();
  const scope = scopeOf(parent);
  const staleAfterSeconds =
    options.staleAfterSeconds ?? staleAfterSetting ?? threshold('cookiesStaleSeconds');
  const read = () =>
    readCookiesFile(path, {
      now: new Date(),
      staleAfterSeconds,
      ...(options.authCookieNames && { authCookieNames: options.authCookieNames }),
    });
  if (!active) return result(await read());

  const span = startSpan(
    cookiesCheckSpan,
    {
      'media.cookies.file_name': path,
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
  const report = await context.with(inner, read);
  const found = result(report);
  const attributes = {
    'media.cookies.file_name': found.fileName,
    'media.cookies.state': found.state,
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
    'user.id': options.userId,
    'session.id': scope?.sessionId,
  };
  addCount(cookiesChecks, 1, {
    'media.cookies.file_name': found.fileName,
    'media.cookies.state': found.state,
  });
  emitEvent(
    cookiesChecked,
    found.state === 'fresh' ? 'INFO' : 'WARN',
    `cookie file is ${found.state}`,
    attributes,
    inner,
  );
  endSpan(cookiesCheckSpan, span, attributes);
  observe();
  return found;
}

/** What can be known of the cookies that downloads are made with. */
export const cookies: { readonly check: typeof check } = { check };

function result(report: CookiesReport): CookiesCheck {
  const { authFingerprint, ...visible } = report;
  const before = known.get(report.fileName);
  const now = Date.now();
  // Until a change was seen, the age of the file is the best that is known of the age of what is in it.
  const authChangedMs =
    authFingerprint === undefined
      ? undefined
      : before?.authFingerprint === undefined
        ? report.modified?.getTime()
        : before.authFingerprint === authFingerprint
          ? before.authChangedMs
          : now;
  // Gauges tell of what is known, at any time: not of who asked to be left out.
  if ((before !== undefined || known.size < MAX_FILES) && !isActiveSuppressed()) {
    known.set(report.fileName, {
      state: report.state,
      modifiedMs: report.modified?.getTime(),
      expiresMs: report.expirySeconds === undefined ? undefined : now + report.expirySeconds * 1000,
      authFingerprint,
      authChangedMs,
    });
  }
  const { accepted, rejected } = cookiesResultsOf(report.fileName);
  return {
    ...visible,
    usable: report.state === 'fresh' || report.state === 'stale',
    ...(authChangedMs !== undefined && { authAgeSeconds: (now - authChangedMs) / 1000 }),
    ...(accepted && { lastAccepted: accepted }),
    ...(rejected && { lastRejected: rejected }),
  };
}

// Age and expiry go on changing between checks, so they are worked out at each export.
function observe(): void {
  if (observing) return;
  observing = true;
  observeGauge(cookiesAge, (report) => {
    for (const [name, { modifiedMs }] of known) {
      if (modifiedMs !== undefined)
        report((Date.now() - modifiedMs) / 1000, { 'media.cookies.file_name': name });
    }
  });
  observeGauge(cookiesExpiry, (report) => {
    for (const [name, { expiresMs }] of known) {
      if (expiresMs !== undefined)
        report((expiresMs - Date.now()) / 1000, { 'media.cookies.file_name': name });
    }
  });
  observeGauge(cookiesStatus, (report) => {
    for (const [name, { state }] of known) {
      for (const each of COOKIES_STATES) {
        report(each === state ? 1 : 0, { 'media.cookies.file_name': name, 'media.cookies.state': each });
      }
    }
  });
}
