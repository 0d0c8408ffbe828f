import { reportTelemetryFailure } from '../../emit/guard.ts';
import { observeGauge } from '../../emit/observed_metrics.ts';
import { threshold } from '../../emit/thresholds.ts';
import type { AttributesOf, MetricDefinition } from '../../registry/define.ts';
import {
  JOB_PRIORITIES,
  JOB_STATES,
  type JobState,
  jobQueueCapacity,
  jobQueueSize,
  jobQueueWaiting,
  jobWorkerBusy,
  jobWorkerCapacity,
} from '../../registry/job.ts';
import { type JobPriority, queueName, typeName } from './kind.ts';
import { beginSeries, type JobKind, jobKind } from './signals.ts';

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
  readonly kinds: readonly JobKind[];
  figures: QueueFigures | undefined;
  /** Settled once the figures that were asked for are there, or will not come. */
  reading: Promise<void> | undefined;
}

// The SDK goes on telling what a gauge was told last. So a queue that is observed no more is told to be empty, once.
const GONE: QueueFigures = {
  states: Object.fromEntries(JOB_STATES.map((state) => [state, 0])),
  waiting: { 0: 0, 1: 0, 2: 0, 3: 0, 4: 0 },
  capacity: 0,
  workers: { busy: 0, capacity: 0 },
};

const MAX_WAIT_MS = 1000;
/** By name, of which there are few. */
const queues = new Map<string, Observed>();
let observing = false;
/** When the queues have answered that were asked for this export. */
let answered: Promise<unknown> | undefined;

/**
 * Has the size and the capacity of a queue told at every export.
 *
 * @param queue   name of the queue; must be of few values. A second call for the same name takes the place of the first
 * @param read    asked at every export, once at a time. An export waits for a promise for at most a second; what comes later
 *                is told at the next one. `undefined` tells nothing new. May throw or reject
 * @param options the kinds of jobs
 * @returns ends it
 */
export function observeQueue(queue: string, read: Read, options: ObserveQueueOptions = {}): () => void {
  const name = queueName(queue);
  const kinds = (options.types ?? []).map((type) => jobKind(name, typeName(type)));
  const observed: Observed = { read, kinds, figures: undefined, reading: undefined };
  queues.set(name, observed);
  observe();
  return () => {
    observed.read = undefined;
    observed.figures = GONE;
  };
}

function refresh(observed: Observed): void {
  if (observed.reading !== undefined || observed.read === undefined) return;
  try {
    const figures = observed.read();
    if (!(figures instanceof Promise)) {
      keep(observed, figures);
      return;
    }
    observed.reading = figures
      .then((found) => keep(observed, found))
      .catch((error: unknown) => reportTelemetryFailure('asking a queue for its size', error))
      .finally(() => {
        observed.reading = undefined;
      });
  } catch (error) {
    reportTelemetryFailure('asking a queue for its size', error);
  }
}

/**
 * Asks all queues.
 *
 * @returns settled once all have answered, but after a second at most; `undefined` if there is nothing to wait for. A queue
 *          that owes the answer of an earlier time is not waited for again
 */
function refreshAll(): Promise<unknown> | undefined {
  const reading: Promise<void>[] = [];
  for (const observed of queues.values()) {
    const owed = observed.reading;
    refresh(observed);
    if (observed.reading !== undefined && observed.reading !== owed) reading.push(observed.reading);
  }
  if (reading.length === 0) return undefined;
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, MAX_WAIT_MS).unref();
  });
  return Promise.race([Promise.all(reading), limit]).finally(() => clearTimeout(timer));
}

// A copy: what throws when it is read must not do so in the middle of what other queues have to tell.
function keep(observed: Observed, figures: QueueFigures | undefined): void {
  if (observed.read === undefined || figures === undefined) return;
  observed.figures = {
    states: { ...figures.states },
    waiting: { ...figures.waiting },
    ...(figures.capacity !== undefined && { capacity: figures.capacity }),
    workers: { ...figures.workers },
  };
}

function* current(): Generator<Figures> {
  for (const [name, { figures }] of queues) {
    if (figures) yield [{ 'messaging.destination.name': name }, figures];
  }
}

type Figures = readonly [{ 'messaging.destination.name': string }, QueueFigures];

function observe(): void {
  if (observing) return;
  observing = true;
  // The first of the gauges asks; the others tell more of the same answer.
  observeFigures(
    jobQueueSize,
    (report, [queue, { states }]) => {
      for (const state of JOB_STATES) {
        told(states?.[state], (value) => report(value, { ...queue, 'media.job.state': state }));
      }
    },
    () => {
      for (const observed of queues.values()) {
        // At each export, as the SDK may be another by now; it is done once for each.
        for (const kind of observed.kinds) beginSeries(kind);
      }
      answered = refreshAll();
    },
  );
  observeFigures(jobQueueWaiting, (report, [queue, { waiting }]) => {
    for (const [level, priority] of JOB_PRIORITIES.entries()) {
      const count = waiting?.[level as JobPriority];
      told(count, (value) => report(value, { ...queue, 'media.job.priority': priority }));
    }
  });
  observeFigures(jobQueueCapacity, (report, [queue, { capacity }]) => {
    told(capacity ?? threshold('jobQueueCapacity'), (value) => report(value, queue));
  });
  observeFigures(jobWorkerCapacity, (report, [queue, { workers }]) => {
    told(workers?.capacity ?? threshold('jobWorkerCapacity'), (value) => report(value, queue));
  });
  observeFigures(jobWorkerBusy, (report, [queue, { workers, states }]) => {
    told(workers?.busy ?? states?.running, (value) => report(value, queue));
    const name = queue['messaging.destination.name'];
    if (queues.get(name)?.read === undefined) queues.delete(name);
  });
}

function observeFigures<const M extends MetricDefinition & { readonly instrument: 'gauge' }>(
  definition: M,
  tell: (report: (value: number, attributes: AttributesOf<M>) => void, figures: Figures) => void,
  before: () => void = () => {},
): void {
  observeGauge(definition, (report) => {
    before();
    const all = () => {
      for (const figures of current()) tell(report, figures);
    };
    return answered === undefined ? all() : answered.then(all);
  });
}

function told(value: unknown, report: (value: number) => void): void {
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) report(value);
}
