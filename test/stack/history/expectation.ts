import type { Window } from '../../history/answers.ts';
import type { History } from '../../history/things.ts';

/** Numbers by the values of some labels, joined by a space; by nothing where there is only one. */
export type Numbers = Readonly<Record<string, number>>;

/** Over how many days numbers of metrics are asked: the last is all that Prometheus keeps. */
const METRIC_DAYS: readonly number[] = [1, 7, 30];
/** Over how many days numbers of log lines are asked: the last is all that Loki keeps. */
export const LOG_DAYS: readonly number[] = [7, 90];

/** What a panel should show, and how closely. */
export interface Expectation {
  readonly dashboard: string;
  readonly panel: string;
  readonly refId?: string;
  /** Labels of the answer whose values tell the numbers apart. */
  readonly by?: readonly string[];
  /** Over how many days up to the end it is asked. */
  readonly days: readonly number[];
  /** The time zone that is chosen. */
  readonly timezone?: string;
  /** The number, or the least and the most that it may be. */
  readonly expected: (history: History, window: Window) => Readonly<Record<string, number | Between>>;
  /** Turns the answer into numbers, where it is not one number for each set of labels. */
  readonly read?: 'sum of points' | 'points' | 'sizes only' | { readonly linesBy: string };
}

/** The least and the most that a number may be. */
export interface Between {
  readonly least: number;
  readonly most: number;
}

/** {@link Expectation} of a dashboard that is named once for all; `days` only where they are others. */
export type OnDashboard = Omit<Expectation, 'dashboard' | 'days'> & Partial<Pick<Expectation, 'days'>>;

/**
 * What the panels of one dashboard should show.
 *
 * @param days over how many days each is asked where it does not say. Default: those of metrics
 */
export function onDashboard(
  dashboard: string,
  panels: readonly OnDashboard[],
  days: readonly number[] = METRIC_DAYS,
): Expectation[] {
  return panels.map((panel) => ({ dashboard, days, ...panel }));
}
