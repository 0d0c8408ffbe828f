import { reportTelemetryFailure } from '../emit/guard.ts';
import { observeGauge } from '../emit/metrics.ts';
import { isTelemetryActive } from '../emit/provider.ts';
import {
  JOB_PRIORITIES,
  JOB_STATES,
  type JobState,
  jobQueueCapacity,
  jobQueueSize,
  jobQueueWaiting,
  jobWorkerBusy,
  jobWorkerCapacity,
} from '../registry/job.ts';
import { thresholds } from '../registry/thresholds.ts';
import { type JobPriority, queueName } from './job_kind.ts';
import { beginSeries } from './job_signals.ts';

/** How it stands with a queue. Whatever is left out is not told. */
export interface QueueFigures {
  /** How many of its jobs are in which state. */
  states?: Partial<Record<JobState, number>>;
  /** How many jobs of which priority are waiting. */
  waiting?: Partial<Record<JobPriority, number>>;
  /** How many jobs it is meant to hold. Default 1,000. */
  capacity?: number;
  /** How many jobs its workers are running, and how many they can run at a time. Default of the latter 10. */
  workers?: { busy?: number; capacity?: number };
}

/** What more can be said of a queue that is observed. */
export interface ObserveQueueOptions {
  /** Kinds of jobs that are put on it: their series begin at 0 then, and the first of them counts. */
  types?: readonly string[];
}

type Read = () => QueueFigures | undefined | Promise<QueueFigures | undefined>;

interface Observed {
  /** Absent once it is observed no more. */
  read: Read | undefined;
  figures: QueueFigures | undefined;
  reading: boolean;
}

// The SDK goes on telling what a gauge was told last. So a queue that is observed no more is told to be empty, once.
const GONE: QueueFigures = {
  states: Object.fromEntries(JOB_STATES.map((state) => [state, 0])),
  waiting: { 0: 0, 1: 0, 2: 0, 3: 0, 4: 0 },
  capacity: 0,
  workers: { busy: 0, capacity: 0 },
};

const MAX_QUEUES = 50;
const queues = new Map<string, Observed>();
let observing = false;

/**
 * Has the size and the capacity of a queue told at every export.
 *
 * @param queue   name of the queue; must be of few values. A second call for the same name takes the place of the first
 * @param read    asked at every export. What it gives back at once is told at once; what a promise gives is told at the next
 *                export, so that a slow one holds up nothing, and one is asked for at a time. May throw or reject
 * @param options the kinds of jobs
 * @returns ends it
 */
export function observeQueue(queue: string, read: Read, options: ObserveQueueOptions = {}): () => void {
  const name = queueName(queue);
  if (!queues.has(name) && queues.size >= MAX_QUEUES) return () => {};
  const observed: Observed = { read, figures: undefined, reading: false };
  queues.set(name, observed);
  for (const type of options.types ?? []) {
    beginSeries({ 'messaging.destination.name': name, 'media.job.type': type });
  }
  observe();
  // So that a promise has something to tell at the first export.
  if (isTelemetryActive()) refresh(observed);
  return () => {
    observed.read = undefined;
    observed.figures = GONE;
  };
}

function refresh(observed: Observed): void {
  if (observed.reading || observed.read === undefined) return;
  try {
    const figures = observed.read();
    if (!(figures instanceof Promise)) {
      keep(observed, figures);
      return;
    }
    observed.reading = true;
    figures
      .then((found) => keep(observed, found))
      .catch((error: unknown) => reportTelemetryFailure('asking a queue for its size', error))
      .finally(() => {
        observed.reading = false;
      });
  } catch (error) {
    reportTelemetryFailure('asking a queue for its size', error);
  }
}

// A copy: what throws when it is read must not do so in the middle of what other queues have to tell.
function keep(observed: Observed, figures: QueueFigures | undefined): void {
  if (observed.read === undefined) return;
  observed.figures = figures && {
    states: { ...figures.states },
    waiting: { ...figures.waiting },
    ...(figures.capacity !== undefined && { capacity: figures.capacity }),
    workers: { ...figures.workers },
  };
}

function* current(): Generator<[{ 'messaging.destination.name': string }, QueueFigures]> {
  for (const [name, { figures }] of queues) {
    if (figures) yield [{ 'messaging.destination.name': name }, figures];
  }
}

function observe(): void {
  if (observing) return;
  observing = true;
  // The first of the gauges asks; the others tell more of the same answer.
  observeGauge(jobQueueSize, (report) => {
    for (const observed of queues.values()) refresh(observed);
    for (const [queue, { states }] of current()) {
      for (const state of JOB_STATES) {
        told(states?.[state], (value) => report(value, { ...queue, 'media.job.state': state }));
      }
    }
  });
  observeGauge(jobQueueWaiting, (report) => {
    for (const [queue, { waiting }] of current()) {
      for (const [level, priority] of JOB_PRIORITIES.entries()) {
        const count = waiting?.[level as JobPriority];
        told(count, (value) => report(value, { ...queue, 'media.job.priority': priority }));
      }
    }
  });
  observeGauge(jobQueueCapacity, (report) => {
    for (const [queue, { capacity }] of current())
      told(capacity ?? thresholds.jobQueueCapacity, (value) => report(value, queue));
  });
  observeGauge(jobWorkerCapacity, (report) => {
    for (const [queue, { workers }] of current())
      told(workers?.capacity ?? thresholds.jobWorkerCapacity, (value) => report(value, queue));
  });
  observeGauge(jobWorkerBusy, (report) => {
    for (const [queue, { workers, states }] of current())
      told(workers?.busy ?? states?.running, (value) => report(value, queue));
    for (const [name, { read }] of queues) if (read === undefined) queues.delete(name);
  });
}

function told(value: unknown, report: (value: number) => void): void {
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) report(value);
}
