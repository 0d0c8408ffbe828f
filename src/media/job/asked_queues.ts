import { reportTelemetryFailure } from '../../emit/guard.ts';
import type { JobKind } from './kind.ts';
import type { QueueFigures } from './queue_figures.ts';

/** Asks a queue how it stands with it. */
export type Read = () => QueueFigures | undefined | Promise<QueueFigures | undefined>;

/** A queue that is asked at every export. */
export interface AskedQueue {
  /** Absent once it is observed no more. */
  read: Read | undefined;
  readonly kinds: readonly JobKind[];
  figures: QueueFigures | undefined;
  /** Settled once the figures that were asked for are there, or will not come. */
  reading: Promise<void> | undefined;
}

const MAX_WAIT_MS = 1000;
/** By name, of which there are few. */
export const queues = new Map<string, AskedQueue>();

function refresh(observed: AskedQueue): void {
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
export function refreshAll(): Promise<unknown> | undefined {
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
function keep(observed: AskedQueue, figures: QueueFigures | undefined): void {
  if (observed.read === undefined || figures === undefined) return;
  observed.figures = {
    states: { ...figures.states },
    waiting: { ...figures.waiting },
    ...(figures.capacity !== undefined && { capacity: figures.capacity }),
    workers: { ...figures.workers },
  };
}

/** The queues of which something is known, with what is known of them. */
export function* current(): Generator<Figures> {
  for (const [name, { figures }] of queues) {
    if (figures) yield [{ 'messaging.destination.name': name }, figures];
  }
}

/** A queue, as metrics name it, and how it stands with it. */
export type Figures = readonly [{ 'messaging.destination.name': string }, QueueFigures];
