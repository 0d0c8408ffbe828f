import { sumBy } from '../../../alerts/promql.ts';
import {
  jobAttempt,
  jobDurationSeconds,
  jobOverdueNoticed,
  jobPriority,
  jobRunningAge,
  jobsOverdue,
  jobTimeoutSeconds,
  jobTimeouts,
  jobType,
  jobWorkerLastActivity,
} from '../../../registry/job.ts';
import { messagingDestinationName, messagingMessageId } from '../../../registry/messaging.ts';
import { select } from '../../../registry/selection.ts';
import { thresholds } from '../../../registry/thresholds.ts';
import { sessionId } from '../../../registry/upstream.ts';
import { eventLink } from '../explore.ts';
import type { Line } from '../layout.ts';
import { BAD, GOOD, steps } from '../panels/colours.ts';
import { attributeColumn, eventTable } from '../panels/event_table.ts';
import { barPanel, linePanel } from '../panels/simple_panels.ts';
import { unfinishedTrace } from '../panels/trace_column.ts';
import { chosen, QUEUE, TYPE } from './measures.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

const SIZE = { width: 6, height: 8 } as const;

/** What runs for too long, and workers of which nothing is heard. */
export function stuck(): Line[] {
  return [
    { heading: 'Stuck jobs and silent workers', id: ROWS.stuck },
    [age(), overdue(), exceeded(), silence()],
    [lastOverdue()],
  ];
}

function age() {
  return linePanel(jobRunningAge, {
    ...SIZE,
    id: ID.runningAge,
    title: 'Longest run, by kind',
    about: 'The dashed line is the time-out of a download, unless the application says otherwise.',
    whenEmpty: 'No job ran in this time',
    min: 0,
    colours: steps(GOOD, { from: thresholds.jobDownloadTimeoutSeconds, color: BAD }),
    curves: [[`max by (${TYPE}) (${chosen.filtered(select(jobRunningAge))})`, `{{${TYPE}}}`]],
  });
}

function overdue() {
  return linePanel(jobsOverdue, {
    ...SIZE,
    id: ID.overdueNow,
    title: 'Stuck jobs',
    about: 'Click a line for the jobs in it.',
    links: [{ title: 'These jobs', url: eventLink(jobOverdueNoticed, [QUEUE, TYPE]) }],
    whenEmpty: 'No job ran in this time',
    min: 0,
    curves: [[sumBy([QUEUE, TYPE], chosen.filtered(select(jobsOverdue))), `{{${QUEUE}}} {{${TYPE}}}`]],
  });
}

function exceeded() {
  return barPanel(jobTimeouts, {
    ...SIZE,
    id: ID.timeouts,
    title: 'Time-outs exceeded',
    about: 'Click a bar for the jobs in it.',
    whenEmpty: 'No job took longer than it may in this time',
    links: [{ title: 'These jobs', url: eventLink(jobOverdueNoticed, [TYPE]) }],
    curves: [[sumBy([TYPE], chosen.around(select(jobTimeouts))), `{{${TYPE}}}`]],
  });
}

function silence() {
  const last = `max by (service_name, ${QUEUE}) (${chosen.filtered(select(jobWorkerLastActivity))})`;
  return linePanel(jobWorkerLastActivity, {
    ...SIZE,
    id: ID.workerSilence,
    title: 'Time since a worker was heard of',
    about:
      'A line that climbs beyond the dashed one while jobs wait is a worker that stopped; one that ends, a process that did.',
    unit: 's',
    colours: steps(GOOD, { from: thresholds.jobWorkerSilentSeconds, color: BAD }),
    whenEmpty: 'No worker was heard of in this time',
    min: 0,
    curves: [[`time() - ${last}`, `{{service_name}} {{${QUEUE}}}`]],
  });
}

function lastOverdue() {
  return eventTable(jobOverdueNoticed, {
    id: ID.lastOverdue,
    title: 'Last jobs that ran longer than they may',
    about: 'Told while they run: their log lines are there at once, their traces when they have ended.',
    trace: unfinishedTrace(),
    whenEmpty: 'No job took longer than it may in this time',
    width: 24,
    height: 7,
    conditions: chosen.ofLines(messagingDestinationName, jobType),
    columns: [
      attributeColumn(messagingDestinationName, 'Queue'),
      attributeColumn(jobType, 'Kind', 150),
      attributeColumn(jobPriority, 'Priority', 90),
      attributeColumn(jobAttempt, 'Attempt', 80),
      attributeColumn(jobDurationSeconds, 'Running for', 120),
      attributeColumn(jobTimeoutSeconds, 'May run for', 120),
      attributeColumn(messagingMessageId, 'Job', 150),
      attributeColumn(sessionId, 'Session', 150),
    ],
  });
}
