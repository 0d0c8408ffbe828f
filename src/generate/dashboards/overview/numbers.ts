import { ReduceDataOptionsBuilder } from '@grafana/grafana-foundation-sdk/common';
import { MappingType } from '@grafana/grafana-foundation-sdk/dashboard';
import { downloadActive } from '../../../registry/download.ts';
import { errors } from '../../../registry/error.ts';
import { HEALTH_STATES, healthStatus } from '../../../registry/health.ts';
import { jobActive, jobsOverdue } from '../../../registry/job.ts';
import { playActive, playSilence } from '../../../registry/play.ts';
import { type Selection, select } from '../../../registry/selection.ts';
import { sessionActive, sessionsStuck } from '../../../registry/session.ts';
import { stageActive } from '../../../registry/stage.ts';
import { thresholds } from '../../../registry/thresholds.ts';
import { narrowedBy } from '../choices.ts';
import { PROMETHEUS } from '../datasources.ts';
import type { Line } from '../layout.ts';
import { BAD, GOOD, goodFrom, noneIsGood, steps } from '../panels/colours.ts';
import { colourOf } from '../panels/meanings.ts';
import { queryLetter } from '../panels/metric_table.ts';
import { panel } from '../panels/panel.ts';
import { stat } from '../panels/shapes.ts';
import { worstState } from '../panels/state_timeline.ts';
import { current, total } from '../panels/totals.ts';
import { number } from '../queries/queries.ts';
import { healthIs } from './health.ts';
import { linkTo } from './link_to.ts';
import { OBJECTIVES, type Objective, success } from './objectives.ts';
import { PANELS as ID } from './panel_ids.ts';

const chosen = narrowedBy();
const HEIGHT = 4;

/** Whether all is well, in six numbers, and what is going on now. */
export function numbers(): Line[] {
  return [
    [...OBJECTIVES.map(objectiveNumber), health(), critical()],
    [runningNow(), stuck(), silence()],
  ];
}

function objectiveNumber(objective: Objective) {
  const { ratio, dashboard, panel: key, decided } = objective;
  const colours = goodFrom(ratio);
  return panel(
    stat()
      .decimals(1)
      .thresholds(colours)
      .overrideByRegexp('.*', [linkTo(dashboard)]),
    decided.metric,
    {
      id: ID[key],
      title: objective.title,
      about: `As a share, in the time shown. Red below ${Math.round(ratio * 100)} %. Interrupted ones are not counted. Click for the details.`,
      unit: 'percentunit',
      whenEmpty: 'none',
      datasource: PROMETHEUS,
      width: 4,
      height: HEIGHT,
      queries: [number('A', success(objective, '$__range'))],
    },
  );
}

function health() {
  const options = Object.fromEntries(
    HEALTH_STATES.map((state, index) => [index, { text: state, color: colourOf(state), index }]),
  );
  const builder = stat().mappings([{ type: MappingType.ValueToText, options }]);
  return panel(builder, healthStatus, {
    id: ID.health,
    title: 'Health',
    about: 'The worst of all checks of all services.',
    unit: 'short',
    whenEmpty: 'no checks',
    datasource: PROMETHEUS,
    width: 4,
    height: HEIGHT,
    queries: [number('A', `max(${worstState(['service_name'], HEALTH_STATES, healthIs)})`)],
  });
}

function critical() {
  const selection = select(errors, { 'media.error.severity': ['critical'] });
  const colours = noneIsGood(BAD);
  return panel(
    stat()
      .decimals(0)
      .thresholds(colours)
      .overrideByRegexp('.*', [linkTo('errors')]),
    errors,
    {
      id: ID.errors,
      title: 'Critical errors',
      about: 'In the time shown. Click for the details.',
      datasource: PROMETHEUS,
      width: 4,
      height: HEIGHT,
      queries: [number('A', total(chosen, selection))],
    },
  );
}

function runningNow() {
  const shown: readonly (readonly [string, Selection])[] = [
    ['downloads', select(downloadActive)],
    ['sessions', select(sessionActive)],
    ['stages', select(stageActive)],
    ['jobs', select(jobActive)],
    ['plays', select(playActive)],
  ];
  const builder = stat()
    .decimals(0)
    .reduceOptions(new ReduceDataOptionsBuilder().calcs(['lastNotNull']));
  return panel(builder, downloadActive, {
    id: ID.runningNow,
    title: 'Running now',
    about: 'And the same of sessions, stages, jobs and plays. What was killed counts on for five minutes.',
    datasource: PROMETHEUS,
    width: 14,
    height: HEIGHT,
    queries: figures(shown),
  });
}

// Several figures in one panel, each with its name.
function figures(shown: readonly (readonly [legend: string, selection: Selection])[]) {
  return shown.map(([legend, selection], at) =>
    number(queryLetter(at), current(chosen, selection)).legendFormat(legend),
  );
}

function stuck() {
  const shown: readonly (readonly [string, Selection])[] = [
    ['sessions', select(sessionsStuck)],
    ['jobs', select(jobsOverdue)],
  ];
  return panel(stat().decimals(0).thresholds(noneIsGood()), sessionsStuck, {
    id: ID.stuck,
    title: 'Stuck',
    about: 'And jobs that run beyond their time limit.',
    datasource: PROMETHEUS,
    width: 5,
    height: HEIGHT,
    queries: figures(shown),
  });
}

function silence() {
  const colours = steps(GOOD, { from: thresholds.deadAirSeconds, color: BAD });
  return panel(
    stat()
      .thresholds(colours)
      .overrideByRegexp('.*', [linkTo('radio')]),
    playSilence,
    {
      id: ID.silence,
      title: 'Longest silence on air',
      about: 'Of all stations.',
      whenEmpty: 'no station',
      datasource: PROMETHEUS,
      width: 5,
      height: HEIGHT,
      queries: [number('A', `max(${chosen.filtered(select(playSilence))})`)],
    },
  );
}
