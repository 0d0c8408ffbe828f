import type { MetricDefinition } from '../../../registry/define.ts';
import { jobRuns, jobState, jobType } from '../../../registry/job.ts';
import { messagingDestinationName } from '../../../registry/messaging.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import { type Selection, select } from '../../../registry/selection.ts';
import { thresholds } from '../../../registry/thresholds.ts';
import { narrowedBy } from '../choices.ts';
import { goodFrom } from '../panels/colours.ts';
import { successOf } from '../queries/shares.ts';

export const QUEUE = labelName(messagingDestinationName.name);
export const TYPE = labelName(jobType.name);
export const STATE = labelName(jobState.name);
export const QUIET = 'No jobs in this time';

/** The variables of the dashboard "Jobs and resilience". */
export const chosen = narrowedBy(
  { variable: 'queue', title: 'Queue', attribute: messagingDestinationName },
  { variable: 'type', title: 'Kind of job', attribute: jobType },
);

/** Jobs that came to an end, well and badly; a run that is tried again is no end. */
export const completed = select(jobRuns, { 'media.job.state': ['completed'] });
export const failed = select(jobRuns, { 'media.job.state': ['failed'] });
export const decided = select(jobRuns, { 'media.job.state': ['completed', 'failed'] });

/** Share of jobs that succeeded, by some labels, over the window that `over` counts in. */
export const successBy = successOf(failed, decided);

/** Red below the share that requirement Q7 asks for. */
export function successColours() {
  return goodFrom(thresholds.downloadSuccessRatio);
}

/**
 * A figure of each queue, by more labels, of all processes that tell of it. A queue in Redis is told of by every process
 * that uses it, so they are not added up: the largest counts.
 */
export function perQueue(
  metric: MetricDefinition,
  labels: readonly string[] = [],
  where: Selection['where'] = {},
): string {
  const by = ['deployment_environment_name', QUEUE, ...labels].join(', ');
  return `max by (${by}) (${chosen.filtered({ metric, where })})`;
}
