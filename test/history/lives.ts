/** Milliseconds. */
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** One run of one of the two instances. */
export interface Life {
  readonly instance: 'a' | 'b';
  /** What the process calls itself as `service.instance.id`. */
  readonly id: string;
  /** When it began, in milliseconds since 1970. */
  readonly from: number;
  /** When it ended; the last one runs on beyond the history's end. */
  readonly to: number;
  /** Whether it was killed: then nothing was exported after the last regular export. */
  readonly killed: boolean;
}

/**
 * The runs of both instances. `a` keeps its id, so its counters are set back at each restart; `b` has another id each time,
 * so its series end and others begin.
 *
 * @param end of the history, in milliseconds since 1970
 */
export function livesUntil(end: number): Life[] {
  const beginning = end - 91 * DAY;
  const a = livesOf('a', beginning, end, [
    { before: 45 * DAY, downFor: 40 * SECOND },
    { before: 20 * DAY + 5 * HOUR, downFor: 30 * SECOND },
    { before: 9 * DAY + 3 * HOUR, downFor: 70 * SECOND, killed: true },
    { before: 3 * DAY + 7 * HOUR, downFor: 35 * SECOND },
    { before: 11 * HOUR, downFor: 45 * SECOND },
  ]);
  const b = livesOf('b', beginning, end, [
    { before: 40 * DAY + HOUR, downFor: 20 * SECOND },
    { before: 15 * DAY + 2 * HOUR, downFor: 30 * SECOND },
    { before: 5 * DAY + 6 * HOUR, downFor: 90 * SECOND },
    { before: 10 * HOUR, downFor: 25 * SECOND },
  ]);
  return [...a, ...b];
}

interface Restart {
  readonly before: number;
  readonly downFor: number;
  readonly killed?: true;
}

function livesOf(instance: 'a' | 'b', beginning: number, end: number, restarts: readonly Restart[]): Life[] {
  const lives: Life[] = [];
  let from = beginning;
  const add = (to: number, killed: boolean) => {
    const id = instance === 'a' ? 'host-a' : `b-${lives.length + 1}`;
    lives.push({ instance, id, from, to, killed });
  };
  for (const { before, downFor, killed = false } of restarts) {
    add(end - before, killed);
    from = end - before + downFor;
  }
  add(end + DAY, false);
  return lives;
}

/**
 * The time for which nothing reached Prometheus, though all went on: no run began or ended in it. It is longer than what
 * any point of a graph counts over.
 *
 * @param end of the history, in milliseconds since 1970
 */
export function silenceBefore(end: number): { readonly from: number; readonly to: number } {
  return { from: end - 2 * DAY - 9 * HOUR, to: end - 2 * DAY - 4 * HOUR };
}

/** The run that an instance was in at a time; undefined while it was down. */
export function lifeAt(lives: readonly Life[], instance: 'a' | 'b', at: number): Life | undefined {
  return lives.find((life) => life.instance === instance && life.from <= at && at < life.to);
}
