import { basename, resolve } from 'node:path';
import { addCount } from '../../emit/metrics.ts';
import { cookiesResults } from '../../registry/cookies.ts';
import type { ErrorType } from '../../registry/error_types.ts';
import type { Outcome } from '../../registry/operation.ts';
import { recallCookies, recallOwnCookies, rememberCookies } from './memory.ts';

/** When cookies were last taken and last turned down by the site, as far as is known. */
export interface CookiesResults {
  readonly accepted?: Date;
  readonly rejected?: Date;
}

const REJECTIONS: ReadonlySet<ErrorType> = new Set(['cookies_invalid', 'login_required', 'unauthorized']);

const PREFIX = 'result\0';

/**
 * Notes what the site made of the cookies of a download that ended. A success counts as accepted only if nothing said
 * that the cookies were turned down: yt-dlp warns that they are no longer valid and may then succeed as a stranger.
 */
export function noteCookiesResult(
  cookies: boolean | string | undefined,
  outcome: Outcome,
  type: ErrorType | undefined,
  rejectedOnTheWay: boolean,
): void {
  const rejected = rejectedOnTheWay || (type !== undefined && REJECTIONS.has(type));
  if (!rejected && outcome !== 'success') return;
  const now = Date.now();
  rememberCookies(keyOf(cookies), rejected ? { rejectedMs: now } : { acceptedMs: now });
  addCount(cookiesResults, 1, { 'media.cookies.result': rejected ? 'rejected' : 'accepted' });
}

/**
 * What is known of a cookie file. What downloads said that gave only its name counts too, and so does, for every file,
 * what those said that did not name theirs.
 *
 * @param path    the file
 * @param ownOnly whether only what this process saw counts, which is quicker
 */
export function cookiesResultsOf(path: string, ownOnly = false): CookiesResults {
  const keys = [PREFIX + resolve(path), PREFIX + basename(path), PREFIX];
  const all = keys.map(ownOnly ? recallOwnCookies : recallCookies);
  const accepted = Math.max(...all.map((one) => one?.acceptedMs ?? 0));
  const rejected = Math.max(...all.map((one) => one?.rejectedMs ?? 0));
  return {
    ...(accepted > 0 && { accepted: new Date(accepted) }),
    ...(rejected > 0 && { rejected: new Date(rejected) }),
  };
}

// A bare name stands for whichever file is called so.
function keyOf(cookies: boolean | string | undefined): string {
  if (typeof cookies !== 'string') return PREFIX;
  return PREFIX + (basename(cookies) === cookies ? cookies : resolve(cookies));
}
