import { sumBy } from '../../../alerts/promql.ts';
import { playCompletion, playDuration, playStall, playStartup, playTime } from '../../../registry/play.ts';
import { select } from '../../../registry/selection.ts';
import type { Line } from '../layout.ts';
import { barPanel, linePanel } from '../panels/simple_panels.ts';
import { percentileCurves } from '../queries/percentiles.ts';
import { chosen, QUIET, STATION } from './measures.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

const SIZE = { width: 8, height: 7 } as const;

/** How plays went for who listened: start-up, stalls, how much of them was played. */
export function quality(): Line[] {
  const stalled = sumBy([STATION], chosen.around(select(playStall), 'sum'));
  const played = sumBy([STATION], chosen.around(select(playTime)));
  return [
    { heading: 'Quality', id: ROWS.quality },
    [
      linePanel(playStartup, {
        id: ID.startup,
        title: 'Time to the start',
        about: 'Percentiles.',
        whenEmpty: 'No player told of its start in this time',
        ...SIZE,
        min: 0,
        interval: '15m',
        curves: percentileCurves(chosen.around(select(playStartup), 'bucket')),
      }),
      barPanel(playStall, {
        id: ID.stalls,
        title: 'Stalls',
        about: 'How many there were.',
        unit: 'short',
        whenEmpty: 'No stalls in this time',
        ...SIZE,
        curves: [[sumBy([STATION], chosen.around(select(playStall), 'count')), `{{${STATION}}}`]],
      }),
      linePanel(playStall, {
        id: ID.rebuffering,
        title: 'Rebuffering ratio',
        about: 'Time stalled as a share of the time stalled and played.',
        unit: 'percentunit',
        whenEmpty: QUIET,
        ...SIZE,
        min: 0,
        interval: '5m',
        curves: [
          [
            `(${stalled} or 0 * ${played}) / ((${stalled} or 0 * ${played}) + ${played} > 0)`,
            `{{${STATION}}}`,
          ],
        ],
      }),
    ],
    [
      linePanel(playCompletion, {
        id: ID.completion,
        title: 'Completion',
        about: 'Percentiles. Below 100 % plays were cut short.',
        whenEmpty: 'No play of known length in this time',
        width: 12,
        height: SIZE.height,
        min: 0,
        interval: '15m',
        curves: percentileCurves(chosen.around(select(playCompletion), 'bucket')),
      }),
      linePanel(playDuration, {
        id: ID.duration,
        title: 'Duration of plays',
        about: 'Percentiles.',
        whenEmpty: QUIET,
        width: 12,
        height: SIZE.height,
        min: 0,
        interval: '15m',
        curves: percentileCurves(chosen.around(select(playDuration), 'bucket')),
      }),
    ],
  ];
}
