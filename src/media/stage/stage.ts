import { isTrackerOn } from '../../emit/trackers.ts';
import { stageNameOf } from './name.ts';
import type { Stage, StageName, StageOptions } from './options.ts';
import { StageRun } from './run.ts';

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
