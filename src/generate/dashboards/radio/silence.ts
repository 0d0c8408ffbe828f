import { type Part, sumBy } from '../../../alerts/promql.ts';
import { playGap, playGapSeconds, playOverrun, playSilence, playStarted } from '../../../registry/play.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import { type Selection, select } from '../../../registry/selection.ts';
import { thresholds } from '../../../registry/thresholds.ts';
import { eventLink } from '../explore.ts';
import type { Line } from '../layout.ts';
import { barPanel, linePanel } from '../panels/simple_panels.ts';
import { percentileCurves } from '../queries/percentiles.ts';
import { chosen, STATION, silenceColours } from './measures.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

const HEIGHT = 7;
/** Condition on the start of a play: dead air came before it. */
const LATE = `${labelName(playGapSeconds.name)} > ${thresholds.deadAirSeconds}`;

type Over = (selection: Selection, part?: Part) => string;

/** How many gaps were dead air, by some labels, over the window that `over` counts in. */
export function longGaps(labels: readonly string[], over: Over): string {
  const { deadAirSeconds } = thresholds;
  if (!playGap.buckets.includes(deadAirSeconds as (typeof playGap.buckets)[number]))
    throw new Error(`dead air begins at ${deadAirSeconds} s, and no bucket of ${playGap.name} ends there`);
  const all = sumBy(labels, over(select(playGap), 'count'));
  return `${all} - ${sumBy(labels, shortGaps(over))}`;
}

// Prometheus writes the bounds of buckets as floats.
function shortGaps(over: Over): string {
  const bound = `le=~"${thresholds.deadAirSeconds}(.0)?"`;
  return over(select(playGap), 'bucket').replaceAll('{', `{${bound},`);
}

/** Dead air: what is silent now, and what was. */
export function silence(): Line[] {
  return [
    { heading: 'Dead air', id: ROWS.silence },
    [
      linePanel(playSilence, {
        id: ID.silenceNow,
        title: 'Silence',
        about: `The dashed line is where it is dead air: ${thresholds.deadAirSeconds} s.`,
        whenEmpty: 'No station in this time',
        width: 12,
        height: HEIGHT,
        min: 0,
        colours: silenceColours(),
        curves: [[`max by (${STATION}) (${chosen.filtered(select(playSilence))})`, `{{${STATION}}}`]],
      }),
      barPanel(playGap, {
        id: ID.gaps,
        title: 'Dead air between plays',
        about: `How often a station was silent for more than ${thresholds.deadAirSeconds} s. Click a bar for the plays that came after.`,
        links: [{ title: 'Plays after dead air', url: eventLink(playStarted, [STATION], [LATE]) }],
        unit: 'short',
        whenEmpty: 'No two plays of a station in this time',
        width: 12,
        height: HEIGHT,
        curves: [[longGaps([STATION], chosen.around), `{{${STATION}}}`]],
      }),
    ],
    [
      linePanel(playGap, {
        id: ID.gapDuration,
        title: 'Gaps between plays',
        about: 'Percentiles, by the buckets of the metric.',
        whenEmpty: 'No two plays of a station in this time',
        width: 12,
        height: HEIGHT,
        min: 0,
        interval: '15m',
        curves: percentileCurves(chosen.around(select(playGap), 'bucket')),
      }),
      linePanel(playOverrun, {
        id: ID.overrun,
        title: 'Beyond the expected end',
        whenEmpty: 'No station in this time',
        width: 12,
        height: HEIGHT,
        min: 0,
        curves: [[`max by (${STATION}) (${chosen.filtered(select(playOverrun))})`, `{{${STATION}}}`]],
      }),
    ],
  ];
}
