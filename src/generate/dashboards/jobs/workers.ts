import { successRatio, sumBy } from '../../../alerts/promql.ts';
import { processUptime } from '../../../registry/host.ts';
import {
  jobRunDuration,
  jobRuns,
  jobState,
  jobStateChanged,
  jobWorkerBusy,
  jobWorkerCapacity,
  jobWorkerLastActivity,
} from '../../../registry/job.ts';
import { select } from '../../../registry/selection.ts';
import { thresholds } from '../../../registry/thresholds.ts';
import { eventLink } from '../explore.ts';
import type { Line } from '../layout.ts';
import { metricTable } from '../panels/metric_table.ts';
import { barPanel, linePanel } from '../panels/simple_panels.ts';
import { decimals, share, unit } from '../panels/table_columns.ts';
import { mean } from '../queries/percentiles.ts';
import {
  chosen,
  completed,
  decided,
  failed,
  perQueue,
  QUEUE,
  QUIET,
  STATE,
  successBy,
  successColours,
  TYPE,
} from './measures.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

const PROCESS = ['service_name', 'service_instance_id'];
const SIZE = { width: 6, height: 8 } as const;

/** What the workers did, each process by itself, and how fast. */
export function workers(): Line[] {
  return [{ heading: 'Workers', id: ROWS.workers }, [processes()], [byState(), byType(), perHour(), busy()]];
}

function processes() {
  const total = sumBy(PROCESS, chosen.inRange(decided));
  const bad = sumBy(PROCESS, chosen.inRange(failed));
  const duration = select(jobRunDuration);
  const uptime = `max by (${PROCESS.join(', ')}) (${chosen.filtered(select(processUptime))})`;
  const seen = `max by (${PROCESS.join(', ')}) (max_over_time(${chosen.filtered(select(jobWorkerLastActivity))}[$__range]))`;
  return metricTable(jobRuns, {
    id: ID.workerTable,
    title: 'Workers, each process by itself',
    about: 'In the time shown; cancelled and interrupted jobs and runs that are tried again are not counted.',
    whenEmpty: QUIET,
    width: 24,
    height: 6,
    sortBy: 'Processed',
    decimals: 0,
    exprs: [
      total,
      sumBy(PROCESS, chosen.inRange(completed)),
      `${bad} or 0 * ${total}`,
      successRatio(bad, total),
      mean(PROCESS, chosen.inRange(duration, 'sum'), chosen.inRange(duration, 'count')),
      `${uptime} and on (${PROCESS.join(', ')}) ${seen}`,
      // In milliseconds, as Grafana has its dates.
      `1000 * ${seen}`,
    ],
    columns: [
      { field: 'service_name', title: 'Service' },
      { field: 'service_instance_id', title: 'Process' },
      { field: 'Value #A', title: 'Processed' },
      { field: 'Value #B', title: 'Succeeded' },
      { field: 'Value #C', title: 'Failed' },
      { field: 'Value #D', title: 'Success rate', properties: share(successColours()) },
      { field: 'Value #E', title: 'Mean duration', properties: [unit('s'), decimals(2)] },
      { field: 'Value #F', title: 'Up for', properties: [unit('s'), decimals(0)] },
      { field: 'Value #G', title: 'Last active', properties: [unit('dateTimeFromNow')] },
    ],
  });
}

function byState() {
  return barPanel(jobRuns, {
    ...SIZE,
    id: ID.runsByState,
    title: 'Runs by the state they ended in',
    meaning: jobState,
    about: 'Click a bar for the jobs in it.',
    whenEmpty: QUIET,
    links: [{ title: 'These jobs', url: eventLink(jobStateChanged, [STATE]) }],
    curves: [[sumBy([STATE], chosen.around(select(jobRuns))), `{{${STATE}}}`]],
  });
}

function byType() {
  return linePanel(jobRuns, {
    ...SIZE,
    id: ID.successByType,
    title: 'Success rate by kind',
    about: 'Share of jobs that did not fail for good.',
    unit: 'percentunit',
    whenEmpty: QUIET,
    min: 0,
    max: 1,
    interval: `${thresholds.downloadWindowMinutes}m`,
    colours: successColours(),
    curves: [[successBy([TYPE], chosen.around), `{{${TYPE}}}`]],
  });
}

function perHour() {
  return barPanel(jobRuns, {
    ...SIZE,
    id: ID.performance,
    title: 'Jobs per hour, by kind',
    about: 'Completed or failed. A bar is an hour, or longer where more of them would not find room.',
    whenEmpty: QUIET,
    interval: '1h',
    curves: [[sumBy([TYPE], chosen.around(decided)), `{{${TYPE}}}`]],
  });
}

function busy() {
  return linePanel(jobWorkerBusy, {
    ...SIZE,
    id: ID.busyWorkers,
    title: 'Workers busy, of all',
    whenEmpty: 'No workers were told of in this time',
    min: 0,
    curves: [
      [`sum by (${QUEUE}) (${perQueue(jobWorkerBusy)})`, `{{${QUEUE}}} busy`],
      [`sum by (${QUEUE}) (${perQueue(jobWorkerCapacity)})`, `{{${QUEUE}}} all`],
    ],
  });
}
