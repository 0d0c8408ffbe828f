import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks until the answer will do, at most until a deadline. An error counts as an answer that will not.
 *
 * @param ask        what to ask
 * @param willDo     whether an answer is what was waited for
 * @param deadlineMs how long to go on
 * @returns the last answer, whether or not it would do, and the last error if that was the last thing heard
 */
export async function waitFor<T>(
  ask: () => Promise<T>,
  willDo: (answer: T) => boolean,
  deadlineMs: number,
  signal?: AbortSignal,
): Promise<{ found: boolean; answer?: T; error?: unknown; ms: number }> {
  const started = performance.now();
  let last: { answer?: T; error?: unknown } = {};
  for (;;) {
    try {
      const answer = await ask();
      last = { answer };
      if (willDo(answer)) return { found: true, ...last, ms: performance.now() - started };
    } catch (error) {
      last = { ...last, error };
    }
    if (signal?.aborted || performance.now() - started > deadlineMs) {
      return { found: false, ...last, ms: performance.now() - started };
    }
    await sleep(500, undefined, signal ? { signal } : {}).catch(() => {});
  }
}
