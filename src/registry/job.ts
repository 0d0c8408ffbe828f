import { attribute, event, metric, ref, span } from './define.ts';
import { errorCategory } from './error.ts';
import {
  messagingDestinationName,
  messagingMessageId,
  messagingOperationName,
  messagingOperationType,
  messagingSystem,
} from './messaging.ts';
import { operation } from './operation.ts';
import { errorMessage, errorType, sessionId } from './upstream.ts';

/** Priorities by their number: lowest is 0, critical is 4. */
export const JOB_PRIORITIES = ['lowest', 'low', 'normal', 'high', 'critical'] as const;

/**
 * States of a job. `pending`: made, but not due yet; `queued`: due, and waiting for a worker; `retrying`: failed, and to be
 * tried again; `interrupted`: its process ended while it ran.
 */
export const JOB_STATES = [
  'pending',
  'queued',
  'running',
  'completed',
  'failed',
  'cancelled',
  'retrying',
  'interrupted',
] as const;

export type JobState = (typeof JOB_STATES)[number];

/** The states that a run may end in. */
export const JOB_END_STATES = ['completed', 'failed', 'cancelled', 'retrying', 'interrupted'] as const;

export type JobEndState = (typeof JOB_END_STATES)[number];

export const jobType = attribute({
  name: 'media.job.type',
  type: 'string',
  brief: 'Kind of the job. The known kinds have time-outs of their own; an application may have more.',
  privacy: 'safe',
  members: ['download', 'video_info', 'subtitle', 'thumbnail'],
  maxCardinality: 50,
});

export const jobPriority = attribute({
  name: 'media.job.priority',
  type: 'string',
  brief: 'Priority of the job: 0 is lowest, 4 critical.',
  privacy: 'safe',
  members: JOB_PRIORITIES,
  maxCardinality: JOB_PRIORITIES.length,
});

export const jobState = attribute({
  name: 'media.job.state',
  type: 'string',
  brief: 'State of the job.',
  privacy: 'safe',
  members: JOB_STATES,
  maxCardinality: JOB_STATES.length,
});

export const jobPreviousState = attribute({
  name: 'media.job.previous_state',
  type: 'string',
  brief: 'State that the job was in before.',
  privacy: 'safe',
  members: JOB_STATES,
});

export const jobAttempt = attribute({
  name: 'media.job.attempt',
  type: 'int',
  brief: 'Which attempt at the job it is; the first is 1.',
  privacy: 'safe',
});

export const jobMaxAttempts = attribute({
  name: 'media.job.max_attempts',
  type: 'int',
  brief: 'How many attempts at the job there may be.',
  privacy: 'safe',
});

export const jobTimeoutSeconds = attribute({
  name: 'media.job.timeout',
  type: 'double',
  unit: 's',
  brief: 'How long the job may run.',
  privacy: 'safe',
});

export const jobOverdue = attribute({
  name: 'media.job.overdue',
  type: 'boolean',
  brief: 'Whether the job ran longer than its time-out.',
  privacy: 'safe',
});

export const jobWaitSeconds = attribute({
  name: 'media.job.wait',
  type: 'double',
  unit: 's',
  brief: 'How long the job was in the queue before its first attempt.',
  privacy: 'safe',
});

export const jobDurationSeconds = attribute({
  name: 'media.job.duration',
  type: 'double',
  unit: 's',
  brief: 'How long this run of the job took.',
  privacy: 'safe',
});

export const jobRetryWaitSeconds = attribute({
  name: 'media.job.retry_wait',
  type: 'double',
  unit: 's',
  brief: 'How long was waited between the attempt that failed and the next.',
  privacy: 'safe',
});

export const jobRetryCostSeconds = attribute({
  name: 'media.job.retry_cost',
  type: 'double',
  unit: 's',
  brief: 'Time that retries have cost the job: attempts that failed and the waits after them.',
  privacy: 'safe',
});

export const jobProgressRatio = attribute({
  name: 'media.job.progress',
  type: 'double',
  unit: '1',
  brief: 'How far the job had come, 0 to 1.',
  privacy: 'safe',
});

const described = [
  ref(messagingDestinationName, 'required'),
  ref(jobType, 'required'),
  ref(jobPriority, 'required'),
  ref(messagingMessageId, 'recommended'),
  ref(sessionId, 'recommended'),
] as const;

const onSpans = [
  ...described,
  ref(messagingSystem, 'recommended'),
  ref(messagingOperationName, 'required'),
  ref(messagingOperationType, 'required'),
  ref(operation, 'recommended'),
  ref(jobState, 'recommended'),
] as const;

const failure = [
  ref(errorType, 'conditional'),
  ref(errorCategory, 'conditional'),
  ref(errorMessage, 'conditional'),
] as const;

const attempted = [
  ref(jobAttempt, 'recommended'),
  ref(jobMaxAttempts, 'recommended'),
  ref(jobTimeoutSeconds, 'recommended'),
  ref(jobWaitSeconds, 'recommended'),
  ref(jobRetryWaitSeconds, 'conditional'),
  ref(jobRetryCostSeconds, 'conditional'),
  ref(jobOverdue, 'conditional'),
  ref(jobProgressRatio, 'recommended'),
] as const;

export const jobEnqueueSpan = span({
  name: 'media.job.enqueue',
  kind: 'producer',
  brief: 'A job was put on a queue.',
  attributes: [...onSpans, ...failure],
});

export const jobRunSpan = span({
  name: 'media.job.run',
  kind: 'consumer',
  brief: 'A job was run: one attempt of a worker at it.',
  attributes: [...onSpans, ...attempted, ...failure],
});

