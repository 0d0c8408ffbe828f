import { type Selection, select } from '../../../registry/selection.ts';
import { sessionActive, sessionsStuck } from '../../../registry/session.ts';
import { stageActive, stageDuration, stages, stagesSlow } from '../../../registry/stage.ts';
import type { Line } from '../layout.ts';
import { BAD, noneIsGood } from '../panels/colours.ts';
import { numberPanel } from '../panels/simple_panels.ts';
import { currentPanel, KILLED, totalPanel } from '../panels/totals.ts';
import { quantile } from '../queries/percentiles.ts';
import { chosen, failed, successBy, successColours } from './measures.ts';
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
    currentPanel(chosen, select(sessionsStuck), {
      id: ID.sessionsStuck,
      title: 'Stuck sessions',
      width: 3,
      colours: noneIsGood(BAD),
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
  return totalPanel(chosen, selection, { id, title, about, width: 3, ...(colours && { colours }) });
}

function now(id: number, title: string, selection: Selection) {
  return currentPanel(chosen, selection, { id, title, about: KILLED, width: 2 });
}
