import { PanelBuilder as BarGaugeBuilder } from '@grafana/grafana-foundation-sdk/bargauge';
import {
  BarGaugeDisplayMode,
  ReduceDataOptionsBuilder,
  VizOrientation,
} from '@grafana/grafana-foundation-sdk/common';
import { sumBy } from '../../../alerts/promql.ts';
import { errorCategory } from '../../../registry/error.ts';
import {
  type PlayOutcome,
  playAttempts,
  playDurationSeconds,
  playEnded,
  playEndReason,
  playOutcome,
  playStation,
  plays,
} from '../../../registry/play.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import { select } from '../../../registry/selection.ts';
import { errorMessage, errorType } from '../../../registry/upstream.ts';
import { PROMETHEUS } from '../datasources.ts';
import type { Line } from '../layout.ts';
import { NEUTRAL, steps } from '../panels/colours.ts';
import { attributeColumn, eventTable } from '../panels/event_table.ts';
import { logTable } from '../panels/log_panels.ts';
import { queryLetter } from '../panels/metric_table.ts';
import { panel } from '../panels/panel.ts';
import { barPanel } from '../panels/simple_panels.ts';
import { total } from '../panels/totals.ts';
import { countBy, linesOf } from '../queries/log_numbers.ts';
import { number } from '../queries/queries.ts';
import { chosen, OF_STATION, QUIET } from './measures.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';
import { trackColumn } from './track_link.ts';

const HEIGHT = 9;

/** From the attempt to the end: what came of plays, and those that failed. */
export function outcomes(): Line[] {
  return [
    { heading: 'From the attempt to the end', id: ROWS.outcomes },
    [attempts(), byOutcome(), endReasons()],
    [failedPlays()],
  ];
}

function attempts() {
  const ended = (...outcome: PlayOutcome[]) =>
    `${sumBy([], chosen.inRange(select(plays, { 'media.play.outcome': outcome })))} or vector(0)`;
  const bars: readonly (readonly [string, string])[] = [
    ['Attempts', total(chosen, select(playAttempts))],
    ['Started and ended', ended('success', 'failure', 'interrupted')],
    ['Ended well', ended('success')],
    ['Failed before the start', ended('start_failure')],
    ['Left before the start', ended('exit_before_start')],
    ['Failed after the start', ended('failure')],
    ['Interrupted', ended('interrupted')],
  ];
  const builder = new BarGaugeBuilder()
    .displayMode(BarGaugeDisplayMode.Gradient)
    .orientation(VizOrientation.Horizontal)
    .thresholds(steps(NEUTRAL))
    .decimals(0)
    .min(0)
    .reduceOptions(new ReduceDataOptionsBuilder().calcs(['lastNotNull']));
  return panel(builder, playAttempts, {
    id: ID.attempts,
    title: 'What came of attempts',
    about: 'In the time shown. Plays that go on still are in the first bar only.',
    datasource: PROMETHEUS,
    width: 8,
    height: HEIGHT,
    queries: bars.map(([legend, expr], at) => number(queryLetter(at), expr).legendFormat(legend)),
  });
}

function byOutcome() {
  const label = labelName(playOutcome.name);
  return barPanel(plays, {
    id: ID.playsByOutcome,
    title: 'Plays by outcome',
    meaning: playOutcome,
    whenEmpty: QUIET,
    width: 10,
    height: HEIGHT,
    curves: [[sumBy([label], chosen.around(select(plays))), `{{${label}}}`]],
  });
}

function endReasons() {
  const reason = labelName(playEndReason.name);
  return logTable(playEnded, {
    id: ID.endReasons,
    title: 'What ended plays',
    whenEmpty: QUIET,
    width: 6,
    height: HEIGHT,
    sortBy: 'Plays',
    exprs: [countBy([reason], `${linesOf(playEnded)}${OF_STATION}`)],
    columns: [
      { field: reason, title: 'Ended by' },
      { field: 'Value #A', title: 'Plays' },
    ],
  });
}

function failedPlays() {
  const bad: readonly PlayOutcome[] = ['failure', 'start_failure'];
  return eventTable(playEnded, {
    id: ID.failedPlays,
    title: 'Last failed plays',
    about: 'Click a trace to see all that happened in the play.',
    whenEmpty: 'No play failed in this time',
    width: 24,
    height: 8,
    conditions: `${OF_STATION} | ${labelName(playOutcome.name)}=~"${bad.join('|')}"`,
    columns: [
      attributeColumn(playStation, 'Station', 110),
      trackColumn(),
      attributeColumn(playOutcome, 'Outcome', 110),
      attributeColumn(errorType, 'Type', 150),
      attributeColumn(errorCategory, 'Category', 100),
      attributeColumn(playDurationSeconds, 'Played', 80),
      attributeColumn(errorMessage, 'Message'),
    ],
  });
}
