import {
  downloadActive,
  downloadAttemptDuration,
  downloadAttempts,
  downloadSize,
} from '../../../registry/download.ts';
import { type Selection, select } from '../../../registry/selection.ts';
import { sumBy } from '../../promql.ts';
import { GOOD, steps, WARN } from '../colours.ts';
import { PROMETHEUS } from '../datasources.ts';
import type { Line } from '../layout.ts';
import { panel } from '../panel.ts';
import { filtered, inRange, number } from '../queries.ts';
import { stat } from '../shapes.ts';
import { failed, interrupted, successBy, successColours } from './measures.ts';
import { PANELS as ID } from './panel_ids.ts';

const HEIGHT = 4;

/** The numbers that matter, on top. */
export function numbers(): Line {
  return [
    panel(stat().decimals(1).thresholds(successColours()), downloadAttempts, {
      id: ID.successRate,
      title: 'Success rate',
      about: 'Share of those that did not fail, in the time shown; interrupted ones are not counted.',
      unit: 'percentunit',
      whenEmpty: 'no attempts',
      datasource: PROMETHEUS,
      width: 4,
      height: HEIGHT,
      queries: [number('A', successBy([], inRange))],
    }),
    count(ID.attempts, 'Attempts', 'All of them, in the time shown.', select(downloadAttempts)),
    count(ID.failures, 'Failures', 'Those that failed, in the time shown.', failed),
    count(ID.interrupted, 'Interrupted', 'Those cut short by the end of their process.', interrupted),
    panel(stat(), downloadActive, {
      id: ID.active,
      title: 'Active now',
      about: 'A process that was killed counts on for five minutes.',
      datasource: PROMETHEUS,
      width: 3,
      height: HEIGHT,
      queries: [number('A', `${sumBy([], filtered(select(downloadActive)))} or vector(0)`)],
    }),
    panel(stat(), downloadAttemptDuration, {
      id: ID.durationP95,
      title: 'Duration, 95th percentile',
      about: 'In the time shown.',
      whenEmpty: 'no attempts',
      datasource: PROMETHEUS,
      width: 4,
      height: HEIGHT,
      queries: [
        number(
          'A',
          `histogram_quantile(0.95, ${sumBy(['le'], inRange(select(downloadAttemptDuration), 'bucket'))})`,
        ),
      ],
    }),
    panel(stat(), downloadSize, {
      id: ID.bytes,
      title: 'Downloaded',
      about: 'In all, in the time shown.',
      datasource: PROMETHEUS,
      width: 4,
      height: HEIGHT,
      queries: [number('A', `${sumBy([], inRange(select(downloadSize), 'sum'))} or vector(0)`)],
    }),
  ];
}

function count(id: number, title: string, about: string, selection: Selection) {
  const neutral = selection.where['media.download.outcome'] === undefined;
  const builder = neutral ? stat() : stat().thresholds(steps(GOOD, { from: 1, color: WARN }));
  return panel(builder.decimals(0), selection.metric, {
    id,
    title,
    about,
    datasource: PROMETHEUS,
    width: 3,
    height: HEIGHT,
    queries: [number('A', `${sumBy([], inRange(selection))} or vector(0)`)],
  });
}
