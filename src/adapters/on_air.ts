import { context, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import type { Play, PlayOptions } from '../media/play/options.ts';
import { beginPlay } from '../media/play/play.ts';

/** What a station plays, as a webhook knows it. */
export interface OnAir<K> {
  /** What tells this play from the next one. */
  readonly key: K;
  readonly play: Play;
}

// A server has a few stations. Whoever makes up more is not listened to.
const MAX_STATIONS = 100;

/** The plays of the stations that a webhook was told of. */
export class StationsOnAir<K> {
  readonly #playing = new Map<string, OnAir<K> | undefined>();

  /** What a station plays, as far as is known. */
  of(station: string): OnAir<K> | undefined {
    return this.#playing.get(station);
  }

  /** Whether there is room for another station. */
  hasRoomFor(station: string): boolean {
    return this.#playing.has(station) || this.#playing.size < MAX_STATIONS;
  }

  /** Whether this station was ever heard of. */
  knows(station: string): boolean {
    return this.#playing.has(station);
  }

  /**
   * Begins a play, which ends the one before. It is a trace of its own: what told of it, a request, is over long before
   * the play is, so the two are linked.
   */
  begin(station: string, key: K, options: PlayOptions): void {
    const link = trace.getSpanContext(context.active());
    // Before the new one begins: it would end this one too, but not know that it was told to.
    this.#playing.set(station, {
      key,
      play: beginPlay({ ...options, station }, { parent: ROOT_CONTEXT, link }),
    });
  }

  /** Ends what a station plays; it stays known. */
  end(station: string, reason: Parameters<Play['end']>[0]): void {
    const playing = this.#playing.get(station);
    if (playing === undefined) return;
    this.#playing.set(station, undefined);
    playing.play.end(reason);
  }

  /** Ends all that plays. */
  endAll(reason: Parameters<Play['end']>[0]): void {
    for (const station of this.#playing.keys()) this.end(station, reason);
  }
}
