import { cookiesAlerts } from './alerts/cookies.ts';
import type { AlertDefinition } from './alerts/define.ts';
import { downloadAlerts } from './alerts/downloads.ts';
import { healthAlerts } from './alerts/health.ts';
import { hostAlerts } from './alerts/host.ts';
import { jobAlerts } from './alerts/jobs.ts';
import { processingAlerts } from './alerts/processing.ts';
import { radioAlerts } from './alerts/radio.ts';
import { resilienceAlerts } from './alerts/resilience.ts';
import { telemetryAlerts } from './alerts/telemetry.ts';
import { trafficAlerts } from './alerts/traffic.ts';
import { type Thresholds, thresholds } from './thresholds.ts';

/**
 * Alerts, once, in the registry's terms: which series, against which threshold, over which window. Prometheus rules and
 * Grafana rules are generated from here; a number of its own none of them has.
 */

export type { AlertDefinition } from './alerts/define.ts';
export { downloadSuccessRateLow } from './alerts/downloads.ts';

/** Every alert under some thresholds, in the order in which rules are written. */
export function alertsUnder(given: Thresholds): readonly AlertDefinition[] {
  return [
    ...downloadAlerts(given),
    ...cookiesAlerts(given),
    ...processingAlerts(given),
    ...jobAlerts(given),
    ...resilienceAlerts(given),
    ...radioAlerts(given),
    ...hostAlerts(given),
    ...healthAlerts(given),
    ...trafficAlerts(given),
    ...telemetryAlerts(given),
  ];
}

/** Every alert, under the registry's thresholds. */
export const alerts: readonly AlertDefinition[] = alertsUnder(thresholds);
