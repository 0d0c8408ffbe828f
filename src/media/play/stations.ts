import { performance } from 'node:perf_hooks';
import { boundedValue, OTHER } from '../../emit/cardinality.ts';
import { observeCounter, observeGauge, observeUpDown } from '../../emit/observed_metrics.ts';
import {
  type PlayEndReason,
  playActive,
  playOverrun,
  playSilence,
  playStation,
  playTime,
} from '../../registry/play.ts';
import { beatJournal } from './journal.ts';

/** A play as its station sees it. Times in milliseconds of `performance.now()`. */
export interface RunningPlay {
  readonly stationName: string;
  readonly hasStarted: boolean;
  /** How long it has played by then, without stalls. */
  playedMs(now: number): number;
  /** How long it has gone on by then beyond what was expected. */
  overrunMs(now: number): number;
  /** Tells it, late, since when its station had been silent before it. */
  silentSince(ms: number): void;
  end(reason: PlayEndReason): void;
}

/** What is known of a station, over all its plays. */
export interface Station {
  /** Its name on metrics. */
  readonly label: string;
  /** Whether silences can be told: not of plays that belong to no station, nor of stations taken together. */
  readonly single: boolean;
  readonly running: Set<RunningPlay>;
  /** Played by plays that have ended. */
  playedMs: number;
  /** The most that was ever reported: a stall that is told later must not turn the counter back. */
  reportedMs: number;
  /** When it fell silent; undefined before the first play, and while its silence is meant. */
  silentSinceMs: number | undefined;
  /** Whether anything ever played there. */
  used: boolean;
}

// A service has a few stations. One that makes up names without end has them added up under one label.
const NONE = station(boundedValue(playStation, 'none'), false);
const REST = station(OTHER, false);
const stations = new Map<string, Station>();
let observing = false;

function station(label: string, single: boolean): Station {
  return {
    label,
    single,
    running: new Set(),
    playedMs: 0,
    reportedMs: 0,
    silentSinceMs: undefined,
    used: false,
  };
}

/** The station of a name; `null` for plays that belong to none. */
export function stationOf(name: string | null): Station {
  if (!observing) observe();
  const found = find(name);
  found.used = true;
  return found;
}

function find(name: string | null): Station {
  if (name === null) return NONE;
  // Named as those are that are added up, it is one of them: a series of its own would be told twice.
  const label = boundedValue(playStation, name);
  if (label === NONE.label) return NONE;
  if (label === REST.label) return REST;
  const found = stations.get(label) ?? station(label, true);
  stations.set(label, found);
  return found;
}

/** Ends what a station plays, because something else begins there. */
export function replaceRunning({ running }: Station, name: string): void {
  for (const one of running) if (one.stationName === name) one.end('replaced');
}

/**
 * Notes that a station has been silent since a process before this one. If it plays again already, that is told to what
 * it plays.
 */
export function silentSinceEarlier(station: Station, ms: number): void {
  if (!station.single) return;
  for (const play of station.running) play.silentSince(ms);
  if (!hasStarted(station)) station.silentSinceMs = Math.max(ms, station.silentSinceMs ?? ms);
}

/** How long a station has been silent, in seconds, if that can be told. */
export function silenceSeconds({ single, silentSinceMs }: Station, now: number): number | undefined {
  return single && silentSinceMs !== undefined ? Math.max(0, now - silentSinceMs) / 1000 : undefined;
}

// Time goes by between the calls of the application, so it is looked at with each export.
function observe(): void {
  observing = true;
  observeUpDown(playActive, (report) => {
    for (const { label, running } of all()) report(running.size, { 'media.play.station': label });
  });
  observeCounter(playTime, (report) => {
    const now = performance.now();
    for (const one of all()) {
      let playedMs = one.playedMs;
      for (const play of one.running) playedMs += play.playedMs(now);
      one.reportedMs = Math.max(one.reportedMs, playedMs);
      report(one.reportedMs / 1000, { 'media.play.station': one.label });
    }
    beatJournal();
  });
  observeGauge(playSilence, (report) => {
    const now = performance.now();
    for (const one of stations.values()) {
      const seconds = hasStarted(one) ? undefined : silenceSeconds(one, now);
      report(seconds ?? 0, { 'media.play.station': one.label });
    }
  });
  observeGauge(playOverrun, (report) => {
    const now = performance.now();
    for (const one of stations.values()) {
      let most = 0;
      for (const play of one.running) most = Math.max(most, play.overrunMs(now));
      report(most / 1000, { 'media.play.station': one.label });
    }
  });
}

function all(): Station[] {
  // What was told once goes on being told.
  return [...stations.values(), ...[NONE, REST].filter(({ used }) => used)];
}

function hasStarted({ running }: Station): boolean {
  for (const play of running) if (play.hasStarted) return true;
  return false;
}
