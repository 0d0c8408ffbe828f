import { redactionFamily, redactionLate } from '../collector.ts';
import { select } from '../selection.ts';
import { telemetryHeartbeat, telemetryItems, telemetrySignal, telemetryStopped } from '../telemetry.ts';
import type { Thresholds } from '../thresholds.ts';
import { collectorAlerts } from './collector.ts';
import { type AlertDefinition, minutes } from './define.ts';

/** What goes wrong with telemetry itself. */
export function telemetryAlerts(t: Thresholds): readonly AlertDefinition[] {
  const telemetry = {
    group: 'telemetry',
    holdMinutes: 0,
    keepMinutes: 0,
    noData: 'ok',
    executionError: 'error',
    dashboard: 'telemetry',
  } as const;
  return [
    {
      ...telemetry,
      name: 'TelemetryStopped',
      severity: 'critical',
      category: 'telemetry',
      condition: {
        kind: 'heartbeat_missing',
        heartbeat: telemetryHeartbeat,
        goodbye: telemetryStopped,
        silentSeconds: t.telemetrySilentSeconds,
        memoryHours: t.telemetryMemoryHours,
      },
      by: [],
      // Whoever cannot be asked whether a service lives must not be taken for a yes.
      executionError: 'alerting',
      value: 'duration',
      summary: '{service} has been silent for {value}, without having said goodbye',
      description:
        `No process of {service} was heard of for {value}; more than ${minutes(t.telemetrySilentSeconds)} minutes is too ` +
        'long, and the last one did not end on purpose. It was killed or crashed, hangs, or cannot reach the Collector. ' +
        `All its other alerts are blind meanwhile. This one goes on for ${t.telemetryMemoryHours} hours.`,
      panel: 'silent',
    },
    {
      ...telemetry,
      name: 'TelemetryLost',
      severity: 'warning',
      category: 'telemetry',
      condition: {
        kind: 'occurred',
        // Of metrics nothing is lost: the next export has all that the one that failed had.
        selections: {
          items: select(telemetryItems, {
            'media.telemetry.signal': ['traces', 'logs'],
            'media.telemetry.outcome': ['failed', 'dropped'],
          }),
        },
        windowMinutes: t.telemetryWindowMinutes,
      },
      by: [telemetrySignal],
      value: 'count',
      summary: '{service} loses {media.telemetry.signal}',
      description:
        `In the last ${t.telemetryWindowMinutes} minutes {value} spans or log records ({media.telemetry.signal}) were lost ` +
        'in the process: their export failed, or the queue had no room for them. What is counted is right; traces and ' +
        'log lines of that time have holes.',
      panel: 'lostInProcess',
    },
    ...collectorAlerts(t),
    {
      ...telemetry,
      name: 'SecretsRedactedLate',
      severity: 'critical',
      category: 'privacy',
      condition: {
        kind: 'occurred',
        selections: { records: select(redactionLate) },
        windowMinutes: t.telemetryWindowMinutes,
      },
      by: [redactionFamily],
      value: 'count',
      summary: 'The Collector had to mask what {service} sent: {otel_media.redaction.family}',
      description:
        `In the last ${t.telemetryWindowMinutes} minutes the Collector masked something in {value} record(s) of {service} ` +
        '({otel_media.redaction.family}) that should have been masked before it left the process. It was not stored; but it crossed the network, and ' +
        'what is not recognised there either is stored.',
      panel: 'redactedLate',
    },
  ];
}
