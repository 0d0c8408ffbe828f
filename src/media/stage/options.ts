import { reportTelemetryFailure } from '../../emit/guard.ts';
import { threshold } from '../../emit/thresholds.ts';
import type { KnownStage } from '../../registry/stage.ts';
import { type ProcessThreshold, STAGE_SLOW_THRESHOLDS } from '../../registry/thresholds.ts';
import { contextJson } from '../context_json.ts';
import type { Processed, Removed } from './amounts.ts';

/**
 * Name of a stage: one of the seven, or a short word of the application's own. Of those there may be 20; what is beyond
 * goes by `other`.
 */
export type StageName = KnownStage | (string & {});

/** What is known of a stage when it begins. */
export interface StageOptions {
  /** From when on it counts as slow, in seconds. Default 300; `Infinity` for never. */
  slowAfterSeconds?: number;
  /** Anything that would explain a failure; leaves as JSON with it, redacted and cut. Read only if the stage fails. */
  context?: Readonly<Record<string, unknown>>;
}

/** A stage that is running. */
export interface Stage {
  /** Name by which its signals know it. */
  readonly name: string;
  /** Says what it has done. May be said in parts, which add up. */
  processed(what: Processed): void;
  /** Says what it has cleaned up. Counted at once. */
  removed(what: Removed): void;
  /** Says that it failed, for code that does not throw. */
  failed(error: unknown): void;
}

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
