import { sumBy } from '../../../alerts/promql.ts';
import {
  JOB_STATES,
  jobPriority,
  jobQueueCapacity,
  jobQueueSize,
  jobQueueWaiting,
  jobRuns,
  jobState,
  jobsEnqueued,
} from '../../../registry/job.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import { select } from '../../../registry/selection.ts';
import { thresholds } from '../../../registry/thresholds.ts';
import type { Line } from '../layout.ts';
import { BAD, GOOD, steps, WARN } from '../panels/colours.ts';
import { metricTable, queryLetter } from '../panels/metric_table.ts';
import { linePanel } from '../panels/simple_panels.ts';
import { share, width } from '../panels/table_columns.ts';
import { chosen, decided, perQueue, QUEUE, STATE } from './measures.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

const NONE = 'No queue was told of in this time';
const PRIORITY = labelName(jobPriority.name);
const WAITING = { 'media.job.state': ['pending', 'queued', 'retrying'] };
const SIZE = { width: 6, height: 8, whenEmpty: NONE } as const;

/** How it stands with each queue. */
export function queues(): Line[] {
  return [{ heading: 'Queues', id: ROWS.queue }, [now()], [byState(), byPriority(), fill(), inAndOut()]];
}

function now() {
  const valueColumn = (at: number) => `Value #${queryLetter(at)}`;
  return metricTable(jobQueueSize, {
    id: ID.queueTable,
    title: 'Queues now',
    about: 'Of a queue that several processes tell of, the largest figure.',
    whenEmpty: NONE,
    width: 24,
    height: 6,
    sortBy: 'Queued',
    exprs: [
      ...JOB_STATES.map((state) => perQueue(jobQueueSize, [], { 'media.job.state': [state] })),
      perQueue(jobQueueCapacity),
      filled(),
    ],
    columns: [
      { field: 'deployment_environment_name', title: 'Environment' },
      { field: QUEUE, title: 'Queue' },
      ...JOB_STATES.map((state, at) => ({
        field: valueColumn(at),
        title: `${state[0]?.toUpperCase()}${state.slice(1)}`,
        properties: [width(105)],
      })),
      { field: valueColumn(JOB_STATES.length), title: 'Capacity', properties: [width(90)] },
      {
        field: valueColumn(JOB_STATES.length + 1),
        title: 'Full',
        properties: [...share(fullColours()), width(80)],
      },
    ],
  });
}

// What waits, by what the queue is meant to hold.
function filled(): string {
  const by = `deployment_environment_name, ${QUEUE}`;
  const waiting = `sum by (${by}) (${perQueue(jobQueueSize, [STATE], WAITING)})`;
  return `${waiting} / (${perQueue(jobQueueCapacity)} > 0)`;
}

function fullColours() {
  return steps(GOOD, { from: thresholds.jobQueueFullRatio, color: WARN }, { from: 1, color: BAD });
}

function byState() {
  return linePanel(jobQueueSize, {
    ...SIZE,
    id: ID.queueByState,
    title: 'Jobs by state',
    meaning: jobState,
    min: 0,
    curves: [
      [`sum by (${QUEUE}, ${STATE}) (${perQueue(jobQueueSize, [STATE])})`, `{{${QUEUE}}} {{${STATE}}}`],
    ],
  });
}

function byPriority() {
  return linePanel(jobQueueWaiting, {
    ...SIZE,
    id: ID.waitingByPriority,
    title: 'Waiting by priority',
    min: 0,
    curves: [
      [
        `sum by (${QUEUE}, ${PRIORITY}) (${perQueue(jobQueueWaiting, [PRIORITY])})`,
        `{{${QUEUE}}} {{${PRIORITY}}}`,
      ],
    ],
  });
}

function fill() {
  return linePanel(jobQueueCapacity, {
    ...SIZE,
    id: ID.queueFill,
    title: 'How full each queue is',
    about: 'Jobs that wait, as a share of it.',
    unit: 'percentunit',
    min: 0,
    colours: fullColours(),
    curves: [[filled(), `{{${QUEUE}}}`]],
  });
}

function inAndOut() {
  const each = [QUEUE];
  return linePanel(jobsEnqueued, {
    ...SIZE,
    id: ID.inAndOut,
    title: 'Put on, and done with',
    about: `More put on than done with: the queue grows. The other is ${jobRuns.name}.`,
    min: 0,
    interval: '5m',
    curves: [
      [sumBy(each, chosen.around(select(jobsEnqueued))), `{{${QUEUE}}} put on`],
      [sumBy(each, chosen.around(decided)), `{{${QUEUE}}} done with`],
    ],
  });
}
