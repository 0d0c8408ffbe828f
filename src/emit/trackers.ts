import { TRACKERS, type TrackerName, trackerOf } from '../registry/trackers.ts';
import { isTelemetryActive } from './provider.ts';

let off: ReadonlySet<TrackerName> = new Set();

/** Switches trackers off that are `false`, and on again those that are not named. For `init()`. */
export function setTrackers(switches: Readonly<Partial<Record<TrackerName, boolean>>>): void {
  off = new Set(TRACKERS.filter((name) => switches[name] === false));
}

/**
 * Whether a helper has anything to signal here and now: its tracker is on, an SDK is registered, and nobody asked to be
 * left out. Where it is false the helper does the application's own work and nothing else.
 */
export function isTrackerOn(name: TrackerName): boolean {
  return isTelemetryActive() && !off.has(name);
}

/** Whether a tracker is switched on, for what runs by itself and not inside somebody's request. */
export function isTrackerEnabled(name: TrackerName): boolean {
  return !off.has(name);
}

/** Whether a metric or an event belongs to a tracker that is switched off. */
export function isSwitchedOff(name: string): boolean {
  if (off.size === 0) return false;
  const tracker = trackerOf(name);
  return tracker !== undefined && off.has(tracker);
}
