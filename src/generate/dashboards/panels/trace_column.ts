import { runningLogsLink, traceLink, traceLogsLink } from '../explore.ts';
import { type Column, width } from './table_columns.ts';

// Of an id a few characters are enough to tell it from the next.
const WIDTH = 120;

function traceColumn(...links: readonly (readonly [title: string, url: string])[]): Column {
  const value = links.map(([title, url]) => ({ title, url, targetBlank: true }));
  return { field: 'trace_id', title: 'Trace', properties: [width(WIDTH), { id: 'links', value }] };
}

/** The trace of something that has ended, as a column. */
export function endedTrace(): Column {
  return traceColumn(['Trace', traceLink()], ['Log lines of this trace', traceLogsLink()]);
}

/**
 * The trace of something that was told of while it ran, as a column. A span leaves when it ends: until then a trace has only
 * what has ended within it, if anything. The log lines are there at once.
 */
export function unfinishedTrace(): Column {
  return traceColumn(
    ['Log lines of this trace', traceLogsLink()],
    ['Trace, as far as it has ended', traceLink()],
  );
}

/**
 * The trace of something that runs now, as a column. There may be nothing of it to see yet, so it leads to the log lines.
 *
 * @param what what runs, as in "Log lines of this play"
 */
export function runningTrace(what: string): Column {
  return traceColumn([`Log lines of this ${what}`, runningLogsLink()]);
}
