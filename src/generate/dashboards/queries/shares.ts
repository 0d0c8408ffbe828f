import { successRatio, sumBy } from '../../../alerts/promql.ts';
import type { Selection } from '../../../registry/selection.ts';

/** Counts a selection over some window. */
export type Over = (selection: Selection) => string;

/** A part as a share of all: 0 where there is none of it, and nothing where there is nothing at all. */
export function shareOf(part: string, all: string): string {
  return `(${part} or 0 * ${all}) / (${all} > 0)`;
}

/** Share of what counts that did not fail, by some labels. */
export function successOf(failed: Selection, decided: Selection) {
  return (labels: readonly string[], over: Over): string =>
    successRatio(sumBy(labels, over(failed)), sumBy(labels, over(decided)));
}
