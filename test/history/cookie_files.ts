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
} from '../../src/registry/cookies.ts';
import type { MetricDefinition } from '../../src/registry/define.ts';
import { labelName, prometheusName } from '../../src/registry/prometheus_name.ts';
import { thresholds } from '../../src/registry/thresholds.ts';
import { DAY, HOUR, type Life, lifeAt, MINUTE, SECOND } from './lives.ts';
import type { Series } from './open_metrics.ts';
import { random } from './random.ts';
import type { CookieCheck, CookieFile, CookieResult, History } from './things.ts';

/** The cookie files of two clients, each looked at by one instance: one that the site turned down for a while, one that expired. */
export function cookieFilesUntil(end: number): CookieFile[] {
  return [
    {
      ...{ name: 'web.txt', site: 'youtube.com', instance: 'a' },
      logins: [
        { at: end - 95 * DAY, expiresAt: end - 10 * DAY },
        { at: end - 20 * DAY, expiresAt: end - 2 * DAY },
        { at: end - 6 * DAY - 2 * HOUR, expiresAt: end + 4 * DAY },
        { at: end - 15 * HOUR, expiresAt: end + 20 * DAY },
      ],
      rejectedAt: [end - 8 * DAY, end - 4 * DAY + HOUR],
    },
    {
      ...{ name: 'android.txt', site: 'soundcloud.com', instance: 'b' },
      logins: [
        { at: end - 95 * DAY, expiresAt: end },
        { at: end - 9 * DAY, expiresAt: end - DAY - 3 * HOUR },
      ],
      rejectedAt: [],
    },
  ];
}

/** What the site made of each file: it took it every other hour or so, but for half a day after a rejection and once it had expired. */
export function cookieResultsOf(
  files: readonly CookieFile[],
  lives: readonly Life[],
  end: number,
): CookieResult[] {
  const seeded = random(files.length);
  return files.flatMap((file) => {
    const refused = (at: number) =>
      file.rejectedAt.some((since) => at >= since && at < since + DAY / 2) || login(file, at).expiresAt <= at;
    const taken = Array.from(
      { length: (90 * DAY) / (2 * HOUR) },
      (_, index) => end - (index + seeded.next()) * 2 * HOUR,
    );
    return [
      ...file.rejectedAt.map((at) => ({ at, result: 'rejected' as const })),
      ...taken.filter((at) => !refused(at)).map((at) => ({ at, result: 'accepted' as const })),
    ].flatMap(({ at, result }) => {
      const toldBy = lifeAt(lives, file.instance, at);
      return toldBy === undefined ? [] : [{ file, toldAt: at, toldBy, result }];
    });
  });
}

/** Looks at each file, one in every half hour. */
export function cookieChecksOf(
  history: Pick<History, 'cookieFiles' | 'cookieResults' | 'lives' | 'end'>,
): CookieCheck[] {
  const seeded = random(history.cookieFiles.length + 1);
  return history.cookieFiles.flatMap((file) =>
    Array.from(
      { length: 90 * 48 },
      (_, index) => history.end - (index + seeded.next()) * 30 * MINUTE,
    ).flatMap((toldAt) => {
      const toldBy = lifeAt(history.lives, file.instance, toldAt);
      return toldBy === undefined
        ? []
        : [{ file, toldAt, toldBy, state: cookieState(history, file, toldAt) }];
    }),
  );
}

function login(file: CookieFile, at: number) {
  const found = file.logins.findLast((one) => one.at <= at);
  if (found === undefined) throw new RangeError(`${file.name} had no login yet`);
  return found;
}

const resultTimes = new WeakMap<readonly CookieResult[], Map<string, number[]>>();

function lastResult(
  results: readonly CookieResult[],
  file: CookieFile,
  result: CookieResult['result'],
  at: number,
): number | undefined {
  const times = resultTimes.get(results) ?? new Map<string, number[]>();
  resultTimes.set(results, times);
  const key = `${file.name} ${result}`;
  const sorted =
    times.get(key) ??
    results
      .filter((one) => one.file.name === file.name && one.result === result)
      .map(({ toldAt }) => toldAt)
      .sort((one, other) => one - other);
  times.set(key, sorted);
  return sorted.findLast((one) => one <= at);
}

/** The state that a file is in at a time; of several the worst. */
export function cookieState(
  { cookieResults }: Pick<History, 'cookieResults'>,
  file: CookieFile,
  at: number,
): CookiesState {
  const { at: since, expiresAt } = login(file, at);
  if (expiresAt <= at) return 'expired';
  const rejected = lastResult(cookieResults, file, 'rejected', at) ?? 0;
  const accepted = lastResult(cookieResults, file, 'accepted', at) ?? 0;
  if (rejected > Math.max(accepted, since)) return 'rejected';
  return at - since > thresholds.cookiesStaleSeconds * SECOND ? 'stale' : 'fresh';
}

/** What is told of a file at a time, in seconds; undefined where there is nothing to tell. */
export const COOKIE_FIGURES = {
  age: (_history: History, file: CookieFile, at: number) => (at - login(file, at).at) / SECOND,
  expiry: (_history: History, file: CookieFile, at: number) => (login(file, at).expiresAt - at) / SECOND,
  accepted: (history: History, file: CookieFile, at: number) => since(history, file, 'accepted', at),
  rejected: (history: History, file: CookieFile, at: number) => since(history, file, 'rejected', at),
} as const;

function since(
  history: History,
  file: CookieFile,
  result: CookieResult['result'],
  at: number,
): number | undefined {
  const last = lastResult(history.cookieResults, file, result, at);
  return last === undefined ? undefined : (at - last) / SECOND;
}

/** The gauges of all files. */
export function cookieSeries(history: History): Series[] {
  return history.cookieFiles.flatMap((file) => {
    const labels = `${labelName('media.cookies.file_name')}="${file.name}",${labelName('media.cookies.site')}="${file.site}"`;
    return history.lives
      .filter(({ instance }) => instance === file.instance)
      .flatMap((life) => {
        const one = (metric: MetricDefinition, value: (at: number) => number | undefined): Series => ({
          ...{ life, labels, from: life.from - 1, isCounter: false, name: prometheusName(metric) },
          valueAt: (at) => value(at) ?? Number.NaN,
        });
        const figure = (name: keyof typeof COOKIE_FIGURES) => (at: number) =>
          COOKIE_FIGURES[name](history, file, at);
        const state = memo((at) => cookieState(history, file, at));
        return [
          one(cookiesAge, figure('age')),
          one(cookiesAuthAge, figure('age')),
          one(cookiesAuthPresence, () => 1),
          one(cookiesExpiry, figure('expiry')),
          one(cookiesAcceptedAge, figure('accepted')),
          one(cookiesRejectedAge, figure('rejected')),
          ...COOKIES_STATES.map((each) => ({
            ...one(cookiesStatus, (at) => (state(at) === each ? 1 : 0)),
            labels: `${labels},${labelName('media.cookies.state')}="${each}"`,
          })),
        ];
      });
  });
}

// Nine series ask for the state at the same times.
function memo<T>(make: (at: number) => T): (at: number) => T {
  const known = new Map<number, T>();
  return (at) => {
    const found = known.get(at) ?? make(at);
    known.set(at, found);
    return found;
  };
}
