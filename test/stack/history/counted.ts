import { type Amount, grouped, isIn, largest, type Window } from '../../history/answers.ts';
import { distanceAt } from '../../history/open_metrics.ts';
import type { History, Told } from '../../history/things.ts';
import type { Between } from './expectation.ts';

/** A number that may be off by so much. */
export function about(number: number, by: number): Between {
  return { least: number - by, most: number + by };
}

// Prometheus sees a counter only when it is exported. What is counted around an edge of the window, or after the last export
// of a process that was killed, may be within it or not; and what it sees is stretched to the edges of the window, or by
// half the distance of samples where a run of a process begins or ends: the shortest run is 10 h long, with samples a minute
// apart in the last day, and some minutes over all where the window reaches further back.
const STRETCHED_RATIO = 0.003;

/** How far `increase()` over a window may be off what was counted in it. */
export function counted(amounts: readonly Amount[], window: Window, history: History): Between {
  const sum = (list: readonly Amount[]) => list.reduce((so_far, { amount }) => so_far + amount, 0);
  const unsure = history.unsure.filter((at) => isIn(at, window));
  const near = amounts.filter(({ at }) =>
    [window.from, window.to, ...unsure].some((edge) => Math.abs(at - edge) <= distanceAt(history.end - edge)),
  );
  const inside = sum(amounts.filter(({ at }) => isIn(at, window)));
  const edges = (2 * distanceAt(history.end - window.from)) / (window.to - window.from);
  return about(inside, sum(near) + inside * Math.max(edges, STRETCHED_RATIO));
}

/** {@link counted} of things that count as one each, when they were told of. */
export function countedOnce(list: readonly Told[], window: Window, history: History): Between {
  return counted(list.map(once), window, history);
}

/** A thing that counts as one when it was told of. */
export function once({ toldAt }: Told): Amount {
  return { at: toldAt, amount: 1 };
}

/** {@link counted} for each key. */
export function countedBy<T>(
  list: readonly T[],
  key: (one: T) => string | undefined,
  amount: (one: T) => Amount,
  window: Window,
  history: History,
): Record<string, Between> {
  const groups = grouped(list, key);
  const named = [...groups].filter((entry): entry is [string, T[]] => entry[0] !== undefined);
  return Object.fromEntries(named.map(([name, ones]) => [name, counted(ones.map(amount), window, history)]));
}

/** The share of one number in another. */
export function ratio(part: Between, whole: Between): Between {
  return { least: Math.max(0, part.least) / whole.most, most: Math.min(1, part.most / whole.least) };
}

/** What is left of one. */
export function rest({ least, most }: Between): Between {
  return { least: 1 - most, most: 1 - least };
}

/**
 * How far the sum of a graph's points may be off. Each point counts over a time of few samples, sees what lies between the
 * first and the last of them, and stretches it: what it is off goes by chance, and grows with the root of the number.
 *
 * @param atOnce how many may be counted at once: then chance has as many at once to play with
 */
export function loosely(numbers: Readonly<Record<string, Between>>, atOnce = 1): Record<string, Between> {
  return Object.fromEntries(
    Object.entries(numbers).map(([name, { least, most }]) => {
      const middle = (least + most) / 2;
      return [name, about(middle, (most - least) / 2 + 0.03 * middle + 3 * Math.sqrt(middle * atOnce))];
    }),
  );
}

/** The place that each has in a list. */
export function places(ids: readonly string[]): Record<string, number> {
  return Object.fromEntries(ids.map((id, index) => [id, index]));
}

/** The largest counts, the largest first, whatever they are of. */
export function sizes(counts: Readonly<Record<string, number>>, howMany: number): Record<string, number> {
  return Object.fromEntries(largest(counts, howMany).map((size, index) => [index, size]));
}
