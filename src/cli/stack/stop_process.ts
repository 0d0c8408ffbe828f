import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning, type ProcessIdentity, signalProcess } from '../../process_identity.ts';

const POLL_MS = 50;
const KILL_MS = 5000;

/**
 * Ends a process: SIGTERM, and SIGKILL if it is still there after the time.
 *
 * @param graceMs time to end by itself, in milliseconds
 * @returns whether it had to be killed
 */
export async function stopProcess(identity: ProcessIdentity, graceMs: number): Promise<boolean> {
  if (!signalProcess(identity, 'SIGTERM')) return false;
  if (await waitUntilGone(identity, graceMs)) return false;
  signalProcess(identity, 'SIGKILL');
  await waitUntilGone(identity, KILL_MS);
  return true;
}

/** Waits until a process has ended; false when it has not within the time, in milliseconds. */
export async function waitUntilGone(identity: ProcessIdentity, timeoutMs: number): Promise<boolean> {
  const until = Date.now() + timeoutMs;
  while (isRunning(identity)) {
    if (Date.now() >= until) return false;
    await sleep(POLL_MS);
  }
  return true;
}
