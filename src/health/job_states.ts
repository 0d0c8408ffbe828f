import { JOB_STATES, type JobState } from '../registry/job.ts';

/** States of a job in which it is not done. */
const OPEN_STATES: readonly JobState[] = ['pending', 'queued', 'running', 'retrying'];

type ShownState = Exclude<JobState, 'interrupted'>;

/** States that the endpoints show (requirement Q4): one that is interrupted was so with its process, which shows nothing more. */
export const SHOWN_STATES: readonly ShownState[] = JOB_STATES.filter((state) => state !== 'interrupted');

// A queue may be long; beyond this a job that is known for the longest is forgotten.
const MAX_JOBS = 10_000;

/**
 * How many jobs are in which state, as far as this process has seen them change. Of a queue that several processes
 * serve that is a part; whoever knows the whole gives it by `queueSource`.
 */
export class JobStates {
  // Of jobs that have an id.
  readonly #states = new Map<string, ShownState>();
  readonly #counts: Record<ShownState, number> = {
    pending: 0,
    queued: 0,
    running: 0,
    retrying: 0,
    completed: 0,
    failed: 0,
    cancelled: 0,
  };

  /**
   * Notes a change of state.
   *
   * @param id       id of the job, if it has one
   * @param state    the new state; one that is not known only takes the job out of its old one
   * @param previous the old state, for jobs without an id
   */
  note(id: string | undefined, state: unknown, previous: unknown): void {
    const before = id === undefined ? stateOf(previous) : this.#states.get(id);
    if (before !== undefined && isOpen(before)) this.#counts[before] = Math.max(0, this.#counts[before] - 1);
    const now = stateOf(state);
    if (id !== undefined) this.#states.delete(id);
    if (now === undefined) return;
    this.#counts[now] += 1;
    if (id === undefined || !isOpen(now)) return;
    this.#states.set(id, now);
    if (this.#states.size > MAX_JOBS) this.#forgetOldest();
  }

  /** Jobs in each state; of those that are done, since the process began to count. */
  counts(): Readonly<Record<ShownState, number>> {
    return { ...this.#counts };
  }

  #forgetOldest(): void {
    const [oldest] = this.#states;
    if (oldest === undefined) return;
    const [id, state] = oldest;
    this.#states.delete(id);
    this.#counts[state] = Math.max(0, this.#counts[state] - 1);
  }
}

function stateOf(value: unknown): ShownState | undefined {
  return SHOWN_STATES.find((state) => state === value);
}

function isOpen(state: ShownState): boolean {
  return OPEN_STATES.includes(state);
}
