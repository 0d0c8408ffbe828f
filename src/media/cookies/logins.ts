import { hash } from 'node:crypto';
import { belongsTo } from './domain.ts';
import type { Cookie } from './netscape_format.ts';

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

/** The auth cookies, by login. An empty value is what is left of a login after signing out. */
export function loginsOf(cookies: readonly Cookie[], names: readonly string[] | undefined): Cookie[][] {
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
 *
 * @returns undefined where all of them end with the browser's session
 */
export function nearestExpiry(
  logins: readonly (readonly Cookie[])[],
  nowSeconds: number,
): number | undefined {
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

/** Changes when the value of an auth cookie does. To compare with, in memory only: never emit it. */
export function fingerprint(auth: readonly Cookie[]): string {
  const lines = auth.map(({ domain, name, value }) => JSON.stringify([domain, name, value])).sort();
  return hash('sha256', lines.join('\n'));
}
