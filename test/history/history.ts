import { cookieChecksOf, cookieFilesUntil, cookieResultsOf } from './cookie_files.ts';
import { DAY, livesUntil, silenceBefore } from './lives.ts';
import { collectorUntil, exportedOf, inCollectorOf, maskedOf } from './pipeline.ts';
import { playsOf, Tracks } from './plays.ts';
import { random } from './random.ts';
import type { History, Told } from './things.ts';
import { sessionsBetween } from './visits.ts';
import { downloadsOf, errorsOf, jobsOf, occasionsOf, resolutionsOf, stagesOf } from './work.ts';

/** How long the history is. */
export const HISTORY_DAYS = 90;

const SEED = 20_000;

/**
 * Ninety days of two stations, their visitors and what was fetched for them: the same at each call but for the date. One
 * day, that which began five days before the end, was without any traffic.
 *
 * @param end midnight, in milliseconds since 1970
 */
export function historyUntil(end: number): History {
  const lives = livesUntil(end);
  const start = end - HISTORY_DAYS * DAY;
  const pause = { from: end - 5 * DAY, to: end - 4 * DAY };
  const seeded = random(SEED);
  const tracks = new Tracks();
  const of = (instance: 'a' | 'b') => lives.filter((life) => life.instance === instance);
  const plays = [
    ...playsOf('main', of('a'), pause, tracks, seeded),
    ...playsOf('second', of('b'), pause, tracks, seeded),
  ];
  const times = { start, end, lives, pause, random: seeded };
  const errors = errorsOf(times);
  const cookieFiles = cookieFilesUntil(end);
  const cookieResults = cookieResultsOf(cookieFiles, lives, end);
  const collector = collectorUntil(end);
  return {
    ...{ end, lives, errors, resolutions: resolutionsOf(times, errors) },
    ...{ cookieFiles, cookieResults, collector },
    cookieChecks: cookieChecksOf({ cookieFiles, cookieResults, lives, end }),
    plays: inOrder(plays.filter(({ startedAt }) => startedAt > start && startedAt <= end)),
    sessions: sessionsBetween(start, end, lives, pause, seeded),
    downloads: downloadsOf(times),
    stages: stagesOf(times),
    jobs: jobsOf(times),
    exported: exportedOf(occasionsOf(times, 150), seeded),
    inCollector: inCollectorOf(occasionsOf(times, 12), collector, seeded),
    masked: maskedOf(occasionsOf(times, 6), seeded),
    // What a process that was killed had counted since its last export.
    unsure: lives.filter(({ killed }) => killed).map(({ to }) => to),
  };
}

/** What those see of a history who look at windows that are shorter than the silence: not what was counted in it. */
export function heardOf(history: History): History {
  const known = heard.get(history) ?? withoutSilence(history);
  heard.set(history, known);
  return known;
}

const heard = new WeakMap<History, History>();

function withoutSilence(history: History): History {
  const { from, to } = silenceBefore(history.end);
  const outside = <T extends Told>(list: readonly T[]) =>
    list.filter(({ toldAt }) => toldAt < from || toldAt > to);
  return {
    ...history,
    plays: outside(history.plays),
    sessions: outside(history.sessions),
    downloads: outside(history.downloads),
    stages: outside(history.stages),
    jobs: outside(history.jobs),
    errors: outside(history.errors),
    cookieResults: outside(history.cookieResults),
    cookieChecks: outside(history.cookieChecks),
    exported: outside(history.exported),
    inCollector: outside(history.inCollector),
    masked: outside(history.masked),
    unsure: [...history.unsure, from, to],
  };
}

function inOrder<T extends Told>(list: readonly T[]): T[] {
  return [...list].sort((one, other) => one.toldAt - other.toldAt);
}
