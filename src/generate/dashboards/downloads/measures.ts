import { downloadSuccessRateLow } from '../../../registry/alerts.ts';
import { downloadAttempts } from '../../../registry/download.ts';
import { type Selection, select } from '../../../registry/selection.ts';
import { thresholds } from '../../../registry/thresholds.ts';
import { successRatio, sumBy } from '../../promql.ts';
import { BAD, GOOD, steps } from '../colours.ts';

/** Attempts that failed, and those that count: as the alert has it, so that the two never disagree. */
export const { failed, counted: decided } = downloadSuccessRateLow.condition;

/** Attempts that were cut short. */
export const interrupted = select(downloadAttempts, { 'media.download.outcome': ['interrupted'] });

/** Share of attempts that succeeded, by some labels, over the window that `over` counts in. */
export function successBy(labels: readonly string[], over: (selection: Selection) => string): string {
  return successRatio(sumBy(labels, over(failed)), sumBy(labels, over(decided)));
}

/** Red below the share at which the alert fires. */
export function successColours() {
  return steps(BAD, { from: thresholds.downloadSuccessRatio, color: GOOD });
}
