import { reportTelemetryFailure } from '../emit/guard.ts';
import { type History, recentHistory } from './history.ts';
import { SHOWN_STATES } from './job_states.ts';

/** What an application knows of its queue and workers. Whatever it leaves out is taken from what this process saw. */
export interface QueueFacts {
  /** Jobs that wait. */
  readonly queued?: number;
  /** Jobs that run. */
  readonly active?: number;
  /** How many jobs the queue holds. */
  readonly capacity?: number;
  /** How many jobs the workers can run at a time. */
  readonly workers?: number;
  /** Jobs in each state. */
  readonly states?: Readonly<Record<string, number>>;
}

/** Says how the queue is. Asked at each request; may take a second. */
export type QueueSource = () => QueueFacts | Promise<QueueFacts>;

/** All that the endpoints show of a queue. */
export interface QueueState {
  readonly queued: number;
  readonly active: number;
  readonly capacity: number | undefined;
  readonly workers: number | undefined;
  readonly states: Readonly<Record<string, number>>;
}

const LIMIT_MS = 1000;
const MAX_STATES = 20;
const NAME = /^[a-z][a-z0-9_]{0,30}$/;

/** How the queue is: what the application says, completed by what this process saw. Never rejects. */
export async function queueState(
  source: QueueSource | undefined,
  history: History = recentHistory(),
): Promise<QueueState> {
  const seen = history.jobs.counts();
  const said = source ? await ask(source) : {};
  const states = { ...seen, ...statesOf(said.states) };
  const { pending = 0, queued = 0, retrying = 0, running = 0 } = states;
  return {
    queued: count(said.queued) ?? pending + queued + retrying,
    active: count(said.active) ?? running,
    capacity: count(said.capacity),
    workers: count(said.workers),
    states,
  };
}

async function ask(source: QueueSource): Promise<QueueFacts> {
  let timer: NodeJS.Timeout | undefined;
  try {
    const late = new Promise<QueueFacts>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('late')), LIMIT_MS);
    });
    return (await Promise.race([source(), late])) ?? {};
  } catch (error) {
    reportTelemetryFailure('asking for the queue', error);
    return {};
  } finally {
    clearTimeout(timer);
  }
}

function statesOf(given: unknown): Record<string, number> {
  if (typeof given !== 'object' || given === null) return {};
  // What is said of states is said of all of them: one that is left out has no jobs.
  const states: Record<string, number> = Object.fromEntries(SHOWN_STATES.map((state) => [state, 0]));
  for (const [name, value] of Object.entries(given).slice(0, MAX_STATES)) {
    if (NAME.test(name)) states[name] = count(value) ?? 0;
  }
  return states;
}

function count(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;
}
