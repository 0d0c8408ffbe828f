import { observeUpDown } from '../../emit/observed_metrics.ts';
import { downloadActive } from '../../registry/download.ts';

// Asked for at each export: adding to an instrument twice for every attempt would cost more than all else here.
let active = 0;
let observing = false;

/** Counts an attempt that has begun, until {@link attemptEnded} is called. */
export function attemptBegan(): void {
  active += 1;
  if (observing) return;
  observing = true;
  observeUpDown(downloadActive, (report) => report(active, {}));
}

/** An attempt has ended. */
export function attemptEnded(): void {
  active -= 1;
}
