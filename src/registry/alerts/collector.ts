import {
  collectorDataType,
  collectorEnqueueFailed,
  collectorExporter,
  collectorQueueCapacity,
  collectorQueueSize,
  collectorRefused,
  collectorSendFailed,
  collectorUptime,
} from '../collector.ts';
import { select } from '../selection.ts';
import type { Thresholds } from '../thresholds.ts';
import { type AlertDefinition, minutes, percent } from './define.ts';

/** What goes wrong with the Collector. */
export function collectorAlerts(t: Thresholds): readonly AlertDefinition[] {
  const collector = {
    group: 'telemetry',
    category: 'telemetry',
    holdMinutes: 0,
    keepMinutes: 0,
    noData: 'ok',
    executionError: 'error',
    dashboard: 'telemetry',
  } as const;
  const since = `In the last ${t.telemetryWindowMinutes} minutes`;
  return [
    {
      ...collector,
      name: 'CollectorStopped',
      severity: 'critical',
      condition: {
        kind: 'series_missing',
        metric: collectorUptime,
        silentSeconds: t.telemetrySilentSeconds,
        memoryHours: t.telemetryMemoryHours,
      },
      by: [],
      // The one alert to which silence is the news: without a Collector nothing else would be heard of either.
      noData: 'alerting',
      executionError: 'alerting',
      value: 'duration',
      summary: 'The Collector has been silent for {value}',
      description:
        'The Collector tells Prometheus how it is every 15 s, past its own pipelines. It has not done so for {value}; ' +
        `more than ${minutes(t.telemetrySilentSeconds)} minutes is too long. Nothing that services send is stored ` +
        'meanwhile, and no other alert can fire.',
      panel: 'collectorUptime',
    },
    {
      ...collector,
      name: 'CollectorRefuses',
      severity: 'warning',
      condition: {
        kind: 'occurred',
        selections: {
          spans: select(collectorRefused.spans),
          logs: select(collectorRefused.logs),
          metrics: select(collectorRefused.metrics),
        },
        label: 'signal',
        windowMinutes: t.telemetryWindowMinutes,
      },
      by: [],
      value: 'count',
      summary: 'The Collector refuses {signal}',
      description:
        `${since} the Collector refused {value} {signal}, since its memory or a queue was full. Senders were told to try ` +
        'again; those that keep nothing on disk lose them.',
      panel: 'refused',
    },
    {
      ...collector,
      name: 'CollectorLoses',
      severity: 'critical',
      condition: {
        kind: 'occurred',
        selections: {
          'spans a store refused': select(collectorSendFailed.spans),
          'logs a store refused': select(collectorSendFailed.logs),
          'metrics a store refused': select(collectorSendFailed.metrics),
          'spans a full queue turned away': select(collectorEnqueueFailed.spans),
          'logs a full queue turned away': select(collectorEnqueueFailed.logs),
          'metrics a full queue turned away': select(collectorEnqueueFailed.metrics),
        },
        label: 'reason',
        windowMinutes: t.telemetryWindowMinutes,
      },
      by: [collectorExporter],
      value: 'count',
      summary: 'The Collector fails to send to {exporter}: {reason}',
      description:
        `${since} {value} {reason} did not get to {exporter}. What a store refuses for good is lost; what a full queue ` +
        'turns away is lost unless its sender tries again. A store that is merely away shows in CollectorQueueFills.',
      panel: 'failed',
    },
    {
      ...collector,
      name: 'CollectorQueueFills',
      severity: 'warning',
      condition: {
        kind: 'fills',
        used: select(collectorQueueSize),
        capacity: select(collectorQueueCapacity),
        ratio: t.collectorQueueRatio,
      },
      by: [collectorExporter, collectorDataType],
      value: 'ratio',
      summary: 'The queue of the Collector to {exporter} ({data_type}) is {value} full',
      description:
        `The store behind {exporter} takes less than arrives, or nothing: {value} of the queue is in use, where ` +
        `${percent(t.collectorQueueRatio)} is reason to look. Nothing is lost until it is full.`,
      panel: 'queueFill',
    },
  ];
}
