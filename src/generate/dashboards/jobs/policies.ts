import { sumBy } from '../../../alerts/promql.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import {
  bulkheadName,
  bulkheadRejected,
  bulkheadSlot,
  bulkheadSlots,
  retryAttempts,
  retryCost,
  retryGivenUp,
  retryName,
  retryScheduled,
  retryWait,
  timeoutExceeded,
  timeoutName,
} from '../../../registry/resilience.ts';
import { select } from '../../../registry/selection.ts';
import { spanEventLink } from '../explore.ts';
import type { Line } from '../layout.ts';
import { barPanel, linePanel } from '../panels/simple_panels.ts';
import { quantile } from '../queries/percentiles.ts';
import { chosen } from './measures.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

const RETRY = labelName(retryName.name);
const TIMEOUT = labelName(timeoutName.name);
const BULKHEAD = labelName(bulkheadName.name);
const SLOT = labelName(bulkheadSlot.name);
const NO_RETRIES = 'No call was tried again in this time';
const SIZE = { width: 8, height: 7 } as const;

/** What calls are tried again, given up and turned away. */
export function policies(): Line[] {
  const wait = chosen.around(select(retryWait), 'bucket');
  return [
    { heading: 'Retries, time-outs and bulkheads of calls', id: ROWS.policies },
    [
      barPanel(retryAttempts, {
        ...SIZE,
        id: ID.callRetries,
        title: 'Retries, and calls given up',
        about: `Given up: ${retryGivenUp.brief} Click a bar for the traces.`,
        links: [{ title: 'Traces with these retries', url: spanEventLink(retryScheduled, retryName) }],
        whenEmpty: NO_RETRIES,
        curves: [
          [sumBy([RETRY], chosen.around(select(retryAttempts))), `{{${RETRY}}} tried again`],
          [sumBy([RETRY], chosen.around(select(retryGivenUp))), `{{${RETRY}}} given up`],
        ],
      }),
      barPanel(retryCost, {
        ...SIZE,
        id: ID.callRetryCost,
        title: 'What retries cost',
        whenEmpty: NO_RETRIES,
        curves: [[sumBy([RETRY], chosen.around(select(retryCost))), `{{${RETRY}}}`]],
      }),
      linePanel(retryWait, {
        ...SIZE,
        id: ID.callRetryWait,
        title: 'Wait before each retry',
        about: 'Median and 95th percentile.',
        whenEmpty: NO_RETRIES,
        min: 0,
        interval: '15m',
        curves: [
          [quantile(0.5, [RETRY], wait), `{{${RETRY}}}, median`],
          [quantile(0.95, [RETRY], wait), `{{${RETRY}}}, 95th percentile`],
        ],
      }),
    ],
    [
      barPanel(timeoutExceeded, {
        ...SIZE,
        id: ID.callTimeouts,
        title: 'Time-outs',
        whenEmpty: 'No call took too long in this time',
        curves: [[sumBy([TIMEOUT], chosen.around(select(timeoutExceeded))), `{{${TIMEOUT}}}`]],
      }),
      linePanel(bulkheadSlots, {
        ...SIZE,
        id: ID.bulkheadSlots,
        title: 'Free slots of bulkheads',
        whenEmpty: 'No bulkhead was told of in this time',
        min: 0,
        curves: [
          [
            `min by (service_name, ${BULKHEAD}, ${SLOT}) (${chosen.filtered(select(bulkheadSlots))})`,
            `{{service_name}} {{${BULKHEAD}}} {{${SLOT}}}`,
          ],
        ],
      }),
      barPanel(bulkheadRejected, {
        ...SIZE,
        id: ID.bulkheadRejected,
        title: 'Calls turned away by bulkheads',
        whenEmpty: 'No bulkhead was told of in this time',
        curves: [[sumBy([BULKHEAD], chosen.around(select(bulkheadRejected))), `{{${BULKHEAD}}}`]],
      }),
    ],
  ];
}
