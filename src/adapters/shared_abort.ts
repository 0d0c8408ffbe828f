const listeners = new WeakMap<AbortSignal, Set<(reason: unknown) => void>>();

/**
 * Calls back when a signal is aborted. All who wait for the same signal share one listener on it: Node looks through all of
 * a signal's listeners to add or remove one, which for many tasks with one signal would take time in its square.
 *
 * @returns stops it
 */
export function onAbort(signal: AbortSignal, callback: (reason: unknown) => void): () => void {
  let callbacks = listeners.get(signal);
  if (callbacks === undefined) {
    callbacks = new Set();
    listeners.set(signal, callbacks);
    const all = callbacks;
    signal.addEventListener(
      'abort',
      () => {
        for (const one of all) one(signal.reason);
        all.clear();
      },
      { once: true },
    );
  }
  callbacks.add(callback);
  const all = callbacks;
  return () => all.delete(callback);
}
