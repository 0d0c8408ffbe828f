import { OtelMediaError } from '../../errors.ts';
import { type Lock, LockHeld, takeLock } from './lock.ts';
import { type Progress, silent } from './progress.ts';
import { stateLock } from './state.ts';

/**
 * Makes this process the only one that starts or stops the stack of a state folder.
 *
 * @param options.waitMs how long to wait for another one, in milliseconds; default 0
 * @throws {OtelMediaError} `OTEL_MEDIA_STACK_BUSY`
 */
export async function takeStackLock(
  folder: string,
  options: { readonly waitMs?: number; readonly onProgress?: Progress } = {},
): Promise<Lock> {
  const { waitMs = 0, onProgress = silent } = options;
  try {
    return await takeLock(stateLock(folder), {
      waitMs,
      onWait: ({ pid }) =>
        onProgress(`waiting for process ${pid}, which is starting or stopping the stack`, false),
    });
  } catch (error) {
    if (!(error instanceof LockHeld)) throw error;
    const message = `process ${error.holder.pid} is starting or stopping this stack`;
    throw new OtelMediaError('OTEL_MEDIA_STACK_BUSY', message, {
      hint: 'wait until it is done, or stop that process',
    });
  }
}
