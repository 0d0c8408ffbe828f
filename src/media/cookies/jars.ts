import { resolve } from 'node:path';
import { observeGauge } from '../../emit/observed_metrics.ts';
import {
  COOKIES_STATES,
  type CookiesState,
  cookiesAcceptedAge,
  cookiesAge,
  cookiesAuthAge,
  cookiesAuthPresence,
  cookiesExpiry,
  cookiesRejectedAge,
  cookiesStatus,
} from '../../registry/cookies.ts';
import { cookiesResultsOf } from './results.ts';

/**
 * A jar is a cookie file, or the part of one that is for a user or a site. What was last seen of each is kept for the
 * gauges, which go on changing between checks.
 */
export interface Jar {
  readonly path: string;
  /** Name of the file as signals may show it. */
  readonly shownName: string;
  readonly site: string | undefined;
  readonly state: CookiesState;
  readonly authPresent: boolean | undefined;
  /** Times in ms since 1970. */
  readonly modifiedMs: number | undefined;
  readonly authChangedMs: number | undefined;
  readonly expiresMs: number | undefined;
  /** Of downloads until it was looked at; later ones are asked for at each export. */
  readonly acceptedMs: number | undefined;
  readonly rejectedMs: number | undefined;
}

// A service may have a jar for each of its users; beyond this the one longest unseen goes.
const MAX_JARS = 1000;
// Files and sites that have series of their own.
const MAX_SHOWN = 100;
const USER = '{user}';
const HOST = /^[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+$/;

const jars = new Map<string, Jar>();
let observing = false;

/** What tells jars apart. Stays in the process. */
export function jarKey(path: string, userId: string | undefined, site: string | undefined): string {
  return ['jar', resolve(path), userId ?? '', site ?? ''].join('\0');
}

/** The name of a file without the user it is called after: one series for all users' files, and nobody in it. */
export function shownFileName(fileName: string, userId: string | undefined): string {
  return userId ? fileName.replaceAll(userId, USER) : fileName;
}

/** A site as a bare host name in lower case, of a URL too; undefined for what is none. */
export function siteName(site: string | undefined): string | undefined {
  const host = site?.includes('://') ? URL.parse(site)?.hostname : site;
  const bare = host
    ?.trim()
    .toLowerCase()
    .replace(/^(?:\.|www\.)/, '');
  return bare !== undefined && HOST.test(bare) ? bare : undefined;
}

/** Notes what was seen of a jar. */
export function noteJar(key: string, jar: Jar): void {
  jars.delete(key);
  jars.set(key, jar);
  if (jars.size > MAX_JARS) {
    const [oldest] = jars.keys();
    if (oldest !== undefined) jars.delete(oldest);
  }
}

/** Has the gauges of jars observed at every export, from the first check on. */
export function observeJars(): void {
  if (observing) return;
  observing = true;
  observeAge(cookiesAge, (jar) => jar.modifiedMs);
  observeAge(cookiesAuthAge, (jar) => jar.authChangedMs);
  observeAge(cookiesAcceptedAge, (jar) => jar.acceptedMs);
  observeAge(cookiesRejectedAge, (jar) => jar.rejectedMs);
  observeGauge(cookiesExpiry, (report) => {
    for (const jar of shown())
      if (jar.expiresMs !== undefined) report((jar.expiresMs - Date.now()) / 1000, named(jar));
  });
  observeGauge(cookiesAuthPresence, (report) => {
    for (const jar of shown()) report(jar.authPresent === true ? 1 : 0, named(jar));
  });
  observeGauge(cookiesStatus, (report) => {
    for (const jar of shown()) {
      for (const each of COOKIES_STATES)
        report(each === jar.state ? 1 : 0, { ...named(jar), 'media.cookies.state': each });
    }
  });
}

type Age = typeof cookiesAge | typeof cookiesAuthAge | typeof cookiesAcceptedAge | typeof cookiesRejectedAge;

function observeAge(metric: Age, of: (jar: Jar) => number | undefined): void {
  observeGauge(metric, (report) => {
    const now = Date.now();
    for (const jar of shown()) {
      const at = of(jar);
      if (at !== undefined) report((now - at) / 1000, named(jar));
    }
  });
}

function named({ shownName, site }: Jar) {
  return { 'media.cookies.file_name': shownName, ...(site !== undefined && { 'media.cookies.site': site }) };
}

/** One of each name and site: of several jars that are shown as one, the worst of each fact. */
function shown(): Iterable<Jar> {
  const groups = new Map<string, Jar>();
  for (const seen of jars.values()) {
    const jar = withResults(seen);
    const key = `${jar.shownName}\0${jar.site ?? ''}`;
    const other = groups.get(key);
    if (other !== undefined) groups.set(key, worst(other, jar));
    else if (groups.size < MAX_SHOWN) groups.set(key, jar);
  }
  return groups.values();
}

function withResults(jar: Jar): Jar {
  const { accepted, rejected } = cookiesResultsOf(jar.path, true);
  return {
    ...jar,
    acceptedMs: accepted?.getTime() ?? jar.acceptedMs,
    rejectedMs: rejected?.getTime() ?? jar.rejectedMs,
  };
}

function worst(one: Jar, other: Jar): Jar {
  const rank = (jar: Jar) => COOKIES_STATES.indexOf(jar.state);
  return {
    ...one,
    state: rank(one) >= rank(other) ? one.state : other.state,
    authPresent: one.authPresent === true && other.authPresent === true,
    modifiedMs: least(one.modifiedMs, other.modifiedMs),
    authChangedMs: least(one.authChangedMs, other.authChangedMs),
    expiresMs: least(one.expiresMs, other.expiresMs),
    acceptedMs: least(one.acceptedMs, other.acceptedMs),
    // The latest rejection is the worst, the oldest acceptance.
    rejectedMs: Math.max(one.rejectedMs ?? 0, other.rejectedMs ?? 0) || undefined,
  };
}

function least(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);
}
