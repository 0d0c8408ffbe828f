import type { Window } from '../../history/answers.ts';
import { DAY, type Life, MINUTE, SECOND } from '../../history/lives.ts';
import { exportTimes } from '../../history/open_metrics.ts';
import type { History } from '../../history/things.ts';
import type { Numbers } from './expectation.ts';

// How long Prometheus shows a value after it came.
const SHOWN = 5 * MINUTE;

const known = new WeakMap<Life, readonly number[]>();

/** Those processes of which something is shown at a time, each with when it was exported: of several runs under one id the last. */
export function shownAt(
  { lives, end }: History,
  at: number,
): { readonly life: Life; readonly exported: number }[] {
  const shown = new Map<string, { readonly life: Life; readonly exported: number }>();
  for (const life of lives) {
    const times = known.get(life) ?? exportTimes(life, end);
    known.set(life, times);
    const exported = last(times, at);
    if (exported !== undefined && exported > at - SHOWN) shown.set(life.id, { life, exported });
  }
  return [...shown.values()];
}

function last(times: readonly number[], at: number): number | undefined {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return times[low - 1];
}

/** The times at which a graph of so many days has points, as far as its panel sets no other distance. */
function pointTimes({ from, to }: Window): number[] {
  const step = to - from <= DAY ? MINUTE : 10 * MINUTE;
  return Array.from({ length: (to - from) / step + 1 }, (_, index) => from + index * step);
}

/** The points of a graph of gauges, by name and time, where there is a value for each name. */
export function gaugePoints(window: Window, valuesAt: (at: number) => Numbers): Numbers {
  return Object.fromEntries(
    pointTimes(window).flatMap((at) =>
      Object.entries(valuesAt(at)).map(([name, value]) => [`${name} ${at / SECOND}`, value] as const),
    ),
  );
}
