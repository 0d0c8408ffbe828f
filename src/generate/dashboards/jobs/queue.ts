import {
  JOB_STATES,
  jobPriority,
  jobQueueCapacity,
  jobQueueSize,
  jobQueueWaiting,
  jobRuns,
  jobsEnqueued,
} from '../../../registry/job.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import { select } from '../../../registry/selection.ts';
import { thresholds } from '../../../registry/thresholds.ts';
import { sumBy } from '../../promql.ts';
import { BAD, GOOD, steps, WARN } from '../colours.ts';
import { PROMETHEUS } from '../datasources.ts';
import type { Line } from '../layout.ts';
import { panel } from '../panel.ts';
import { columns } from '../queries.ts';
import { table } from '../shapes.ts';
import { linePanel } from '../simple_panels.ts';
import { type Column, joined, styled, unit } from '../table_columns.ts';
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
  const shown: Column[] = [
    { field: 'deployment_environment_name', title: 'Environment' },
    { field: QUEUE, title: 'Queue' },
    ...JOB_STATES.map((state, at) => ({ field: `Value #${letter(at)}`, title: state })),
    { field: `Value #${letter(JOB_STATES.length)}`, title: 'capacity' },
    {
      field: `Value #${letter(JOB_STATES.length + 1)}`,
      title: 'full',
      properties: [
        unit('percentunit'),
        { id: 'decimals', value: 1 },
        { id: 'thresholds', value: fullColours().build() },
        { id: 'custom.cellOptions', value: { type: 'color-text' } },
      ],
    },
  ];
  return panel(styled(table('queued').transformations(joined(shown)), shown), jobQueueSize, {
    id: ID.queueTable,
    title: 'Queues now',
    about: 'Of a queue that several processes tell of, the largest figure.',
    whenEmpty: NONE,
    datasource: PROMETHEUS,
    width: 24,
    height: 6,
    queries: [
      ...JOB_STATES.map((state, at) =>
        columns(letter(at), perQueue(jobQueueSize, [], { 'media.job.state': [state] })),
      ),
      columns(letter(JOB_STATES.length), perQueue(jobQueueCapacity)),
      columns(letter(JOB_STATES.length + 1), filled()),
    ],
  });
}

function letter(at: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + at);
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
