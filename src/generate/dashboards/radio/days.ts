import { StackingConfigBuilder, StackingMode } from '@grafana/grafana-foundation-sdk/common';
import { countedAhead } from '../../../alerts/counted.ts';
import { sumBy } from '../../../alerts/promql.ts';
import {
  playDurationSeconds,
  playEnded,
  playGapSeconds,
  playHasErrors,
  playStarted,
  playTime,
  playTrackKey,
} from '../../../registry/play.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import { thresholds } from '../../../registry/thresholds.ts';
import { type CalendarUnit, calendarLabel, IN_ZONE } from '../calendar.ts';
import { PROMETHEUS } from '../datasources.ts';
import type { Line } from '../layout.ts';
import { calendarBars, logTable } from '../panels/log_panels.ts';
import { panel } from '../panels/panel.ts';
import { bars, dashed } from '../panels/shapes.ts';
import { unit, width } from '../panels/table_columns.ts';
import { countBy, countWhere, distinct, linesOf, sumOf } from '../queries/log_numbers.ts';
import { graph } from '../queries/queries.ts';
import { OF_STATION, onAir, QUIET, STATION, uptimeColours } from './measures.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

const HEIGHT = 8;
const LONGER = 'Choose a longer time above to see more of them.';

/** Plays by hour of day, and what each day and week was like. */
export function days(): Line[] {
  return [
    { heading: 'By hour, day and week', id: ROWS.calendar },
    [byHour(), uptimeByDay()],
    [
      summary(ID.daily, 'Daily summary', 'day', 'Day'),
      summary(ID.weekly, 'Weekly summary', 'week', 'Week from Monday'),
    ],
  ];
}

function byHour() {
  return calendarBars(playStarted, {
    id: ID.playsByHour,
    title: 'Plays by hour of day',
    about: `All days of the time shown together, ${IN_ZONE}.`,
    whenEmpty: QUIET,
    width: 12,
    height: HEIGHT,
    by: 'hour',
    heading: 'Hour',
    counted: 'Plays',
    query: (label, stage) => countBy([label], `${linesOf(playStarted)}${OF_STATION}${stage}`),
  });
}

// Grafana puts points a day apart on midnights of the dashboard's time zone, as that is at the end of the time shown. PromQL
// has no time zones, so a bar is 24 hours: before a change of the clocks all of them are off by that hour.
function uptimeByDay() {
  const played = sumBy([STATION], countedAhead(onAir, '1d'));
  const soFar = 'scalar(clamp(vector($__to / 1000 - time()), 1, 86400))';
  const builder = bars()
    .interval('1d')
    .max(1)
    .stacking(new StackingConfigBuilder().mode(StackingMode.None))
    .thresholds(uptimeColours())
    .thresholdsStyle(dashed());
  return panel(builder, playTime, {
    id: ID.uptimeByDay,
    title: 'Uptime by day',
    about: `Share of each day for which a station played; of today, of the day so far. Bars are 24 hours long: where clocks were changed in the time shown, days before that begin an hour early or late. ${LONGER}`,
    unit: 'percentunit',
    whenEmpty: QUIET,
    datasource: PROMETHEUS,
    width: 12,
    height: HEIGHT,
    queries: [graph('A', `${played} / ${soFar}`, `{{${STATION}}}`)],
  });
}

function summary(id: number, title: string, by: CalendarUnit, heading: string) {
  const ended = `${linesOf(playEnded)}${OF_STATION}${calendarLabel(by)}`;
  const started = `${linesOf(playStarted)}${OF_STATION}${calendarLabel(by)}`;
  const hasErrors = `eq .${labelName(playHasErrors.name)} "true"`;
  const isLate = `gt (.${labelName(playGapSeconds.name)} | float64) ${thresholds.deadAirSeconds}.0`;
  return logTable(playEnded, {
    id,
    title,
    about: `A play counts where it ended, ${IN_ZONE}. The last one is not over. ${LONGER}`,
    whenEmpty: QUIET,
    width: 12,
    height: HEIGHT,
    sortBy: heading,
    exprs: [
      countBy([by], ended),
      distinct(playTrackKey, [by], started),
      countWhere(hasErrors, [by], ended),
      sumOf(playDurationSeconds, [by], ended),
      countWhere(isLate, [by], started),
    ],
    columns: [
      { field: by, title: heading },
      { field: 'Value #A', title: 'Plays', properties: [width(75)] },
      { field: 'Value #B', title: 'Unique tracks', properties: [width(120)] },
      { field: 'Value #C', title: 'With errors', properties: [width(105)] },
      { field: 'Value #D', title: 'Played', properties: [unit('s'), width(90)] },
      { field: 'Value #E', title: 'Dead air', properties: [width(90)] },
    ],
  });
}
