import type { ShareFalls, Unusual } from '../registry/alerts/condition.ts';
import type { Selection } from '../registry/selection.ts';
import { counted, countedEarlier } from './counted.ts';
import type { AlertExpression, Labels } from './expression.ts';
import { by, series, sumBy } from './promql.ts';
import { each } from './shares.ts';

const DAY_MINUTES = 24 * 60;

/** Holds while a share has fallen below a part of what it was in the hours before. */
export function shareFalls(condition: ShareFalls, labels: Labels): AlertExpression {
  const { part, whole, minimum, windowMinutes, pastHours } = condition;
  const now = (selection: Selection) => sumBy(labels, counted(series(selection), `${windowMinutes}m`));
  const past = (selection: Selection) =>
    sumBy(labels, countedEarlier(series(selection), `${pastHours * 60}m`, windowMinutes));
  const share = (count: (selection: Selection) => string) =>
    `(${count(part)} or 0 * ${count(whole)})\n/ (${count(whole)} >= ${minimum})`;
  return {
    value: `(${share(now)})\n/\n(${share(past)})`,
    comparison: 'lt',
    threshold: condition.ratio,
    reachSeconds: 2 * pastHours * 3600 + windowMinutes * 60,
  };
}

// The median, and not the mean: one day that was unusual itself, or on which the service was down, moves it little.
export function unusual(condition: Unusual, labels: Labels): AlertExpression {
  const { is, minimum, minimumDays, windowMinutes, pastDays } = condition;
  const one = (selection: Selection): string => {
    const selector = series(selection);
    const now = sumBy(labels, counted(selector, `${windowMinutes}m`));
    const days = byDay(condition, (ago) => sumBy(labels, countedEarlier(selector, `${windowMinutes}m`, ago)));
    const known = byDay(condition, (ago) => {
      return `group${by(labels)} (present_over_time(${selector}[${windowMinutes}m] offset ${ago}m))`;
    });
    const knownDays = `count${by(labels)} (${known})`;
    const usual = `(quantile${by(labels)} (0.5, ${days}) and ${knownDays} >= ${minimumDays})`;
    // Of nothing at all any number is infinitely many times as much: so what is usual is at least 1.
    return is === 'surge'
      ? `(${now} >= ${minimum})\n/\nclamp_min(${usual}, 1)`
      : `(${now} or 0 * ${knownDays})\n/\n(${usual} >= ${minimum})`;
  };
  return {
    value: each(condition.selections, condition.label, one),
    comparison: is === 'surge' ? 'gt' : 'lt',
    threshold: condition.ratio,
    reachSeconds: (pastDays * DAY_MINUTES + 2 * windowMinutes) * 60,
  };
}

/** An expression for the same time of each of the days before, told apart by a label. */
function byDay({ pastDays }: Unusual, write: (agoMinutes: number) => string): string {
  const days = Array.from({ length: pastDays }, (_, index) => {
    return `label_replace(${write((index + 1) * DAY_MINUTES)}, "day", "${index + 1}", "", "")`;
  });
  return `\n${days.join('\nor ')}\n`;
}
