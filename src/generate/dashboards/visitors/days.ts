import { labelName } from '../../../registry/prometheus_name.ts';
import {
  sessionEnded,
  sessionFileCount,
  sessionHasErrors,
  sessionLinkCount,
  sessionStarted,
  visitorHash,
} from '../../../registry/session.ts';
import { calendarLabel, IN_ZONE } from '../calendar.ts';
import type { Line } from '../layout.ts';
import { calendarBars, logTable } from '../panels/log_panels.ts';
import { width } from '../panels/table_columns.ts';
import { countBy, countWhere, distinct, linesOf, sumOf } from '../queries/log_numbers.ts';
import { QUIET } from './measures.ts';
import { OF_A_DAY } from './numbers.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

const HEIGHT = 8;

/** When people come, and what each day was like. */
export function days(): Line[] {
  return [{ heading: 'By hour and day', id: ROWS.calendar }, [peakHours(), visitorsByDay(), daily()]];
}

function peakHours() {
  return calendarBars(sessionStarted, {
    id: ID.peakHours,
    title: 'Peak hours',
    about: `Sessions by hour of day: all days of the time shown together, ${IN_ZONE}.`,
    whenEmpty: QUIET,
    width: 8,
    height: HEIGHT,
    by: 'hour',
    heading: 'Hour',
    counted: 'Sessions',
    query: (label, stage) => countBy([label], `${linesOf(sessionStarted)}${stage}`),
  });
}

function visitorsByDay() {
  return calendarBars(sessionEnded, {
    id: ID.visitorsByDay,
    title: 'Unique visitors by day',
    about: OF_A_DAY,
    whenEmpty: QUIET,
    width: 6,
    height: HEIGHT,
    by: 'day',
    heading: 'Day',
    counted: 'Visitors',
    query: (label, stage) => distinct(visitorHash, [label], `${linesOf(sessionEnded)}${stage}`),
  });
}

function daily() {
  const ended = `${linesOf(sessionEnded)}${calendarLabel('day')}`;
  const hasErrors = `eq .${labelName(sessionHasErrors.name)} "true"`;
  return logTable(sessionEnded, {
    id: ID.daily,
    title: 'Statistics by day',
    about: `A session counts where it ended, ${IN_ZONE}. The last day is not over.`,
    whenEmpty: QUIET,
    width: 10,
    height: HEIGHT,
    sortBy: 'Day',
    exprs: [
      countBy(['day'], ended),
      distinct(visitorHash, ['day'], ended),
      sumOf(sessionLinkCount, ['day'], ended),
      sumOf(sessionFileCount, ['day'], ended),
      countWhere(hasErrors, ['day'], ended),
    ],
    columns: [
      { field: 'day', title: 'Day' },
      { field: 'Value #A', title: 'Sessions', properties: [width(90)] },
      { field: 'Value #B', title: 'Visitors', properties: [width(85)] },
      { field: 'Value #C', title: 'Links', properties: [width(70)] },
      { field: 'Value #D', title: 'Files', properties: [width(70)] },
      { field: 'Value #E', title: 'With errors', properties: [width(105)] },
    ],
  });
}
