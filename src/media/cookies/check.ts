import { context } from '@opentelemetry/api';
import { emitEvent } from '../../emit/event.ts';
import { addCount } from '../../emit/metrics.ts';
import { scopeOf, withScope } from '../../emit/scope.ts';
import { endSpan, startSpan, withSpan } from '../../emit/span.ts';
import { threshold } from '../../emit/thresholds.ts';
import { isTrackerOn } from '../../emit/trackers.ts';
import { cookiesChecked, cookiesCheckSpan, cookiesChecks } from '../../registry/cookies.ts';
import { readCookiesFile } from './file.ts';
import { observeJars, shownFileName, siteName } from './jars.ts';
import { cookiesMemoryReady } from './memory.ts';
import { type CookiesCheck, verdictOn } from './verdict.ts';

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

/**
 * Looks at a Netscape `cookies.txt`. A file that is missing or cannot be read is a state, not an error: this never
 * rejects. What is in the cookies never leaves the process, nor does the file's path.
 *
 * @param path    the file
 * @param options threshold, user, site, names of auth cookies
 */
export async function check(path: string, options: CookiesCheckOptions = {}): Promise<CookiesCheck> {
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
    return verdictOn(report, path, userId, site, staleAfterSeconds);
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
