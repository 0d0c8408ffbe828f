import { reportTelemetryFailure } from '../../emit/guard.ts';
import { threshold } from '../../emit/thresholds.ts';
import { type ProcessThreshold, STAGE_SLOW_THRESHOLDS } from '../../registry/thresholds.ts';
import { contextJson } from '../context_json.ts';
import type { StageOptions } from './stage.ts';

// Options are the application's own objects, whose getters may throw: that is not to be the application's problem.

/**
 * From when on a stage counts as slow, in seconds: what the application says, else the threshold of the stage.
 *
 * @param name name by which signals know the stage
 */
export function slowAfter(name: string, options: StageOptions): number {
  const given = read(options, 'slowAfterSeconds');
  if (typeof given === 'number' && given > 0) return given;
  const byStage: Readonly<Record<string, ProcessThreshold>> = STAGE_SLOW_THRESHOLDS;
  return threshold(byStage[name] ?? STAGE_SLOW_THRESHOLDS.other);
}

/** What the application said about a stage, as redacted JSON; `undefined` where it said nothing. */
export function stageFailureContext(options: StageOptions): string | undefined {
  const about = read(options, 'context');
  return about === undefined ? undefined : contextJson(about);
}

function read(options: StageOptions, key: keyof StageOptions): unknown {
  try {
    return options?.[key];
  } catch (error) {
    reportTelemetryFailure('reading the options of a stage', error);
    return undefined;
  }
}
