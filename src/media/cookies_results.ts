import { basename } from 'node:path';
import { addCount } from '../emit/metrics.ts';
import { cookiesResults } from '../registry/cookies.ts';
import type { ErrorType } from '../registry/error_types.ts';
import type { Outcome } from '../registry/operation.ts';

/** When cookies were last taken and last turned down by the site, as far as this process has seen. */
export interface CookiesResults {
  accepted?: Date;
  rejected?: Date;
}

const REJECTIONS: ReadonlySet<ErrorType> = new Set(['cookies_invalid', 'login_required', 'unauthorized']);

// By base name; downloads that do not say which file they used are under the empty name. An application has a few
// cookie files: one that makes up names without end must not make this grow without end.
const MAX_FILES = 100;
const results = new Map<string, CookiesResults>();

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
  const name = typeof cookies === 'string' ? basename(cookies) : '';
  if (!results.has(name) && results.size >= MAX_FILES) return;
  const entry = results.get(name) ?? {};
  results.set(name, entry);
  if (rejected) entry.rejected = new Date();
  else entry.accepted = new Date();
  addCount(cookiesResults, 1, { 'media.cookies.result': rejected ? 'rejected' : 'accepted' });
}

/** What is known of a cookie file, by base name; what downloads said that did not name theirs counts for every file. */
export function cookiesResultsOf(fileName: string): CookiesResults {
  const named = results.get(fileName) ?? {};
  const unnamed = results.get('') ?? {};
  return {
    ...latest('accepted', named.accepted, unnamed.accepted),
    ...latest('rejected', named.rejected, unnamed.rejected),
  };
}

function latest<K extends keyof CookiesResults>(key: K, one?: Date, other?: Date): { [P in K]?: Date } {
  const later = one !== undefined && other !== undefined ? (one > other ? one : other) : (one ?? other);
  return (later === undefined ? {} : { [key]: later }) as { [P in K]?: Date };
}
