import {
  downloadActive,
  downloadAttemptDuration,
  downloadAttempts,
  downloadSize,
} from '../../../registry/download.ts';
import { select } from '../../../registry/selection.ts';
import type { Line } from '../layout.ts';
import { noneIsGood } from '../panels/colours.ts';
import { numberPanel } from '../panels/simple_panels.ts';
import { currentPanel, KILLED, total, totalPanel } from '../panels/totals.ts';
import { quantile } from '../queries/percentiles.ts';
import { chosen, failed, interrupted, successBy, successColours } from './measures.ts';
import { PANELS as ID } from './panel_ids.ts';

/** The numbers that matter, on top. */
export function numbers(): Line {
  return [
    numberPanel(downloadAttempts, {
      id: ID.successRate,
      title: 'Success rate',
      about: 'Share of those that did not fail, in the time shown; interrupted ones are not counted.',
      unit: 'percentunit',
      whenEmpty: 'no attempts',
      width: 4,
      decimals: 1,
      colours: successColours(),
      query: successBy([], chosen.inRange),
    }),
    totalPanel(chosen, select(downloadAttempts), {
      id: ID.attempts,
      title: 'Attempts',
      about: 'All of them, in the time shown.',
      width: 3,
    }),
    totalPanel(chosen, failed, {
      id: ID.failures,
      title: 'Failures',
      about: 'Those that failed, in the time shown.',
      width: 3,
      colours: noneIsGood(),
    }),
    totalPanel(chosen, interrupted, {
      id: ID.interrupted,
      title: 'Interrupted',
      about: 'Those cut short by the end of their process.',
      width: 3,
      colours: noneIsGood(),
    }),
    currentPanel(chosen, select(downloadActive), {
      id: ID.active,
      title: 'Active now',
      about: KILLED,
      width: 3,
    }),
    numberPanel(downloadAttemptDuration, {
      id: ID.durationP95,
      title: 'Duration, 95th percentile',
      about: 'In the time shown.',
      whenEmpty: 'no attempts',
      width: 4,
      query: quantile(0.95, [], chosen.inRange(select(downloadAttemptDuration), 'bucket')),
    }),
    numberPanel(downloadSize, {
      id: ID.bytes,
      title: 'Downloaded',
      about: 'In all, in the time shown.',
      width: 4,
      query: total(chosen, select(downloadSize), 'sum'),
    }),
  ];
}
