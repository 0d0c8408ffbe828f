import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import type { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import type { AttributeDefinition, EventDefinition } from '../../../registry/define.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import { LONGEST_RUN } from '../explore.ts';
import { countBy, linesOf } from '../queries/log_numbers.ts';
import { type LogTableOptions, logTable } from './log_panels.ts';
import { type Column, unit, width } from './table_columns.ts';
import { runningTrace } from './trace_column.ts';

interface RunningTableOptions extends Omit<LogTableOptions, 'exprs' | 'sortBy'> {
  readonly started: EventDefinition;
  readonly ended: EventDefinition;
  /** What tells one from another. */
  readonly key: AttributeDefinition;
  /** What one is called, as in "Log lines of this play". */
  readonly what: string;
  /** Columns between that of the time and that of the trace. */
  readonly columns: readonly Column[];
  /** Width of the column of the time, in pixels. */
  readonly sinceWidth: number;
  /** Further conditions on the lines, each after a bar. */
  readonly conditions?: string;
}

/** What started and has not ended, the last first. One whose process was killed stays until the next process ends it. */
export function runningTable(options: RunningTableOptions): Builder<Panel> {
  const { started, ended, key, what, columns, sinceWidth, conditions = '', ...common } = options;
  const since = ' | label_format since=`{{ __timestamp__ | unixEpochMillis }}`';
  const id = labelName(key.name);
  const begun = countBy(
    [...new Set(['since', id, 'trace_id', ...columns.map(({ field }) => field)])],
    `${linesOf(started)}${conditions}${since}`,
    LONGEST_RUN,
  );
  const over = countBy([id], `${linesOf(ended)}${conditions}`, LONGEST_RUN);
  return logTable(started, {
    ...common,
    sortBy: 'Since',
    exprs: [`${begun} unless on (${id}) ${over}`],
    columns: [
      { field: 'since', title: 'Since', properties: [unit('dateTimeFromNow'), width(sinceWidth)] },
      ...columns,
      runningTrace(what),
    ],
  });
}
