import { counted } from '../../../alerts/counted.ts';
import { sumBy } from '../../../alerts/promql.ts';
import { select } from '../../../registry/selection.ts';
import {
  telemetryHeartbeat,
  telemetryItems,
  telemetryRedactionFailures,
} from '../../../registry/telemetry.ts';
import { thresholds } from '../../../registry/thresholds.ts';
import type { Line } from '../layout.ts';
import { BAD, GOOD, steps, WARN } from '../panels/colours.ts';
import { numberPanel } from '../panels/simple_panels.ts';
import { totalPanel } from '../panels/totals.ts';
import {
  broken,
  enqueueFailed,
  queueCapacity,
  queueSize,
  refused,
  sendFailed,
  uptime,
} from '../queries/collector_metrics.ts';
import { redactedLate } from '../queries/foreign_metrics.ts';
import { chosen, inAll, noneIsGood, ofCollector, ofService, silentServices } from './measures.ts';
import { PANELS as ID } from './panel_ids.ts';

/** Share of each queue of the Collector that is in use. */
export function fullness(labels: readonly string[]): string {
  const by = labels.join(', ');
  return `max by (${by}) (${ofCollector(queueSize)}) / max by (${by}) (${ofCollector(queueCapacity)})`;
}

/** The numbers that matter, on top: all of them are to be 0, and there is to be a Collector. */
export function numbers(): Line {
  const lost = select(telemetryItems, { 'media.telemetry.outcome': ['failed', 'dropped'] });
  return [
    numberPanel(telemetryHeartbeat, {
      id: ID.silent,
      title: 'Silent services',
      about: `Nothing heard for ${thresholds.telemetrySilentSeconds / 60} minutes, and no goodbye; of those heard of in the time shown.`,
      unit: 'short',
      width: 3,
      colours: noneIsGood(BAD),
      query: silentServices(),
    }),
    numberPanel(uptime, {
      id: ID.collectors,
      title: 'Collectors',
      about: 'How many tell of themselves; one that ended counts on for five minutes.',
      unit: 'short',
      width: 3,
      colours: steps(BAD, { from: 1, color: GOOD }),
      query: `count(${ofCollector(uptime)}) or vector(0)`,
    }),
    numberPanel(queueSize, {
      id: ID.queueFill,
      title: 'Fullest queue',
      about: 'As a share of what it may take: a store is away or too slow.',
      unit: 'percentunit',
      whenEmpty: 'no Collector',
      width: 3,
      decimals: 1,
      colours: steps(GOOD, { from: thresholds.collectorQueueRatio, color: BAD }),
      query: `max(${fullness(['exporter', 'data_type'])})`,
    }),
    numberPanel(refused.spans, {
      id: ID.refused,
      title: 'Refused',
      about: 'Of all signals, in the time shown. Not lost: senders try again.',
      width: 3,
      decimals: 0,
      colours: noneIsGood(),
      query: inAll(refused),
    }),
    numberPanel(sendFailed.spans, {
      id: ID.failed,
      title: 'Lost in the Collector',
      about:
        'Of all signals, in the time shown; with what full queues turned away and what could not be processed.',
      width: 3,
      decimals: 0,
      colours: noneIsGood(BAD),
      query: inAll(sendFailed, enqueueFailed, broken),
    }),
    totalPanel(chosen, lost, {
      id: ID.lostInProcess,
      title: 'Lost in processes',
      about: 'Those that failed or were dropped, in the time shown.',
      width: 3,
      colours: noneIsGood(BAD),
    }),
    numberPanel(redactedLate, {
      id: ID.redactedLate,
      title: 'Redacted late',
      about: 'In the time shown.',
      width: 3,
      decimals: 0,
      colours: noneIsGood(BAD),
      query: `${sumBy([], counted(ofService(redactedLate), '$__range'))} or vector(0)`,
    }),
    totalPanel(chosen, select(telemetryRedactionFailures), {
      id: ID.redactionFailures,
      title: 'Not redactable',
      about: 'In the time shown.',
      width: 3,
      colours: noneIsGood(WARN),
    }),
  ];
}
