import { labelName } from '../../../registry/prometheus_name.ts';
import { select } from '../../../registry/selection.ts';
import { sessions, visitorHash } from '../../../registry/session.ts';
import { thresholds } from '../../../registry/thresholds.ts';
import { narrowedBy } from '../choices.ts';
import { goodFrom } from '../panels/colours.ts';
import { type Over, successOf } from '../queries/shares.ts';

export const VISITOR = labelName(visitorHash.name);
export const QUIET = 'No sessions in this time';

/** The variables of the dashboard "Visitors and sessions", beside those for its tables. */
export const chosen = narrowedBy();

/** Sessions with an error, and those that count: one that was interrupted says nothing. */
const withErrors = select(sessions, { 'media.session.outcome': ['partial', 'failure'] });
const decided = select(sessions, { 'media.session.outcome': ['success', 'partial', 'failure'] });

const successBy = successOf(withErrors, decided);

/** Share of sessions without any error, over the window that `over` counts in. */
export const successShare = (over: Over): string => successBy([], over);

/** Red below the share of downloads that should succeed. */
export function successColours() {
  return goodFrom(thresholds.downloadSuccessRatio);
}
