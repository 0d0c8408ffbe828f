import { hash } from 'node:crypto';
import { basename } from 'node:path';
import type { CookiesState } from '../../registry/cookies.ts';
import { thresholds } from '../../registry/thresholds.ts';
import { readFileStart } from './file_start.ts';

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

/** One cookie of a Netscape cookie file. */
export interface Cookie {
  readonly domain: string;
  readonly name: string;
  readonly value: string;
  /** Unix time in seconds; 0: ends with the browser's session. */
  readonly expires: number;
}

interface Site {
  readonly domains: readonly string[];
  readonly authNames: ReadonlySet<string>;
}

/** Domains of one site are one login: a copy of a cookie on either will do. */
function site(domains: string, authNames: string): Site {
  return { domains: domains.split(' '), authNames: new Set(authNames.split(' ')) };
}

/**
 * By which cookies sites prove a login. Those that visitors without an account get too (VISITOR_INFO1_LIVE,
 * csrftoken, guest_id, buvid3) prove nothing and are not here.
 */
const SITES: readonly Site[] = [
  site(
    'youtube.com google.com youtube-nocookie.com',
    'SID HSID SSID APISID SAPISID __Secure-1PSID __Secure-3PSID __Secure-1PAPISID __Secure-3PAPISID LOGIN_INFO',
  ),
  site('instagram.com', 'sessionid'),
  site('x.com twitter.com', 'auth_token'),
  site('tiktok.com douyin.com', 'sessionid sessionid_ss sid_tt'),
  site('facebook.com', 'c_user xs'),
  site('vimeo.com', 'vimeo'),
  site('bilibili.com', 'SESSDATA'),
  site('nicovideo.jp', 'user_session user_session_secure'),
  site('twitch.tv', 'auth-token'),
  site('reddit.com', 'reddit_session'),
  site('patreon.com', 'session_id'),
  site('soundcloud.com', 'oauth_token'),
  site('crunchyroll.com', 'etp_rt'),
  site('vk.com vk.ru', 'remixsid'),
  site('bandcamp.com', 'identity'),
  site('pinterest.com', '_pinterest_sess'),
  site('linkedin.com', 'li_at'),
];

/** What logins are called elsewhere; a guess, and asked only when no known site's login is in the file. */
const LIKELY_AUTH = /sess|auth|token|login|jwt|remember|(?:^|[_.-])sid|sid$/i;
const SURELY_NOT_AUTH = /csrf|xsrf|consent|guest|visitor|anon|analytics|^_ga|^_gid/i;

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

/**
 * Parses the text of a Netscape cookie file: seven fields a line, separated by tabs; `#HttpOnly_` before a domain is
 * part of the format, any other `#` a comment. Lines of another form are left out.
 *
 * @returns undefined if there is content, but no line of it is a cookie
 */
export function parseCookies(text: string): Cookie[] | undefined {
  const cookies: Cookie[] = [];
  let malformed = text.includes('\0');
  if (!malformed) {
    for (const line of text.replace(/^\uFEFF/, '').split(text.includes('\r') ? /\r\n|\n|\r/ : '\n')) {
      const content = line.startsWith('#') ? line.replace(/^#HttpOnly_/i, '') : line;
      if (content.startsWith('#') || content.trim() === '') continue;
      const cookie = parseLine(content);
      if (cookie === undefined) malformed = true;
      else cookies.push(cookie);
    }
  }
  return cookies.length === 0 && malformed ? undefined : cookies;
}

function parseLine(line: string): Cookie | undefined {
  const [domain, subdomains, path, secure, expires, name, value] = line.split('\t');
  if (!domain || path === undefined || name === undefined) return undefined;
  if (!isFlag(subdomains) || !isFlag(secure)) return undefined;
  if (expires === undefined || !EXPIRES.test(expires)) return undefined;
  return { domain: bareDomain(domain), name, value: value ?? '', expires: Math.max(0, Number(expires)) };
}

const EXPIRES = /^-?\d*(?:\.\d+)?$/;

function isFlag(text: string | undefined): boolean {
  return text === 'TRUE' || text === 'FALSE' || /^(?:true|false)$/i.test(text ?? '');
}

function bareDomain(domain: string): string {
  const lower = domain.trim().toLowerCase();
  return lower.startsWith('.') ? lower.slice(1) : lower;
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

/** The auth cookies, by login. An empty value is what is left of a login after signing out. */
function loginsOf(cookies: readonly Cookie[], names: readonly string[] | undefined): Cookie[][] {
  const known = new Map<Site, Cookie[]>();
  const others = new Map<string, Cookie[]>();
  // A file has many cookies of few domains.
  const owners = new Map<string, Site | undefined>();
  const ownerOf = (domain: string) => {
    if (!owners.has(domain)) owners.set(domain, siteOf(domain));
    return owners.get(domain);
  };
  for (const cookie of cookies) {
    const { domain, name, value } = cookie;
    if (value === '') continue;
    const owner = names === undefined ? ownerOf(domain) : undefined;
    if (owner?.authNames.has(name)) add(known, owner, cookie);
    else if (owner === undefined && (names?.includes(name) ?? isLikelyAuth(name)))
      add(others, domain, cookie);
  }
  return [...(known.size > 0 ? known : others).values()];
}

function siteOf(domain: string): Site | undefined {
  return SITES.find(({ domains }) => domains.some((one) => belongsTo(domain, one)));
}

function isLikelyAuth(name: string): boolean {
  return LIKELY_AUTH.test(name) && !SURELY_NOT_AUTH.test(name);
}

function add<K>(groups: Map<K, Cookie[]>, key: K, cookie: Cookie): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [cookie]);
  else group.push(cookie);
}

/**
 * When the first login lapses, in Unix seconds. Of several copies of one cookie the one that lasts longest counts;
 * of a login the cookie that lapses first; of several logins the first that still holds, since the file is good for
 * something as long as any does.
 */
function nearestExpiry(logins: readonly (readonly Cookie[])[], nowSeconds: number): number | undefined {
  const ends = logins.map(endOf).sort((one, other) => one - other);
  const nearest = ends.find((end) => end > nowSeconds) ?? ends.at(-1);
  return nearest === Number.POSITIVE_INFINITY ? undefined : nearest;
}

function endOf(login: readonly Cookie[]): number {
  const ends = new Map<string, number>();
  for (const { name, expires } of login) {
    const end = expires === 0 ? Number.POSITIVE_INFINITY : expires;
    ends.set(name, Math.max(end, ends.get(name) ?? 0));
  }
  return [...ends.values()].reduce((first, end) => Math.min(first, end), Number.POSITIVE_INFINITY);
}

function fingerprint(auth: readonly Cookie[]): string {
  const lines = auth.map(({ domain, name, value }) => JSON.stringify([domain, name, value])).sort();
  return hash('sha256', lines.join('\n'));
}

function belongsTo(domain: string, parent: string): boolean {
  return domain === parent || domain.endsWith(`.${parent}`);
}

function textOf(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  const end = text.lastIndexOf('\n');
  // The last line of what was read may be half a cookie, but half of something else tells what it is.
  return bytes.length < MAX_BYTES || end < 0 || text.includes('\0') ? text : text.slice(0, end);
}
