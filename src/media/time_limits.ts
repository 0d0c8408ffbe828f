import { stageSlowSeconds, thresholds } from '../registry/thresholds.ts';

let stageSlow: number | undefined;
let sessionStuck: number = thresholds.sessionStuckSeconds;

/**
 * Sets from when on stages count as slow and sessions as stuck, in seconds, where a call does not say. For `init()`.
 *
 * @param limits `stageSlowAfterSeconds`: of every stage; left out, each has the threshold of the registry
 */
export function setTimeLimits(limits: {
  stageSlowAfterSeconds?: number;
  sessionStuckAfterSeconds: number;
}): void {
  stageSlow = limits.stageSlowAfterSeconds;
  sessionStuck = limits.sessionStuckAfterSeconds;
}

/** From when on a stage counts as slow, in seconds. */
export function stageSlowAfterSeconds(name: string): number {
  const byStage: Readonly<Record<string, number>> = stageSlowSeconds;
  return stageSlow ?? byStage[name] ?? stageSlowSeconds.other;
}

/** From when on a session that has not ended counts as stuck, in seconds. */
export function sessionStuckAfterSeconds(): number {
  return sessionStuck;
}
