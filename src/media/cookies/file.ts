import { basename } from 'node:path';
import type { CookiesState } from '../../registry/cookies.ts';
import { thresholds } from '../../registry/thresholds.ts';
import { bareDomain, belongsTo } from './domain.ts';
import { readFileStart } from './file_start.ts';
import { fingerprint, loginsOf, nearestExpiry } from './logins.ts';
import { parseCookies } from './netscape_format.ts';

/** Most of a file that is read, in bytes; a cookie file is a few kilobytes, a jar of a whole browser below 1 MB. */
const MAX_BYTES = 5 * 1024 * 1024;

/** How a cookie file is judged. */
export interface CookiesFileOptions {
  /** Default: the present. */
  readonly now?: Date;
  /** Age above which the file counts as stale, in seconds; default 12 h. */
  readonly staleAfterSeconds?: number;
  /** Names of the cookies that prove a login, instead of those known; for sites that are not known. */
  readonly authCookieNames?: readonly string[];
  /** Look only at cookies of this domain and its sub-domains, such as `youtube.com`; default: of all. */
  readonly domain?: string;
}

/** What a cookie file is like. No value of any cookie is in it, and no path. */
export interface CookiesReport {
  readonly fileName: string;
  readonly state: CookiesState;
  readonly modified?: Date;
  /** Since the file was written. */
  readonly ageSeconds?: number;
  readonly sizeBytes?: number;
  readonly count?: number;
  /** Whether at least one login is in the file; of a jar for several sites, that of any of them. */
  readonly authPresent?: boolean;
  /**
   * Until the first login lapses, negative once all have; absent where the auth cookies end with the browser's
   * session. A site's login lapses with the first of its auth cookies, since the site wants them all.
   */
  readonly expirySeconds?: number;
  /** Changes when the value of an auth cookie does. To compare with, in memory only: never emit it. */
  readonly authFingerprint?: string;
}

/**
 * Reads a cookie file and says what it is good for. A missing or unreadable file is a state, not an exception; of a
 * file larger than 5 MiB the beginning is read. A file whose header line is missing is read all the same, as curl
 * does; yt-dlp refuses it.
 *
 * @param path file in Netscape format (`cookies.txt`), as yt-dlp, curl and wget read and browsers' add-ons write it
 */
export async function readCookiesFile(
  path: string,
  options: CookiesFileOptions = {},
): Promise<CookiesReport> {
  const fileName = basename(path);
  try {
    const { facts: found, bytes } = await readFileStart(path, MAX_BYTES);
    if (bytes === undefined) return { fileName, state: 'unreadable' };
    const now = (options.now ?? new Date()).getTime();
    const ageSeconds = Math.max(0, (now - found.mtimeMs) / 1000);
    const facts = { fileName, modified: found.mtime, ageSeconds, sizeBytes: found.size };
    return { ...facts, ...judge(textOf(bytes), ageSeconds, now / 1000, options) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return { fileName, state: code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable' };
  }
}

type Judgement = Omit<CookiesReport, 'fileName' | 'modified' | 'ageSeconds' | 'sizeBytes'>;

function judge(text: string, ageSeconds: number, nowSeconds: number, options: CookiesFileOptions): Judgement {
  const all = parseCookies(text);
  if (all === undefined) return { state: 'invalid' };
  if (all.length === 0) return { state: 'empty', count: 0 };
  const bare = options.domain === undefined ? undefined : bareDomain(options.domain);
  const cookies = all.filter(({ domain }) => bare === undefined || belongsTo(domain, bare));
  const logins = loginsOf(cookies, options.authCookieNames);
  if (logins.length === 0) return { state: 'no_auth', count: cookies.length, authPresent: false };
  const expires = nearestExpiry(logins, nowSeconds);
  const expirySeconds = expires === undefined ? undefined : expires - nowSeconds;
  const isStale = ageSeconds > (options.staleAfterSeconds ?? thresholds.cookiesStaleSeconds);
  const isExpired = expirySeconds !== undefined && expirySeconds <= 0;
  return {
    state: isExpired ? 'expired' : isStale ? 'stale' : 'fresh',
    count: cookies.length,
    authPresent: true,
    ...(expirySeconds === undefined ? {} : { expirySeconds }),
    authFingerprint: fingerprint(logins.flat()),
  };
}

function textOf(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  const end = text.lastIndexOf('\n');
  // The last line of what was read may be half a cookie, but half of something else tells what it is.
  return bytes.length < MAX_BYTES || end < 0 || text.includes('\0') ? text : text.slice(0, end);
}
