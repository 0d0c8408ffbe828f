/** What ends, and is counted by how it ended. */
export const KINDS = ['session', 'download', 'stage', 'job', 'play'] as const;

export type Kind = (typeof KINDS)[number];

/** How many ended, and how. */
export interface Tally {
  succeeded: number;
  failed: number;
  /** Those whose duration is known, and their sum. */
  timed: number;
  seconds: number;
}

/** What happened in a stretch of time. */
export interface Totals {
  readonly ended: Readonly<Record<Kind, Tally>>;
  /** Errors that were reported, by severity. */
  readonly errors: Readonly<Record<string, number>>;
}

interface Minute {
  readonly at: number;
  readonly ended: Partial<Record<Kind, Tally>>;
  readonly errors: Record<string, number>;
}

/** How many hours are remembered. */
export const MAX_HOURS = 24;

const SLOTS = MAX_HOURS * 60 + 1;
const MINUTE_MS = 60_000;

/** Counts by the minute, for a day. Of fixed size, whatever happens. */
export class Minutes {
  readonly #now: () => number;
  readonly #slots: (Minute | undefined)[] = new Array(SLOTS);

  /** @param now clock in ms since 1970, for tests */
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  noteEnd(kind: Kind, success: boolean, seconds: number | undefined): void {
    const { ended } = this.#current();
    ended[kind] ??= emptyTally();
    const tally = ended[kind];
    if (success) tally.succeeded += 1;
    else tally.failed += 1;
    if (seconds === undefined) return;
    tally.timed += 1;
    tally.seconds += seconds;
  }

  /** @param severity one of the few that errors have */
  noteError(severity: string): void {
    const { errors } = this.#current();
    errors[severity] = (errors[severity] ?? 0) + 1;
  }

  /** What happened within the last so many seconds, to the minute. */
  since(seconds: number): Totals {
    const oldest = Math.floor((this.#now() - seconds * 1000) / MINUTE_MS);
    const ended = Object.fromEntries(KINDS.map((kind) => [kind, emptyTally()])) as Record<Kind, Tally>;
    const errors: Record<string, number> = {};
    for (const minute of this.#slots) {
      if (minute === undefined || minute.at < oldest) continue;
      for (const kind of KINDS) add(ended[kind], minute.ended[kind]);
      for (const [severity, count] of Object.entries(minute.errors)) {
        errors[severity] = (errors[severity] ?? 0) + count;
      }
    }
    return { ended, errors };
  }

  #current(): Minute {
    const at = Math.floor(this.#now() / MINUTE_MS);
    const slot = at % SLOTS;
    const found = this.#slots[slot];
    if (found?.at === at) return found;
    const fresh: Minute = { at, ended: {}, errors: {} };
    this.#slots[slot] = fresh;
    return fresh;
  }
}

function emptyTally(): Tally {
  return { succeeded: 0, failed: 0, timed: 0, seconds: 0 };
}

function add(sum: Tally, more: Tally | undefined): void {
  if (more === undefined) return;
  sum.succeeded += more.succeeded;
  sum.failed += more.failed;
  sum.timed += more.timed;
  sum.seconds += more.seconds;
}
