import { threshold } from '../emit/thresholds.ts';
import { stageSlowSeconds } from '../registry/thresholds.ts';

let stageSlow: number | undefined;
let sessionStuck: number | undefined;
let cookiesStale: number | undefined;

/**
 * Sets from when on stages count as slow, sessions as stuck and cookies as stale, in seconds, where a call does not say.
 * What is left out is as the thresholds say. For `init()`.
 */
export function setTimeLimits(limits: {
  stageSlowAfterSeconds?: number;
  sessionStuckAfterSeconds?: number;
  cookiesStaleAfterSeconds?: number;
}): void {
  stageSlow = limits.stageSlowAfterSeconds;
  sessionStuck = limits.sessionStuckAfterSeconds;
  cookiesStale = limits.cookiesStaleAfterSeconds;
}

/** From when on a stage counts as slow, in seconds. */
export function stageSlowAfterSeconds(name: string): number {
  const byStage: Readonly<Record<string, number>> = stageSlowSeconds;
  return stageSlow ?? byStage[name] ?? stageSlowSeconds.other;
}

/** From when on a session that has not ended counts as stuck, in seconds. */
export function sessionStuckAfterSeconds(): number {
  return sessionStuck ?? threshold('sessionStuckSeconds');
}

/** From which age on cookies count as stale, in seconds. */
export function cookiesStaleAfterSeconds(): number {
  return cookiesStale ?? threshold('cookiesStaleSeconds');
}
