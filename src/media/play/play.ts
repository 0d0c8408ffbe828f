import { reportTelemetryFailure } from '../../emit/guard.ts';
import { isTrackerOn } from '../../emit/trackers.ts';
import { cutText } from './details.ts';
import type { Play, PlayOptions, PlayOrigin } from './options.ts';
import { NO_PLAY } from './quiet_play.ts';
import { PlayRun } from './run.ts';
import { replaceRunning, stationOf } from './stations.ts';

/**
 * Begins a play: a track on air, a show, a film. Never throws, and costs next to nothing with no SDK registered.
 *
 * ```ts
 * using now = play({ station: 'main', artist, title, expectedDuration: 431 });
 * ```
 *
 * @param options what is known at the start
 * @returns the play, which ends with the block that it is declared in (`using`), or by `end()`
 */
export function play(options: PlayOptions = {}): Play {
  return beginPlay(options, undefined);
}

// Plays that nobody ends would gather without end: beyond so many the oldest is given up.
const MAX_OPEN = 10_000;
const open = new Set<PlayRun>();
const forget = (one: PlayRun): void => {
  open.delete(one);
};

/** {@link play}, for adapters: with where it belongs. */
export function beginPlay(options: PlayOptions, origin: PlayOrigin | undefined): Play {
  if (!isTrackerOn('play')) return NO_PLAY;
  try {
    const name = stationName(options.station);
    const { attempt, cmcd } = options;
    const station = stationOf(name);
    if (name !== null) replaceRunning(station, name);
    const begun = new PlayRun(station, name ?? station.label, options, origin, forget);
    open.add(begun);
    begun.begin(attempt === true, cmcd);
    if (open.size > MAX_OPEN) open.values().next().value?.end('abandoned');
    return begun;
  } catch (error) {
    reportTelemetryFailure('beginning a play', error);
    return NO_PLAY;
  }
}

const MAX_NAME_LENGTH = 100;

function stationName(given: unknown): string | null {
  if (given === null) return null;
  return typeof given === 'string' && given !== '' ? cutText(given, MAX_NAME_LENGTH) : 'default';
}
