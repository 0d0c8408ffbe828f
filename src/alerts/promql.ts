import { labelName, prometheusName } from '../registry/prometheus_name.ts';
import type { Selection } from '../registry/selection.ts';

/** What a dashboard adds to every selector: matchers on its variables. */
type Matchers = readonly string[];

/** Which series of a histogram is meant. */
export type Part = 'bucket' | 'sum' | 'count';

/**
 * The selector of some series in PromQL.
 *
 * @param selection metric and values of its attributes
 * @param extra     further matchers, written out
 * @param part      which series of a histogram
 */
export function series(selection: Selection, extra: Matchers = [], part?: Part): string {
  const matchers = [...matching(selection.where, '='), ...matching(selection.except ?? {}, '!'), ...extra];
  const name = prometheusName(selection.metric, part);
  return matchers.length === 0 ? name : `${name}{${matchers.join(',')}}`;
}

function matching(values: Selection['where'], sign: '=' | '!'): string[] {
  return Object.entries(values).map(([name, some]) => {
    const operator = some.length === 1 ? (sign === '=' ? '=' : '!=') : sign === '=' ? '=~' : '!~';
    return `${labelName(name)}${operator}"${some.join('|')}"`;
  });
}

/** Sum over instances and over every label but those named. */
export function sumBy(labels: readonly string[], expression: string): string {
  return `sum${by(labels)} (${expression})`;
}

/** The `by` clause for some labels, with a blank before it; none for none. */
export function by(labels: readonly string[]): string {
  return labels.length === 0 ? '' : ` by (${labels.join(', ')})`;
}

/**
 * Share of `total` that did not fail. Where nothing failed the series of failures may not exist, which is 0 failures;
 * where nothing was done there is no share.
 */
export function successRatio(failed: string, total: string): string {
  return `1 - (\n  (${failed} or 0 * ${total})\n  / (${total} > 0)\n)`;
}

/**
 * When each group of series of a state gauge (1 for the state that something is in) last said 1: the newest instant of
 * the window at which it did, in seconds. Nothing for groups that did not.
 */
export function lastHeld(labels: readonly string[], selector: string, window: string): string {
  return `max${by(labels)} (max_over_time(timestamp(${selector} == 1)[${window}:]))`;
}
