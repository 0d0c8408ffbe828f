import type { CookiesState } from '../../registry/cookies.ts';
import { check } from './check.ts';
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
