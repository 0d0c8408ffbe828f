import { counted } from '../../../alerts/counted.ts';
import { series, sumBy } from '../../../alerts/promql.ts';
import { playStation, plays, playTime } from '../../../registry/play.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import { type Selection, select } from '../../../registry/selection.ts';
import { thresholds } from '../../../registry/thresholds.ts';
import { narrowedBy } from '../choices.ts';
import { BAD, GOOD, steps, WARN } from '../panels/colours.ts';
import { shareOf } from '../queries/shares.ts';
import { SECONDS_KNOWN } from '../reach.ts';

export const STATION = labelName(playStation.name);
export const QUIET = 'Nothing was played in this time';

/** The variables of the dashboard "Radio". */
export const chosen = narrowedBy({ variable: 'station', title: 'Station', attribute: playStation });

/** Condition on log lines: they are of a station chosen. */
export const OF_STATION = chosen.ofLines(playStation);

/** Plays that had any error, also those that recovered. */
const withErrors = select(plays, { 'media.play.has_errors': ['true'] });

/** Share of plays with errors, by some labels, over the window that `over` counts in. */
export function errorShare(labels: readonly string[], over: (selection: Selection) => string): string {
  const all = sumBy(labels, over(select(plays)));
  return shareOf(sumBy(labels, over(withErrors)), all);
}

/** Time played by stations. Plays of no station, and stations beyond the first hundred taken together, have no uptime. */
export const onAir = series(select(playTime), [...chosen.scope(playTime), `${STATION}!~"none|other"`]);

/** Share of the time shown for which each station played. What is older than metrics are kept counts for nothing. */
export const uptime = `${sumBy([STATION], counted(onAir, '$__range'))} / ${SECONDS_KNOWN}`;

/** Red below the share of time that a station should play for. */
export function uptimeColours() {
  return steps(
    BAD,
    { from: thresholds.playUptimeRatio - (1 - thresholds.playUptimeRatio), color: WARN },
    { from: thresholds.playUptimeRatio, color: GOOD },
  );
}

/** Red from the share of plays with errors on that is too many. */
export function errorColours() {
  return steps(
    GOOD,
    { from: thresholds.playErrorRatio / 2, color: WARN },
    { from: thresholds.playErrorRatio, color: BAD },
  );
}

/** Red from where silence is dead air. */
export function silenceColours() {
  return steps(GOOD, { from: thresholds.deadAirSeconds, color: BAD });
}
