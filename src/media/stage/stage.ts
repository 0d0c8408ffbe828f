import { isTrackerOn } from '../../emit/trackers.ts';
import type { KnownStage } from '../../registry/stage.ts';
import type { Processed, Removed } from './amounts.ts';
import { stageNameOf } from './name.ts';
import { StageRun } from './run.ts';

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

type Work<T> = (stage: Stage) => T | Promise<T>;

/**
 * Runs `work` as one stage of media processing: `upload`, `analysis`, `preparation`, `merging`, `compression`,
 * `storage_upload`, `cleanup`, or one of the application's own. Resolves or rejects exactly as `work` does.
 *
 * A stage that runs for longer than its threshold is logged as slow while it still runs, and marked when it ends; one
 * that fails is told with what the host looked like at that moment.
 *
 * @param name    name of the stage
 * @param options threshold, context
 * @param work    the application's own work; what it throws is classified, recorded and thrown on
 * @returns what `work` gives back; rejects with a TypeError where `work` is no function
 */
export function stage<T>(name: StageName, work: Work<T>): Promise<T>;
export function stage<T>(name: StageName, options: StageOptions, work: Work<T>): Promise<T>;
export function stage<T>(
  name: StageName,
  optionsOrWork: StageOptions | Work<T>,
  maybeWork?: Work<T>,
): Promise<T> {
  const work = typeof optionsOrWork === 'function' ? optionsOrWork : maybeWork;
  if (typeof work !== 'function')
    return Promise.reject(new TypeError('stage(name, …) needs a function to run'));
  const run = isTrackerOn('stage')
    ? StageRun.start(name, typeof optionsOrWork === 'function' ? {} : optionsOrWork)
    : undefined;
  return run === undefined ? quietly(name, work) : observed(run, work);
}

async function observed<T>(run: StageRun, work: Work<T>): Promise<T> {
  let result: T;
  try {
    result = await run.inside(work);
  } catch (error) {
    run.threw(error);
    throw error;
  }
  run.returned();
  return result;
}

async function quietly<T>(name: StageName, work: Work<T>): Promise<T> {
  return work({ name: stageNameOf(name), processed() {}, removed() {}, failed() {} });
}
