interface Point {
  readonly atMs: number;
  readonly position: number;
}

// So many points a window: a program that tells its position a hundred times a second needs no more room.
const POINTS = 20;

/**
 * The speed at which a position moves, against real time, over the last part of the time. ffmpeg's own `speed=` is the
 * mean since it began: hours into a stream it hardly moves when the stream stalls.
 */
export class SpeedMeter {
  readonly #windowMs: number;
  #points: Point[] = [];
  #last: Point | undefined;

  /** @param windowSeconds the time over which the speed is taken */
  constructor(windowSeconds: number) {
    this.#windowMs = windowSeconds * 1000;
  }

  /**
   * Takes a position in seconds. One that went back begins anew.
   *
   * @param atMs when it was told, in milliseconds of any steady clock
   */
  add(position: number, atMs: number): void {
    if (this.#last !== undefined && position < this.#last.position) this.#points = [];
    this.#last = { atMs, position };
    const newest = this.#points.at(-1);
    if (newest !== undefined && atMs - newest.atMs < this.#windowMs / POINTS) return;
    this.#points.push(this.#last);
    // The newest of those that are older than the window is where it begins.
    while (this.#points[1] !== undefined && atMs - this.#points[1].atMs >= this.#windowMs)
      this.#points.shift();
  }

  /**
   * The speed up to now: where no position was told lately, it goes down.
   *
   * @param atMs      now, by the same clock
   * @param minimumMs the least time over which it is told at all
   */
  speed(atMs: number, minimumMs: number): number | undefined {
    const first = this.#points.findLast((point) => atMs - point.atMs >= this.#windowMs) ?? this.#points[0];
    if (first === undefined || this.#last === undefined) return undefined;
    const elapsedMs = atMs - first.atMs;
    if (elapsedMs <= 0 || elapsedMs < minimumMs) return undefined;
    return ((this.#last.position - first.position) * 1000) / elapsedMs;
  }
}
