import { exportResults } from '../emit/export_results.ts';
import { observeCounter, observeGauge } from '../emit/observed_metrics.ts';
import {
  TELEMETRY_OUTCOMES,
  TELEMETRY_SIGNALS,
  telemetryHeartbeat,
  telemetryItems,
  telemetryStarted,
  telemetryStopped,
} from '../registry/telemetry.ts';

let endsOnPurpose = false;
let beating = false;
let lastBeatSeconds = 0;

/**
 * Has every export tell that this process is alive, and what became of earlier ones. A series that is pushed does not end
 * when its process does, so nobody could tell one that died from one that was stopped: the time of the last beat and
 * the time of the goodbye are values, which can be compared for as long as they are kept.
 */
export function startHeartbeat(): void {
  if (beating) return;
  beating = true;
  // The beat stands still from the goodbye on, so that the goodbye is the newer of the two.
  observeGauge(telemetryHeartbeat, (report) => {
    if (!endsOnPurpose || lastBeatSeconds === 0) lastBeatSeconds = Date.now() / 1000;
    report(lastBeatSeconds, {});
  });
  const startedSeconds = Date.now() / 1000 - process.uptime();
  observeGauge(telemetryStarted, (report) => report(startedSeconds, {}));
  observeGauge(telemetryStopped, (report) => report(endsOnPurpose ? Date.now() / 1000 : 0, {}));
  observeCounter(telemetryItems, (report) => {
    const results = exportResults();
    for (const signal of TELEMETRY_SIGNALS) {
      for (const outcome of TELEMETRY_OUTCOMES) {
        report(results.get(signal)?.[outcome] ?? 0, {
          'media.telemetry.signal': signal,
          'media.telemetry.outcome': outcome,
        });
      }
    }
  });
}

/** Notes that this process ends because it is meant to. What is exported from now on says so. */
export function sayGoodbye(): void {
  endsOnPurpose = true;
}
