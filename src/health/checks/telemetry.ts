import { exportResults } from '../../emit/export_results.ts';
import { threshold } from '../../emit/thresholds.ts';
import { redactionFailures } from '../../redact/failure_count.ts';
import type { HealthCheck, HealthFinding } from '../finding.ts';

/**
 * Looks at telemetry itself: whether its exports fail, whether it had to drop signals or could not redact one, since
 * the look before. Never critical: the application works without it.
 */
export function telemetryCheck(): HealthCheck {
  let droppedBefore = 0;
  let unreadableBefore = redactionFailures();
  return (): HealthFinding => {
    let dropped = 0;
    let failed = 0;
    const failing: string[] = [];
    for (const [signal, one] of exportResults()) {
      dropped += one.dropped;
      failed += one.failed;
      if (one.failedInARow >= threshold('healthFailedExports')) failing.push(signal);
    }
    const newlyDropped = dropped - droppedBefore;
    droppedBefore = dropped;
    const unreadable = redactionFailures() - unreadableBefore;
    unreadableBefore += unreadable;
    const wrong = [
      failing.length > 0 && `exports fail: ${failing.join(', ')}`,
      newlyDropped > 0 && `${newlyDropped} signals dropped for want of room`,
      unreadable > 0 && `${unreadable} signals replaced, since they could not be redacted`,
    ].filter((one) => one !== false);
    return {
      status: wrong.length > 0 ? 'degraded' : 'ok',
      ...(wrong.length > 0 && { message: wrong.join('; ') }),
      facts: { failed_items: failed, dropped_items: dropped },
    };
  };
}
