import { thresholds } from '../../../registry/thresholds.ts';
import { defineDashboard } from '../definition.ts';
import { breakers } from './breakers.ts';
import { durations } from './durations.ts';
import { failures, retries } from './failures.ts';
import { chosen } from './measures.ts';
import { numbers } from './numbers.ts';
import { PANELS } from './panel_ids.ts';
import { policies } from './policies.ts';
import { queues } from './queue.ts';
import { caches, pools } from './resources.ts';
import { stuck } from './stuck.ts';
import { workers } from './workers.ts';

const percent = Math.round(thresholds.downloadSuccessRatio * 100);

/** The dashboard "Jobs and resilience". */
export const jobs = defineDashboard({
  key: 'jobs',
  title: 'Jobs and resilience',
  purpose: 'Whether jobs get done: queues, workers, retries, and what protects them.',
  guide: [
    `Start at the success rate: below ${percent} % it is red. Jobs that wait while workers are idle: look at`,
    '*Stuck jobs and silent workers*. Workers that are busy: at *Waiting and running*. *Last failed runs* leads to the trace',
    `of each job, from the request on. An open *Circuit breaker* fails jobs at once.`,
  ],
  panels: PANELS,
  variables: () => chosen.variables(),
  lines: () => [
    numbers(),
    ...queues(),
    ...workers(),
    ...durations(),
    ...failures(),
    ...retries(),
    ...stuck(),
    ...breakers(),
    ...policies(),
    ...caches(),
    ...pools(),
  ],

  answers: [
    {
      requirement: 'Q2',
      question: 'How often was something tried again, after which waits, and what did it cost?',
      panels: ['retries', 'retryCost', 'retryWait', 'callRetries', 'callRetryCost', 'callRetryWait'],
    },
    {
      requirement: 'Q3',
      question: 'Which circuit breakers are open, since when, and why?',
      panels: ['breakersOpen', 'breakerStates', 'breakerChanges', 'breakerTransitions', 'breakerRejected'],
    },
    {
      requirement: 'Q5',
      question: 'How high is the hit rate of each cache, and what was evicted or has expired?',
      panels: ['cacheHitRate', 'cacheRequests', 'cacheFill', 'cacheRemovals'],
    },
    {
      requirement: 'Q5',
      question: 'How many resources of each pool are used, and who waits for one?',
      panels: ['poolResources', 'poolFill', 'poolWaiting', 'poolErrors'],
    },
    {
      requirement: 'Q5',
      question: 'What did the rate limiters allow and reject, and what is left?',
      panels: ['rateLimitRequests', 'rateLimitRemaining'],
    },
    {
      requirement: 'Q6',
      question: 'How many jobs are active and queued, in which states, and how full is the queue (`/queue`)?',
      panels: ['queueTable', 'queued', 'queueByState', 'waitingByPriority', 'queueFill'],
    },
    {
      requirement: 'Q6',
      question:
        'How many did each worker process, how many of them well, how long did they take, how long is it up (`/worker`)?',
      panels: ['workerTable', 'successRate', 'meanDuration'],
    },
    {
      requirement: 'Q6',
      question:
        'How many jobs are active, queued, completed and failed, and how busy are the workers (`/jobs`)?',
      panels: ['active', 'queued', 'runsByState', 'workersBusy', 'busyWorkers'],
    },
    {
      requirement: 'Q6',
      question:
        'Over a window: mean duration, success rate, tasks per hour, errors, and the last error (`/performance`)?',
      panels: ['meanDuration', 'successRate', 'tasksPerHour', 'failures', 'lastFailures', 'performance'],
    },
    {
      requirement: 'Q9',
      question: 'Which jobs are stuck, and has a worker stopped?',
      panels: ['overdue', 'lastOverdue', 'runningAge', 'overdueNow', 'timeouts', 'workerSilence'],
    },
    {
      requirement: 'X10',
      question: 'Since when has nothing been heard of a worker?',
      panels: ['workerSilence', 'workerTable'],
    },
  ],
});
