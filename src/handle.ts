import { failedItems } from './emit/export_results.ts';
import { interruptAll } from './emit/open_operations.ts';
import { saveCookiesMemory } from './media/cookies/memory.ts';
import { writeJournalNow } from './media/play/journal.ts';
import type { ResolvedOptions } from './options/defaults.ts';
import { deliveryLines, setEnding } from './pipeline/delivery.ts';
import { flushOnExit } from './pipeline/exit.ts';
import { sayGoodbye } from './pipeline/heartbeat.ts';
import type { Providers } from './pipeline/providers.ts';
import { withinBudget } from './pipeline/time_budget.ts';
import { warn } from './warn.ts';

/** What `init()` gives back. */
export interface OtelMedia {
  /**
   * Sends what is queued. Takes at most the shutdown time-out (5 s by default); never rejects.
   *
   * @returns whether all of it was sent in time
   */
  forceFlush(): Promise<boolean>;
  /**
   * Ends what is open as interrupted, sends what is queued and stops. Takes at most the shutdown time-out (5 s by
   * default); never rejects; does nothing the second time.
   *
   * @returns whether all of it was sent in time
   */
  shutdown(): Promise<boolean>;
}

/** What is stopped before the last of it is sent, and after. */
export interface Stops {
  readonly before: readonly (() => void)[];
  readonly after: readonly (() => void)[];
}

/** Makes the handle of telemetry that runs; from now on the end of the process waits for it, if it is set so. */
export function handle(options: ResolvedOptions, providers: Providers, stops: Stops): OtelMedia {
  const budgetMs = options.shutdownTimeoutSeconds * 1000;
  setEnding(false);
  let stopped: Promise<boolean> | undefined;
  const sent = async (work: () => Promise<void>) => {
    // The SDK's metric reader does not reject when its export fails.
    const failedBefore = failedItems();
    const inTime = await withinBudget([work(), saveCookiesMemory()], budgetMs);
    return inTime && failedItems() === failedBefore;
  };
  const forceFlush = () => sent(providers.forceFlush);
  const shutdown = () => {
    stopped ??= (async () => {
      unlisten();
      setEnding(true);
      sayGoodbye();
      interruptAll();
      for (const stop of stops.before) stop();
      const allSent = await sent(providers.shutdown);
      for (const stop of stops.after) stop();
      return allSent;
    })();
    return stopped;
  };
  const interrupt = () => {
    setEnding(true);
    interruptAll();
    writeJournalNow();
  };
  const flush = async () => {
    const linesBefore = deliveryLines();
    if ((await forceFlush()) || deliveryLines() > linesBefore) return;
    warn(`not everything could be sent within ${options.shutdownTimeoutSeconds} s before the end`);
  };
  const unlisten = options.flushOnExit ? flushOnExit({ goodbye: sayGoodbye, interrupt, flush }) : () => {};
  return { forceFlush, shutdown };
}
