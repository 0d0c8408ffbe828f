import { performance } from 'node:perf_hooks';
import type { PlayFigures } from './figures.ts';

/** How long something has played. Times in milliseconds of `performance.now()`. */
export class PlayClock {
  readonly begunMs: number = performance.now();
  readonly #elapsedMs: number;
  readonly #figures: PlayFigures;
  /** When it began to play; undefined as long as it has not. */
  startedMs: number | undefined;

  /** @param elapsedSeconds for how long it had been playing already */
  constructor(elapsedSeconds: number, figures: PlayFigures) {
    this.#elapsedMs = elapsedSeconds * 1000;
    this.#figures = figures;
  }

  /** When it began to play, or to try to, in milliseconds since 1970, with what had been played before. */
  get beganUnixMs(): number {
    return performance.timeOrigin + (this.startedMs ?? this.begunMs) - this.#elapsedMs;
  }

  /** How long it has played by then, without stalls and without what had been played before. */
  playedMs(now: number): number {
    if (this.startedMs === undefined) return 0;
    return Math.max(0, now - this.startedMs - this.#figures.stalledMs);
  }

  /** How long it has gone on by then beyond what was expected. */
  overrunMs(now: number, expectedSeconds: number | undefined): number {
    return expectedSeconds === undefined ? 0 : this.playedMs(now) + this.#elapsedMs - expectedSeconds * 1000;
  }

  /** From when it started, with stalls and with what had been played before. 0 if it never started. */
  durationSeconds(now: number): number {
    return this.startedMs === undefined ? 0 : (now - this.startedMs + this.#elapsedMs) / 1000;
  }

  /** How much of what was expected has been played; undefined where that cannot be told. */
  completionRatio(now: number, expectedSeconds: number | undefined): number | undefined {
    return expectedSeconds === undefined || this.startedMs === undefined
      ? undefined
      : (this.playedMs(now) + this.#elapsedMs) / 1000 / expectedSeconds;
  }
}
