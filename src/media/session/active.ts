import { performance } from 'node:perf_hooks';
import { observeGauge, observeUpDown } from '../../emit/observed_metrics.ts';
import { threshold } from '../../emit/thresholds.ts';
import { sessionActive, sessionAge, sessionsStuck } from '../../registry/session.ts';
import { Running } from '../running.ts';

/** A session as far as it is watched. */
export interface WatchedSession {
  readonly startedMs: number;
  /** From when on it counts as stuck, in seconds, if the application says. */
  readonly stuckAfterSeconds: number | undefined;
  /** Says that it is stuck, and for how long it has been running. */
  tellStuck(seconds: number): void;
}

const ALL = '';
const running = new Running<WatchedSession>([ALL]);
const told = new WeakSet<WatchedSession>();
let observing = false;

/** Watches a session until it ends: with every export it is counted, its age is told, and whether it is stuck (requirement M8). */
export function watchSession(session: WatchedSession): void {
  running.add(ALL, session);
  if (observing) return;
  observing = true;
  observeUpDown(sessionActive, (report) => {
    for (const [, count] of running.counts()) report(count, {});
  });
  observeGauge(sessionAge, (report) => {
    for (const [, seconds] of running.oldestSeconds()) report(seconds, {});
  });
  observeGauge(sessionsStuck, (report) => report(countStuck(), {}));
}

/** Stops watching a session that has ended. */
export function unwatchSession(session: WatchedSession): void {
  running.remove(ALL, session);
}

// Each is told once, by an event that names it; the number goes on being told.
function countStuck(): number {
  const now = performance.now();
  let stuck = 0;
  for (const session of running.all()) {
    const seconds = (now - session.startedMs) / 1000;
    if (!(seconds > (session.stuckAfterSeconds ?? threshold('sessionStuckSeconds')))) continue;
    stuck += 1;
    if (told.has(session)) continue;
    told.add(session);
    session.tellStuck(seconds);
  }
  return stuck;
}
