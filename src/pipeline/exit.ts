import { constants } from 'node:os';
import { endBy } from './uncaught_error.ts';

/** What is done when the process is about to end. */
export interface ExitActions {
  /** Notes that the end is meant: a signal, or nothing left to do. Not called for an error. Synchronous. */
  goodbye(): void;
  /** Ends what is open as interrupted. Synchronous. */
  interrupt(): void;
  /** Sends what is left, within its time budget. Never rejects. */
  flush(): Promise<void>;
}

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/**
 * Has SIGTERM, SIGINT, an uncaught error or an unhandled rejection wait until telemetry is sent, once. Then the signal
 * or the error takes its normal course: the process ends by the same signal, or by the same error, printed as Node
 * prints it, with exit code 1.
 *
 * An application that handles these itself keeps doing so, and decides when it ends: for a signal, its downloads may
 * still come to their own end, so they are not interrupted; what has ended is sent right away.
 *
 * @returns takes all of it back
 */
export function flushOnExit(actions: ExitActions): () => void {
  // Set once the process is on its way out by a signal or an error.
  let ending = false;
  let flushedBeforeExit = false;

  const signalListeners = new Map<string, () => void>();
  for (const signal of SIGNALS) {
    const listener = (): void => {
      actions.goodbye();
      if (process.listenerCount(signal) > 1) {
        void actions.flush();
        return;
      }
      // A second signal ends the process at once, as an impatient user wants.
      process.removeListener(signal, listener);
      ending = true;
      actions.interrupt();
      void actions.flush().finally(() => raise(signal));
    };
    signalListeners.set(signal, listener);
    process.on(signal, listener);
  }

  // An unhandled rejection arrives here too, in Node's default mode.
  const onUncaught = (error: unknown, origin: NodeJS.UncaughtExceptionOrigin): void => {
    if (process.listenerCount('uncaughtException') > 1) {
      void actions.flush();
      return;
    }
    // What goes wrong while the process waits to end would have come after its end.
    if (ending) return;
    ending = true;
    // With --unhandled-rejections=strict Node would go on to warn of a rejection that it takes for handled.
    const silence = (): void => {};
    if (origin === 'unhandledRejection') process.on('unhandledRejection', silence);
    actions.interrupt();
    void actions.flush().finally(() => {
      process.removeListener('uncaughtException', onUncaught);
      process.removeListener('unhandledRejection', silence);
      endBy(error, origin);
    });
  };
  process.on('uncaughtException', onUncaught);

  // Nothing is left to do, so what is open will never end by itself.
  const onBeforeExit = (): void => {
    // Flushing is work, after which this is called again.
    if (ending || flushedBeforeExit) return;
    flushedBeforeExit = true;
    actions.goodbye();
    actions.interrupt();
    void actions.flush();
  };
  process.on('beforeExit', onBeforeExit);

  return () => {
    for (const [signal, listener] of signalListeners) process.removeListener(signal, listener);
    process.removeListener('uncaughtException', onUncaught);
    process.removeListener('beforeExit', onBeforeExit);
  };
}

function raise(signal: (typeof SIGNALS)[number]): void {
  process.kill(process.pid, signal);
  // Where the signal does not end the process (process 1 of a container ignores what it does not handle), it ends
  // with the code that a shell gives for it.
  setTimeout(() => process.exit(128 + constants.signals[signal]), 100);
}
