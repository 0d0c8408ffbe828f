import { type Selection, select } from '../../../registry/selection.ts';
import { sessionActive, sessionsStuck } from '../../../registry/session.ts';
import { stageActive, stageDuration, stages, stagesSlow } from '../../../registry/stage.ts';
import { sumBy } from '../../promql.ts';
import { BAD } from '../colours.ts';
import type { Line } from '../layout.ts';
import { quantile } from '../percentiles.ts';
import { numberPanel } from '../simple_panels.ts';
import { chosen, failed, noneIsGood, successBy, successColours } from './measures.ts';
import { PANELS as ID } from './panel_ids.ts';

/** The numbers that matter, on top. */
export function numbers(): Line {
  return [
    numberPanel(stages, {
      id: ID.successRate,
      title: 'Success rate',
      about: 'Share of those that did not fail, in the time shown; interrupted ones are not counted.',
      unit: 'percentunit',
      whenEmpty: 'no stages',
      width: 4,
      decimals: 1,
      colours: successColours(),
      query: successBy([], chosen.inRange),
    }),
    counted(ID.stages, 'Stages', 'All of them, in the time shown.', select(stages)),
    counted(ID.failures, 'Failures', 'Those that failed, in the time shown.', failed, noneIsGood()),
    counted(ID.slow, 'Slow', 'In the time shown.', select(stagesSlow), noneIsGood()),
    numberPanel(stageDuration, {
      id: ID.durationP95,
      title: 'Duration, 95th percentile',
      about: 'In the time shown.',
      whenEmpty: 'no stages',
      width: 4,
      query: quantile(0.95, [], chosen.inRange(select(stageDuration), 'bucket')),
    }),
    now(ID.active, 'Stages now', select(stageActive)),
    now(ID.sessionsActive, 'Sessions now', select(sessionActive)),
    numberPanel(sessionsStuck, {
      id: ID.sessionsStuck,
      title: 'Stuck sessions',
      width: 3,
      colours: noneIsGood(BAD),
      query: `${sumBy([], chosen.filtered(select(sessionsStuck)))} or vector(0)`,
    }),
  ];
}

function counted(
  id: number,
  title: string,
  about: string,
  selection: Selection,
  colours?: ReturnType<typeof noneIsGood>,
) {
  return numberPanel(selection.metric, {
    id,
    title,
    about,
    width: 3,
    decimals: 0,
    ...(colours && { colours }),
    query: `${sumBy([], chosen.inRange(selection))} or vector(0)`,
  });
}

function now(id: number, title: string, selection: Selection) {
  return numberPanel(selection.metric, {
    id,
    title,
    about: 'A process that was killed counts on for five minutes.',
    width: 2,
    query: `${sumBy([], chosen.filtered(selection))} or vector(0)`,
  });
}
