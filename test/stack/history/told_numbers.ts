import { bucketOf, isIn, quantile } from '../../history/answers.ts';
import type { History, Told } from '../../history/things.ts';
import { counted, countedBy, countedOnce, loosely, once, places, ratio, rest } from './counted.ts';
import type { Between, Expectation } from './expectation.ts';

// What most panels show of the things that are told of: how many, how much, by what, the share that failed, the newest.

type Expected = Expectation['expected'];

/** Some of the things of a history. */
type Of<T extends Told> = (history: History) => readonly T[];

const all = () => true;

/** How many of some things metrics counted. */
export function count<T extends Told>(list: Of<T>, meant: (one: T) => boolean = all): Expected {
  return (history, window) => ({ '': countedOnce(list(history).filter(meant), window, history) });
}

/** How many of some things metrics counted, by a value that they have. */
export function countBy<T extends Told>(
  list: Of<T>,
  key: (one: T) => string | undefined,
  meant: (one: T) => boolean = all,
): Expected {
  return (history, window) => countedBy(list(history).filter(meant), key, once, window, history);
}

/** What metrics added up of some things: an amount of each. */
export function sum<T extends Told>(list: Of<T>, amount: (one: T) => number, name = ''): Expected {
  return (history, window) => {
    const amounts = list(history).map((one) => ({ at: one.toldAt, amount: amount(one) }));
    return { [name]: counted(amounts, window, history) };
  };
}

/** What metrics added up of some things, by a value that they have. */
export function sumBy<T extends Told>(
  list: Of<T>,
  key: (one: T) => string | undefined,
  amount: (one: T) => number,
): Expected {
  return (history, window) =>
    countedBy(list(history), key, (one) => ({ at: one.toldAt, amount: amount(one) }), window, history);
}

/** The share of those things that did not fail, of those that came to an end of their own. */
export function success<T extends Told>(
  list: Of<T>,
  failed: (one: T) => boolean,
  done: (one: T) => boolean = all,
  key: (one: T) => string = () => '',
): Expected {
  return (history, window) => {
    const whole = countedBy(list(history).filter(done), key, once, window, history);
    const bad = countedBy(list(history).filter(failed), key, once, window, history);
    const none = { least: 0, most: 0 };
    return Object.fromEntries(
      Object.entries(whole).map(([name, one]) => [name, rest(ratio(bad[name] ?? none, one))]),
    );
  };
}

/** The bucket in which the 95th percentile lies: Prometheus knows no more of it than that. */
export function inBucket<T extends Told>(
  list: Of<T>,
  value: (one: T) => number,
  buckets: readonly number[],
): Expected {
  return (history, window) => {
    const values = list(history)
      .filter(({ toldAt }) => isIn(toldAt, window))
      .map(value);
    const [least, most] = bucketOf(quantile(values, 0.95), buckets);
    return { '': { least, most } };
  };
}

/** The newest things that were told of, by what their lines are known by. */
export function newest<T extends Told>(
  list: Of<T>,
  id: (one: T) => string,
  meant: (one: T) => boolean = all,
  most = 100,
): Expected {
  return (history, window) =>
    places(
      list(history)
        .filter((one) => isIn(one.toldAt, window) && meant(one))
        .slice(-most)
        .reverse()
        .map(id),
    );
}

/**
 * Numbers as the sum of a graph's points.
 *
 * @param atOnce how many may be counted at once. Default 1
 */
export function graph(expected: Expected, atOnce?: number): Pick<Expectation, 'expected' | 'read'> {
  return {
    read: 'sum of points',
    expected: (...args) => loosely(expected(...args) as Record<string, Between>, atOnce),
  };
}
