import { diag } from '@opentelemetry/api';

let reported = 0;
let warned = 0;
const MAX_REPORTS = 20;

/**
 * Says that telemetry itself failed, on OpenTelemetry's diagnostic channel: the application never hears of it. Stops
 * after a few, so that a failure in every call does not flood the log.
 *
 * @param what what was being done
 */
export function reportTelemetryFailure(what: string, error: unknown): void {
  if (reported >= MAX_REPORTS) return;
  reported += 1;
  try {
    const name = error instanceof Error ? error.name : typeof error;
    // The message is left out: it may carry what the redaction would have taken away.
    diag.warn(`otel-media: ${what} failed (${name}); the application goes on without it`);
  } catch {
    // A diagnostic logger that throws is the last thing to let through.
  }
}

/**
 * Says on OpenTelemetry's diagnostic channel that the application uses a helper in a way that has no effect. Stops after
 * a few.
 *
 * @param what what is wrong; nothing private
 */
export function warnOfMisuse(what: string): void {
  if (warned >= MAX_REPORTS) return;
  warned += 1;
  try {
    diag.warn(`otel-media: ${what}`);
  } catch {
    // As above.
  }
}
