import { record } from '../../emit/metrics.ts';
import { playStall, playStartup } from '../../registry/play.ts';
import type { CmcdReport } from './cmcd.ts';

/** What is known of how well a play went: start-up, stalls, bitrate, buffer. */
export class PlayFigures {
  readonly #byStation: { readonly 'media.play.station': string };
  startupSeconds: number | undefined;
  stalledMs = 0;
  #stalls = 0;
  #stalledByPlayerSeconds = 0;
  #bitsPerSecond: number | undefined;
  #bufferSeconds: number | undefined;

  constructor(byStation: { readonly 'media.play.station': string }) {
    this.#byStation = byStation;
  }

  /** Notes how long it took to start. Who told it first is believed. */
  startup(seconds: number): void {
    if (this.startupSeconds !== undefined) return;
    this.startupSeconds = seconds;
    record(playStartup, seconds, this.#byStation);
  }

  stall(seconds: number): void {
    this.#stalls += 1;
    this.stalledMs += seconds * 1000;
    record(playStall, seconds, this.#byStation);
  }

  /** Takes over what a player reported. */
  take({ stallsSeconds, stalledTotalSeconds, bitsPerSecond, bufferSeconds }: CmcdReport): void {
    this.#bitsPerSecond = bitsPerSecond ?? this.#bitsPerSecond;
    this.#bufferSeconds = bufferSeconds ?? this.#bufferSeconds;
    for (const seconds of stallsSeconds) if (seconds > 0) this.stall(seconds);
    if (stalledTotalSeconds === undefined) return;
    // Stalls that were told one by one are in the total already.
    const more = stalledTotalSeconds - Math.max(this.#stalledByPlayerSeconds, this.stalledMs / 1000);
    if (more > 0) this.stall(more);
    this.#stalledByPlayerSeconds = stalledTotalSeconds;
  }

  attributes() {
    return {
      'media.play.stall_count': this.#stalls,
      'media.play.stall_duration': this.stalledMs / 1000,
      'media.play.bitrate': this.#bitsPerSecond,
      'media.play.buffer_length': this.#bufferSeconds,
    };
  }
}
