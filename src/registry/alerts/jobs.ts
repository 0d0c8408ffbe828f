import {
  jobActive,
  jobQueueCapacity,
  jobQueueSize,
  jobsOverdue,
  jobType,
  jobWorkerLastActivity,
} from '../job.ts';
import { messagingDestinationName } from '../messaging.ts';
import { select } from '../selection.ts';
import type { Thresholds } from '../thresholds.ts';
import { type AlertDefinition, minutes, percent } from './define.ts';

const queued = select(jobQueueSize, { 'media.job.state': ['queued'] });

/** What goes wrong with queues, jobs and workers. */
export function jobAlerts(t: Thresholds): readonly AlertDefinition[] {
  const queue = {
    group: 'jobs',
    by: [messagingDestinationName],
    holdMinutes: t.holdMinutes,
    keepMinutes: 0,
    noData: 'ok',
    executionError: 'error',
    dashboard: 'jobs',
  } as const;
  return [
    {
      ...queue,
      name: 'JobsStuck',
      severity: 'warning',
      category: 'stuck',
      condition: { kind: 'level', gauge: select(jobsOverdue), instances: 'sum', is: 'above', limit: 0 },
      by: [messagingDestinationName, jobType],
      // A time-out that is over is long enough.
      holdMinutes: 0,
      value: 'count',
      summary: '{value} {media.job.type} job(s) in {messaging.destination.name} of {service} are stuck',
      description:
        '{value} job(s) of kind {media.job.type} from queue {messaging.destination.name} run longer than their ' +
        'time-out, and still run. Each is told by a log line, with the trace of its run.',
      panel: 'overdueNow',
    },
    {
      ...queue,
      name: 'JobQueueLong',
      severity: 'warning',
      category: 'slow',
      // Instances that look at one queue say the same; those that have one each are judged by the longest.
      condition: { kind: 'level', gauge: queued, instances: 'max', is: 'above', limit: t.jobQueueLongCount },
      value: 'count',
      summary: '{value} jobs wait in {messaging.destination.name} of {service}',
      description:
        `More than ${t.jobQueueLongCount} jobs have been waiting in queue {messaging.destination.name} for at least ` +
        `${t.holdMinutes} minutes, {value} of them now: more come in than workers can do.`,
      panel: 'queueByState',
    },
    {
      ...queue,
      name: 'JobQueueNearlyFull',
      severity: 'critical',
      category: 'resources',
      condition: {
        kind: 'fills',
        used: select(jobQueueSize, { 'media.job.state': ['pending', 'queued', 'retrying'] }),
        capacity: select(jobQueueCapacity),
        ratio: t.jobQueueFullRatio,
      },
      value: 'ratio',
      summary: 'Queue {messaging.destination.name} of {service} is {value} full',
      description:
        `Jobs that wait take {value} of what queue {messaging.destination.name} is meant to hold, and have taken at ` +
        `least ${percent(t.jobQueueFullRatio)} for ${t.holdMinutes} minutes. What comes once it is full is turned ` +
        'away, or fills the memory of whatever keeps the queue.',
      panel: 'queueFill',
    },
    {
      ...queue,
      name: 'JobWorkerStopped',
      severity: 'critical',
      category: 'stuck',
      condition: {
        kind: 'worker_silent',
        waiting: queued,
        active: select(jobActive),
        lastActivity: select(jobWorkerLastActivity),
        queue: messagingDestinationName,
        silentSeconds: t.jobWorkerSilentSeconds,
        memoryHours: t.jobWorkerMemoryHours,
      },
      value: 'duration',
      summary: 'No worker takes jobs from {messaging.destination.name} of {service}',
      description:
        'Jobs wait in queue {messaging.destination.name}, none runs, and the last that was heard of a worker is ' +
        `{value} old; more than ${minutes(t.jobWorkerSilentSeconds)} minutes is too long. The workers have ended, or ` +
        'hang before they take a job.',
      panel: 'workerSilence',
    },
  ];
}
