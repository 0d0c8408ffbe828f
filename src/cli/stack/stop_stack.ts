import { stopCompose } from './compose/compose.ts';
import { stopNative } from './native/native.ts';
import { type Environment, stateFolder } from './paths.ts';
import { type Progress, silent } from './progress.ts';
import { takeStackLock } from './stack_lock.ts';
import { purgeState, readState, removeStateFolder, writeState } from './state.ts';
import { stackStatus } from './status.ts';

const STOP_WAIT_MS = 30_000;

/**
 * Stops the stack, whatever state it is in: running, half dead, or left behind by a killed `up`.
 *
 * @param stateDir default: as of {@link startStack}
 * @param options.purge deletes data and logs too
 * @returns whether there was anything to stop
 */
export async function stopStack(
  stateDir?: string,
  options: { readonly purge?: boolean; readonly onProgress?: Progress; readonly env?: Environment } = {},
): Promise<boolean> {
  const { env = process.env, onProgress = silent } = options;
  const folder = stateFolder(stateDir, env);
  if (readState(folder) === undefined) return false;
  const lock = await takeStackLock(folder, { waitMs: STOP_WAIT_MS, onProgress });
  try {
    const stopped = await stopWhatRuns(folder, env, onProgress, options.purge);
    if (options.purge) purgeState(folder);
    return stopped;
  } finally {
    lock.release();
    if (options.purge) removeStateFolder(folder);
  }
}

/** Stops what is left of a stack that was not stopped, before a new one is started; the caller holds the lock. */
export async function cleanUp(folder: string, env: Environment, onProgress: Progress): Promise<void> {
  const state = readState(folder);
  if (state === undefined || state.phase === 'stopped') return;
  const { components } = await stackStatus(folder);
  const dead = components.filter((component) => component.state === 'dead').map(({ name }) => name);
  const why = dead.length > 0 ? `${dead.join(', ')} not running` : 'not ready';
  onProgress(`cleaning up after the last start (${why})`, false);
  await stopWhatRuns(folder, env, onProgress);
}

async function stopWhatRuns(
  folder: string,
  env: Environment,
  onProgress: Progress,
  volumes = false,
): Promise<boolean> {
  const state = readState(folder);
  if (state === undefined) return false;
  const stopped = state.phase !== 'stopped';
  if (state.engine === 'compose' && (stopped || volumes)) await stopCompose(state, { env, volumes });
  if (state.engine === 'native') await stopNative(state, onProgress);
  writeState(folder, { ...state, phase: 'stopped', processes: {} });
  return stopped;
}