export const jobStateChanged = event({
  name: 'media.job.state_changed',
  brief: 'A job went from one state to another.',
  attributes: [
    ...described,
    ref(jobState, 'required'),
    ref(jobPreviousState, 'recommended'),
    ...attempted,
    ref(jobDurationSeconds, 'recommended'),
    ...failure,
  ],
});

export const jobOverdueNoticed = event({
  name: 'media.job.overdue',
  brief:
    'A job has run longer than its time-out. Told once, as soon as it is noticed, which is mostly while it runs.',
  attributes: [
    ...described,
    ref(jobAttempt, 'recommended'),
    ref(jobTimeoutSeconds, 'required'),
    ref(jobDurationSeconds, 'required'),
  ],
});

const ofKind = [ref(messagingDestinationName, 'required'), ref(jobType, 'required')] as const;

export const jobsEnqueued = metric({
  name: 'media.job.enqueued',
  instrument: 'counter',
  unit: '{job}',
  brief: 'Jobs put on a queue.',
  attributes: [...ofKind, ref(jobPriority, 'required')],
});

export const jobWaitDuration = metric({
  name: 'media.job.wait.duration',
  instrument: 'histogram',
  unit: 's',
  brief: 'How long jobs were in the queue before their first attempt.',
  buckets: [0.005, 0.05, 0.25, 1, 5, 15, 30, 60, 120, 300, 600, 1800, 3600, 14400],
  attributes: [...ofKind, ref(jobPriority, 'required')],
});

export const jobRuns = metric({
  name: 'media.job.runs',
  instrument: 'counter',
  unit: '{run}',
  brief: 'Runs of jobs that ended, by the state they left the job in.',
  attributes: [...ofKind, ref(jobState, 'required')],
});

export const jobRunDuration = metric({
  name: 'media.job.run.duration',
  instrument: 'histogram',
  unit: 's',
  brief: 'How long runs of jobs took.',
  buckets: [0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1800, 3600, 7200],
  attributes: [...ofKind, ref(jobState, 'required')],
});

export const jobFailures = metric({
  name: 'media.job.failures',
  instrument: 'counter',
  unit: '{failure}',
  brief: 'Runs of jobs that failed, also those that are tried again.',
  attributes: [...ofKind, ref(errorType, 'required'), ref(errorCategory, 'required')],
});

export const jobRetries = metric({
  name: 'media.job.retries',
  instrument: 'counter',
  unit: '{retry}',
  brief: 'Attempts that failed and were to be followed by another.',
  attributes: ofKind,
});

export const jobRetryWaitDuration = metric({
  name: 'media.job.retry.wait.duration',
  instrument: 'histogram',
  unit: 's',
  brief: 'How long was waited between an attempt that failed and the next.',
  buckets: [0.05, 0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1800, 3600],
  attributes: ofKind,
});

export const jobRetryCostDuration = metric({
  name: 'media.job.retry.cost.duration',
  instrument: 'histogram',
  unit: 's',
  brief: 'Time that retries cost the jobs that had any: attempts that failed and the waits after them.',
  buckets: [0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1800, 3600, 7200],
  attributes: [...ofKind, ref(jobState, 'required')],
});

export const jobTimeouts = metric({
  name: 'media.job.timeouts',
  instrument: 'counter',
  unit: '{job}',
  brief: 'Runs of jobs that took longer than their time-out, counted as soon as it is noticed.',
  attributes: ofKind,
});

export const jobActive = metric({
  name: 'media.job.active',
  instrument: 'up_down_counter',
  unit: '{job}',
  brief: 'Jobs running now.',
  attributes: ofKind,
});

export const jobRunningAge = metric({
  name: 'media.job.running.age',
  instrument: 'gauge',
  unit: 's',
  brief: 'How long the longest of the jobs that run now has been running; 0 if none does.',
  attributes: ofKind,
});

export const jobsOverdue = metric({
  name: 'media.job.running.overdue',
  instrument: 'gauge',
  unit: '{job}',
  brief: 'Jobs that are running longer than their time-out.',
  attributes: ofKind,
});

const ofQueue = [ref(messagingDestinationName, 'required')] as const;

export const jobWorkerLastActivity = metric({
  name: 'media.job.worker.last_activity',
  instrument: 'gauge',
  unit: 's',
  brief:
    'When a worker of this process last began or ended a job, or said that it is alive, in seconds since 1970.',
  attributes: ofQueue,
});

export const jobQueueSize = metric({
  name: 'media.job.queue.size',
  instrument: 'gauge',
  unit: '{job}',
  brief: 'Jobs of the queue, by state.',
  attributes: [...ofQueue, ref(jobState, 'required')],
});

export const jobQueueWaiting = metric({
  name: 'media.job.queue.waiting',
  instrument: 'gauge',
  unit: '{job}',
  brief: 'Jobs that wait in the queue, by priority.',
  attributes: [...ofQueue, ref(jobPriority, 'required')],
});

export const jobQueueCapacity = metric({
  name: 'media.job.queue.capacity',
  instrument: 'gauge',
  unit: '{job}',
  brief: 'How many jobs the queue is meant to hold.',
  attributes: ofQueue,
});

export const jobWorkerCapacity = metric({
  name: 'media.job.worker.capacity',
  instrument: 'gauge',
  unit: '{worker}',
  brief: 'How many jobs the workers of the queue can run at a time.',
  attributes: ofQueue,
});

export const jobWorkerBusy = metric({
  name: 'media.job.worker.busy',
  instrument: 'gauge',
  unit: '{worker}',
  brief: 'How many of the workers of the queue are running a job.',
  attributes: ofQueue,
});
