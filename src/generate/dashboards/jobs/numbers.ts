import { sumBy } from '../../../alerts/promql.ts';
import {
  jobActive,
  jobQueueSize,
  jobRunDuration,
  jobRuns,
  jobsOverdue,
  jobWorkerBusy,
  jobWorkerCapacity,
} from '../../../registry/job.ts';
import { select } from '../../../registry/selection.ts';
import { thresholds } from '../../../registry/thresholds.ts';
import type { Line } from '../layout.ts';
import { BAD, GOOD, noneIsGood, steps, WARN } from '../panels/colours.ts';
import { numberPanel } from '../panels/simple_panels.ts';
import { currentPanel, KILLED, totalPanel } from '../panels/totals.ts';
import { mean } from '../queries/percentiles.ts';
import { SECONDS_KNOWN } from '../reach.ts';
import { chosen, decided, failed, perQueue, successBy, successColours } from './measures.ts';
import { PANELS as ID } from './panel_ids.ts';

const WAITING = { 'media.job.state': ['pending', 'queued', 'retrying'] };

/** The numbers that matter, on top. */
export function numbers(): Line {
  const duration = select(jobRunDuration);
  return [
    numberPanel(jobRuns, {
      id: ID.successRate,
      title: 'Success rate',
      about:
        'Share of jobs that were completed and not failed for good, in the time shown; cancelled and interrupted ones are not counted.',
      unit: 'percentunit',
      whenEmpty: 'no jobs',
      width: 4,
      decimals: 1,
      colours: successColours(),
      query: successBy([], chosen.inRange),
    }),
    numberPanel(jobQueueSize, {
      id: ID.queued,
      title: 'Waiting now',
      about: 'Pending, queued or to be tried again, of all queues.',
      width: 3,
      colours: steps(GOOD, { from: thresholds.jobQueueLongCount, color: WARN }),
      query: `sum(${perQueue(jobQueueSize, ['media_job_state'], WAITING)}) or vector(0)`,
    }),
    currentPanel(chosen, select(jobActive), {
      id: ID.active,
      title: 'Running now',
      about: KILLED,
      width: 3,
    }),
    numberPanel(jobWorkerBusy, {
      id: ID.workersBusy,
      title: 'Workers busy',
      about: 'As a share of how many jobs they can run at a time.',
      unit: 'percentunit',
      whenEmpty: 'not told',
      width: 3,
      decimals: 0,
      colours: noneIsGood(),
      query: `sum(${perQueue(jobWorkerBusy)}) / (sum(${perQueue(jobWorkerCapacity)}) > 0)`,
    }),
    numberPanel(jobRuns, {
      id: ID.tasksPerHour,
      title: 'Jobs per hour',
      about: 'Completed or failed, on average over the time shown.',
      unit: 'short',
      width: 3,
      decimals: 1,
      query: `${sumBy([], chosen.inRange(decided))} * 3600 / ${SECONDS_KNOWN} or vector(0)`,
    }),
    numberPanel(jobRunDuration, {
      id: ID.meanDuration,
      title: 'Mean duration',
      about: 'Of all runs, in the time shown.',
      whenEmpty: 'no jobs',
      width: 3,
      query: mean([], chosen.inRange(duration, 'sum'), chosen.inRange(duration, 'count')),
    }),
    totalPanel(chosen, failed, {
      id: ID.failures,
      title: 'Failed',
      about: 'Jobs that failed for good, in the time shown.',
      width: 3,
      colours: noneIsGood(),
    }),
    currentPanel(chosen, select(jobsOverdue), {
      id: ID.overdue,
      title: 'Stuck',
      width: 2,
      colours: noneIsGood(BAD),
    }),
  ];
}
