import { sumBy } from '../../../alerts/promql.ts';
import { errorCategory } from '../../../registry/error.ts';
import {
  jobAttempt,
  jobDurationSeconds,
  jobFailures,
  jobMaxAttempts,
  jobPriority,
  jobRetries,
  jobRetryCostDuration,
  jobRetryCostSeconds,
  jobRetryWaitDuration,
  jobRuns,
  jobState,
  jobStateChanged,
  jobType,
  jobWaitSeconds,
} from '../../../registry/job.ts';
import { messagingDestinationName, messagingMessageId } from '../../../registry/messaging.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import { select } from '../../../registry/selection.ts';
import { errorMessage, errorType } from '../../../registry/upstream.ts';
import { attributeIs, eventLink, valueLink } from '../explore.ts';
import type { Line } from '../layout.ts';
import { attributeColumn, eventTable } from '../panels/event_table.ts';
import { failureTable } from '../panels/failure_table.ts';
import { barPanel, linePanel } from '../panels/simple_panels.ts';
import { width } from '../panels/table_columns.ts';
import { quantile } from '../queries/percentiles.ts';
import { chosen, QUIET, STATE, TYPE } from './measures.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

const ERROR = labelName(errorType.name);
const CATEGORY = labelName(errorCategory.name);
const NONE = 'No failures in this time';
const SIZE = { width: 6, height: 8 } as const;

/** Which jobs fail, why, and what to do about it. */
export function failures(): Line[] {
  return [{ heading: 'Failures', id: ROWS.failures }, [overTime(), inAll()], [last()]];
}

/** What is tried again, and what that costs. */
export function retries(): Line[] {
  return [
    { heading: 'Retries and cancellations', id: ROWS.retries },
    [retried(), cost(), wait(), cutShort()],
  ];
}

function overTime() {
  return barPanel(jobFailures, {
    id: ID.failuresByType,
    title: 'Failed runs by type',
    about: 'Click a bar for the runs in it.',
    whenEmpty: NONE,
    width: 10,
    height: 9,
    links: [{ title: 'These runs', url: eventLink(jobStateChanged, [ERROR]) }],
    curves: [[sumBy([ERROR], chosen.around(select(jobFailures))), `{{${ERROR}}}`]],
  });
}

function inAll() {
  return failureTable(jobFailures, {
    id: ID.failuresTable,
    title: 'Failed runs, and what to do about them',
    about: 'In the time shown.',
    whenEmpty: NONE,
    width: 14,
    height: 9,
    heading: 'Failed runs',
    headingWidth: 110,
    before: [{ field: TYPE, title: 'Kind of job', properties: [width(120)] }],
    link: { title: 'These runs', url: valueLink(jobStateChanged, ERROR) },
    counted: sumBy([TYPE, ERROR, CATEGORY], chosen.inRange(select(jobFailures))),
  });
}

function last() {
  return eventTable(jobStateChanged, {
    id: ID.lastFailures,
    title: 'Last failed runs',
    about: 'The first line is the last error. Each leads to its trace, from the request on.',
    whenEmpty: NONE,
    width: 24,
    height: 10,
    conditions: ` | ${STATE}=~"failed|retrying" | ${ERROR}!=""${chosen.ofLines(messagingDestinationName, jobType)}`,
    columns: [
      attributeColumn(messagingDestinationName, 'Queue', 100),
      attributeColumn(jobType, 'Kind', 100),
      attributeColumn(jobPriority, 'Priority', 80),
      attributeColumn(jobState, 'State', 80),
      attributeColumn(jobAttempt, 'Attempt', 85),
      attributeColumn(jobMaxAttempts, 'Of', 50),
      attributeColumn(errorType, 'Type', 130),
      attributeColumn(errorMessage, 'Message'),
      attributeColumn(jobWaitSeconds, 'Waited', 80),
      attributeColumn(jobDurationSeconds, 'Took', 80),
      attributeColumn(jobRetryCostSeconds, 'Retries cost', 110),
      attributeColumn(messagingMessageId, 'Job', 110),
    ],
  });
}

function retried() {
  return barPanel(jobRetries, {
    ...SIZE,
    id: ID.retries,
    title: 'Retries by kind',
    about: 'Click a bar for the runs in it.',
    whenEmpty: 'Nothing was tried again in this time',
    links: [
      { title: 'These runs', url: eventLink(jobStateChanged, [TYPE], [attributeIs(jobState, 'retrying')]) },
    ],
    curves: [[sumBy([TYPE], chosen.around(select(jobRetries))), `{{${TYPE}}}`]],
  });
}

function cost() {
  return barPanel(jobRetryCostDuration, {
    ...SIZE,
    id: ID.retryCost,
    title: 'What retries cost, by kind',
    about: 'Added up.',
    whenEmpty: 'Nothing was tried again in this time',
    curves: [[sumBy([TYPE], chosen.around(select(jobRetryCostDuration), 'sum')), `{{${TYPE}}}`]],
  });
}

function wait() {
  const buckets = chosen.around(select(jobRetryWaitDuration), 'bucket');
  return linePanel(jobRetryWaitDuration, {
    ...SIZE,
    id: ID.retryWait,
    title: 'Wait before each retry',
    about: 'Median and 95th percentile.',
    whenEmpty: 'Nothing was tried again in this time',
    min: 0,
    interval: '15m',
    curves: [
      [quantile(0.5, [TYPE], buckets), `{{${TYPE}}}, median`],
      [quantile(0.95, [TYPE], buckets), `{{${TYPE}}}, 95th percentile`],
    ],
  });
}

function cutShort() {
  const some = select(jobRuns, { 'media.job.state': ['cancelled', 'interrupted'] });
  return barPanel(jobRuns, {
    ...SIZE,
    id: ID.cancelled,
    title: 'Cancelled and interrupted',
    meaning: jobState,
    about: 'Interrupted: the process ended while the job ran.',
    whenEmpty: QUIET,
    links: [{ title: 'These jobs', url: eventLink(jobStateChanged, [STATE]) }],
    curves: [[sumBy([STATE], chosen.around(some)), `{{${STATE}}}`]],
  });
}
