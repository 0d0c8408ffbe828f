import {
  collectorQueueCapacity,
  collectorQueueSize,
  collectorRefused,
  collectorSendFailed,
  collectorUptime,
} from '../../src/registry/collector.ts';
import { prometheusName } from '../../src/registry/prometheus_name.ts';
import { DAY, type Life, SECOND } from './lives.ts';
import type { Series } from './open_metrics.ts';
import type { Random } from './random.ts';
import type { Exported, InCollector, Masked, Told } from './things.ts';

/** The Collector that everything went through. */
export function collectorUntil(end: number): Life {
  return { instance: 'b', id: 'collector-1', from: end - 91 * DAY, to: end + DAY, killed: false };
}

/** What processes handed over, and what they lost, now and then. */
export function exportedOf(occasions: readonly Told[], random: Random): Exported[] {
  return occasions.map(({ toldAt, toldBy }) => {
    const outcome = random.chance(0.05) ? (random.chance(0.5) ? 'failed' : 'dropped') : 'delivered';
    const signal = random.pick(['traces', 'metrics', 'logs']);
    return { toldAt, toldBy, signal, outcome, count: random.between(1, 40) };
  });
}

/** What the Collector refused or lost. */
export function inCollectorOf(occasions: readonly Told[], collector: Life, random: Random): InCollector[] {
  return occasions.map(({ toldAt }) => ({
    ...{ toldAt, toldBy: collector, count: random.between(1, 90) },
    what: random.pick(['refused', 'lost']),
    signal: random.pick(['spans', 'logs', 'metrics']),
  }));
}

/** What the Collector had to mask of what processes sent. */
export function maskedOf(occasions: readonly Told[], random: Random): Masked[] {
  return occasions.map(({ toldAt, toldBy }) => ({
    ...{ toldAt, toldBy, signal: random.pick(['traces', 'logs']) },
    family: random.pick(['cookie', 'token']),
  }));
}

/** The counter of what the Collector refused or lost of some signals. */
export function collectorCounter({ what, signal }: InCollector) {
  return (what === 'refused' ? collectorRefused : collectorSendFailed)[signal];
}

/** How large the queue of the Collector is, and how much of it was taken. */
export const QUEUE = { capacity: 1000, size: 250 };

/** The series that tell of the Collector itself. */
export function collectorSeries(collector: Life): Series[] {
  const one = { life: collector, labels: '', from: collector.from, isCounter: false };
  const queue = { ...one, labels: 'exporter="otlp_http/loki",data_type="logs"' };
  return [
    { ...one, name: prometheusName(collectorUptime), valueAt: (at) => (at - collector.from) / SECOND },
    { ...queue, name: prometheusName(collectorQueueCapacity), valueAt: () => QUEUE.capacity },
    { ...queue, name: prometheusName(collectorQueueSize), valueAt: () => QUEUE.size },
  ];
}
