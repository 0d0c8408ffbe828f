import { labelName } from '../../../registry/prometheus_name.ts';
import { type Selection, select } from '../../../registry/selection.ts';
import { sessionOutcome, sessions, visitorHash } from '../../../registry/session.ts';
import { thresholds } from '../../../registry/thresholds.ts';
import { successRatio, sumBy } from '../../promql.ts';
import { narrowedBy } from '../choices.ts';
import { BAD, GOOD, steps } from '../colours.ts';

export const VISITOR = labelName(visitorHash.name);
export const OUTCOME = labelName(sessionOutcome.name);
export const QUIET = 'No sessions in this time';

/** The variables of the dashboard "Visitors and sessions", beside those for its tables. */
export const chosen = narrowedBy();

/** Sessions with an error, and those that count: one that was interrupted says nothing. */
const withErrors = select(sessions, { 'media.session.outcome': ['partial', 'failure'] });
const decided = select(sessions, { 'media.session.outcome': ['success', 'partial', 'failure'] });

/** Share of sessions without any error, over the window that `over` counts in. */
export function successShare(over: (selection: Selection) => string): string {
  return successRatio(sumBy([], over(withErrors)), sumBy([], over(decided)));
}

/** Red below the share of downloads that should succeed. */
export function successColours() {
  return steps(BAD, { from: thresholds.downloadSuccessRatio, color: GOOD });
}
