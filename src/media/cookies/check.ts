import { context } from '@opentelemetry/api';
import { scopeOf, withScope } from '../../emit/scope.ts';
import { withSpan } from '../../emit/span.ts';
import { threshold } from '../../emit/thresholds.ts';
import { isTrackerOn } from '../../emit/trackers.ts';
import { readCookiesFile } from './file.ts';
import { observeJars, shownFileName, siteName } from './jars.ts';
import { cookiesMemoryReady } from './memory.ts';
import { type DescribedCheck, startCheckSpan, tellChecked } from './signals.ts';
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

  const described: DescribedCheck = {
    shownName: shownFileName(path, userId),
    site,
    userId,
    sessionId: scope?.sessionId,
    staleAfterSeconds,
  };
  const span = startCheckSpan(described, parent);
  const inner = withScope(withSpan(parent, span), {
    operation: 'cookies',
    sessionId: scope?.sessionId,
    totals: scope?.totals,
    attempt: scope?.attempt,
  });
  const found = await context.with(inner, look);
  tellChecked(found, described, span, inner);
  observeJars();
  return found;
}
