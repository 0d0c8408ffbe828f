import { sumBy } from '../../../alerts/promql.ts';
import { thresholds } from '../../../registry/thresholds.ts';
import type { Line } from '../layout.ts';
import { BAD, GOOD, steps } from '../panels/colours.ts';
import { barPanel, linePanel } from '../panels/simple_panels.ts';
import {
  accepted,
  cpuTime,
  enqueueFailed,
  heapMemory,
  inFlight,
  queueCapacity,
  queueSize,
  refused,
  residentMemory,
  sendFailed,
  sent,
  uptime,
} from '../queries/collector_metrics.ts';
import { ofCollector, overTime } from './measures.ts';
import { fullness } from './numbers.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

const NONE = 'No Collector told of itself in this time';
const QUARTER = { width: 6, height: 8, whenEmpty: NONE } as const;
const THIRD = { width: 8, height: 8, whenEmpty: NONE } as const;

/** What the Collector takes and hands on. */
export function inAndOut(): Line[] {
  return [
    { heading: 'Through the Collector', id: ROWS.collector },
    [
      barPanel(accepted.spans, {
        ...QUARTER,
        id: ID.accepted,
        title: 'Taken from senders',
        about: 'The same for log records and metric points.',
        curves: overTime(accepted, 'taken'),
      }),
      barPanel(sent.spans, {
        ...QUARTER,
        id: ID.sent,
        title: 'Handed to stores',
        about:
          'Spans to Tempo, log records to Loki, metric points to Prometheus; less than was taken is in the queues.',
        curves: overTime(sent, 'handed on'),
      }),
      barPanel(refused.spans, {
        ...QUARTER,
        id: ID.notTaken,
        title: 'Refused',
        about: 'The same for log records and metric points.',
        curves: overTime(refused, 'refused'),
      }),
      barPanel(sendFailed.spans, {
        ...QUARTER,
        id: ID.lost,
        title: 'Lost',
        about: 'With what full queues turned away; the same for log records and metric points.',
        curves: [...overTime(sendFailed, 'refused by the store'), ...overTime(enqueueFailed, 'without room')],
      }),
    ],
  ];
}

/** What waits in the Collector for stores. */
export function queues(): Line[] {
  const each = ['exporter', 'data_type'];
  const legend = '{{exporter}} {{data_type}}';
  return [
    { heading: 'Queues to the stores', id: ROWS.queues },
    [
      linePanel(queueSize, {
        ...THIRD,
        id: ID.queueBytes,
        title: 'Waiting for each store',
        about: 'It climbs while the store is away, and falls once it is back.',
        min: 0,
        curves: [[sumBy(each, ofCollector(queueSize)), legend]],
      }),
      linePanel(queueCapacity, {
        ...THIRD,
        id: ID.queueShare,
        title: 'How full each queue is',
        about: 'What waits, as a share of it. When it is full, the Collector refuses.',
        unit: 'percentunit',
        min: 0,
        colours: steps(GOOD, { from: thresholds.collectorQueueRatio, color: BAD }),
        curves: [[fullness(each), legend]],
      }),
      linePanel(inFlight, {
        ...THIRD,
        id: ID.inFlight,
        title: 'Requests to stores under way',
        min: 0,
        curves: [[sumBy(each, ofCollector(inFlight)), legend]],
      }),
    ],
  ];
}

/** The Collector as a process. */
export function collectorProcess(): Line[] {
  const one = '{{service_instance_id}}';
  return [
    { heading: 'The Collector itself', id: ROWS.collectorProcess },
    [
      linePanel(residentMemory, {
        ...THIRD,
        id: ID.collectorMemory,
        title: 'Memory of the Collector',
        about: 'Resident, and in use. It refuses when what is in use comes near its limit.',
        min: 0,
        curves: [
          [`max by (service_instance_id) (${ofCollector(residentMemory)})`, `resident ${one}`],
          [`max by (service_instance_id) (${ofCollector(heapMemory)})`, `in use ${one}`],
        ],
      }),
      linePanel(cpuTime, {
        ...THIRD,
        id: ID.collectorCpu,
        title: 'Processors used by the Collector',
        about: 'Seconds of it in each second: 1 is one processor.',
        unit: 'short',
        min: 0,
        curves: [[`sum by (service_instance_id) (rate(${ofCollector(cpuTime)}[$__rate_interval]))`, one]],
      }),
      linePanel(uptime, {
        ...THIRD,
        id: ID.collectorUptime,
        title: 'Uptime of the Collector',
        about:
          'A line that ends and another that begins at zero is a restart; what was in the queues is still there.',
        min: 0,
        curves: [[`max by (service_instance_id) (${ofCollector(uptime)})`, one]],
      }),
    ],
  ];
}
