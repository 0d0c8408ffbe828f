import { downloadSuccessRateLow } from '../../../registry/alerts.ts';
import { downloadAttempts, downloadClient } from '../../../registry/download.ts';
import { select } from '../../../registry/selection.ts';
import { thresholds } from '../../../registry/thresholds.ts';
import { narrowedBy } from '../choices.ts';
import { goodFrom } from '../panels/colours.ts';
import { successOf } from '../queries/shares.ts';

/** The variables of the dashboard "Downloads". */
export const chosen = narrowedBy({ variable: 'client', title: 'Client', attribute: downloadClient });

/** Attempts that failed, and those that count: as the alert has it, so that the two never disagree. */
export const { failed, counted: decided } = downloadSuccessRateLow.condition;

/** Attempts that were cut short. */
export const interrupted = select(downloadAttempts, { 'media.download.outcome': ['interrupted'] });

/** Share of attempts that succeeded, by some labels, over the window that `over` counts in. */
export const successBy = successOf(failed, decided);

/** Red below the share at which the alert fires. */
export function successColours() {
  return goodFrom(thresholds.downloadSuccessRatio);
}
