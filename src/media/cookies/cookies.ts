import { type CookiesCheckOptions, check } from './check.ts';
import { type CookiesWatch, type CookiesWatchOptions, watchWith } from './watch.ts';

export type { CookiesCheckOptions } from './check.ts';
export type { CookiesCheck } from './verdict.ts';

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
