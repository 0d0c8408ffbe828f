import { counted } from '../../../alerts/counted.ts';
import { sumBy } from '../../../alerts/promql.ts';
import { NAMESPACE } from '../../../registry/namespace.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import { select } from '../../../registry/selection.ts';
import {
  telemetryHeartbeat,
  telemetryItems,
  telemetryOutcome,
  telemetryQueueCapacity,
  telemetryQueueSize,
  telemetryRedactionFailures,
  telemetrySignal,
} from '../../../registry/telemetry.ts';
import { thresholds } from '../../../registry/thresholds.ts';
import { LOKI } from '../datasources.ts';
import type { Line } from '../layout.ts';
import { BAD, GOOD, noneIsGood, steps } from '../panels/colours.ts';
import { metricTable } from '../panels/metric_table.ts';
import { panel } from '../panels/panel.ts';
import { bars } from '../panels/shapes.ts';
import { barPanel, linePanel } from '../panels/simple_panels.ts';
import { coloured, unit } from '../panels/table_columns.ts';
import { spanCalls } from '../queries/foreign_metrics.ts';
import { lines, SCOPE } from '../queries/queries.ts';
import { chosen, lastGoodbye, lastHeard, ofService, SERVICE } from './measures.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

const SIGNAL = labelName(telemetrySignal.name);
const OUTCOME = labelName(telemetryOutcome.name);
const QUIET = 'Nothing was heard of any service in this time';
const SIZE = { width: 6, height: 8, whenEmpty: QUIET } as const;

/** Who tells of itself, and what arrives of it in each store. */
export function services(): Line[] {
  return [
    { heading: 'Services', id: ROWS.services },
    [heard()],
    [silence(), spans(), logLines(), seriesHeld()],
  ];
}

function heard() {
  const delivered = (outcome: string) =>
    sumBy(SERVICE, chosen.inRange(select(telemetryItems, { 'media.telemetry.outcome': [outcome] })));
  const processes = `count by (${SERVICE.join(', ')}) (count by (${[...SERVICE, 'service_instance_id'].join(', ')}) (max_over_time(${chosen.filtered(select(telemetryHeartbeat))}[$__range])))`;
  const silent = steps(GOOD, { from: thresholds.telemetrySilentSeconds, color: BAD });
  return metricTable(telemetryHeartbeat, {
    id: ID.servicesTable,
    title: 'Services heard of',
    about:
      'In the time shown. One that is silent without a goodbye died, or cannot reach the Collector. Spans, log records and collections of metrics are counted.',
    unit: 'short',
    whenEmpty: QUIET,
    width: 24,
    height: 8,
    sortBy: 'Silent for',
    decimals: 0,
    exprs: [
      // In milliseconds, as Grafana has its dates.
      `1000 * ${lastHeard()}`,
      `time() - ${lastHeard()}`,
      `1000 * (${lastGoodbye()} > 0)`,
      processes,
      delivered('delivered'),
      delivered('failed'),
      delivered('dropped'),
    ],
    columns: [
      { field: 'service_name', title: 'Service' },
      { field: 'deployment_environment_name', title: 'Environment' },
      { field: 'Value #A', title: 'Last heard of', properties: [unit('dateTimeFromNow')] },
      { field: 'Value #B', title: 'Silent for', properties: [unit('s'), ...coloured(silent)] },
      { field: 'Value #C', title: 'Said goodbye', properties: [unit('dateTimeFromNow')] },
      { field: 'Value #D', title: 'Processes' },
      { field: 'Value #E', title: 'Delivered' },
      { field: 'Value #F', title: 'Failed', properties: coloured(noneIsGood(BAD)) },
      { field: 'Value #G', title: 'Dropped', properties: coloured(noneIsGood(BAD)) },
    ],
  });
}

function silence() {
  const beats = chosen.filtered(select(telemetryHeartbeat));
  return linePanel(telemetryHeartbeat, {
    ...SIZE,
    id: ID.silence,
    title: 'Time since each service was heard of',
    about: 'A line that climbs to five minutes and ends is a service that stopped.',
    unit: 's',
    min: 0,
    curves: [[`time() - max by (${SERVICE.join(', ')}) (${beats})`, '{{service_name}}']],
  });
}

function spans() {
  return barPanel(spanCalls, {
    ...SIZE,
    id: ID.arrivedSpans,
    title: 'Spans that arrived',
    curves: [
      [sumBy(['service_name'], counted(ofService(spanCalls), '$__rate_interval')), '{{service_name}}'],
    ],
  });
}

function logLines() {
  // Loki wants one matcher at least that nothing empty fits: those of the variables let everything through for "all".
  const found = ['service_name=~".+"', ...SCOPE].join(', ');
  const expr = `sum by (service_name) (count_over_time({${found}} [$__interval]))`;
  const query = lines('A', expr, 1000).legendFormat('{{service_name}}');
  return panel(bars(), telemetryItems, {
    ...SIZE,
    id: ID.arrivedLines,
    title: 'Log lines in Loki',
    about: 'Counted where they are stored.',
    datasource: LOKI,
    queries: [query],
  });
}

function seriesHeld() {
  return linePanel(telemetryItems, {
    ...SIZE,
    id: ID.series,
    title: 'Series in Prometheus',
    about: 'How many each service has now: a number that climbs without end is a label with too many values.',
    unit: 'short',
    min: 0,
    curves: [
      [`count by (service_name) ({__name__=~"${NAMESPACE}_.+",${SCOPE.join(',')}})`, '{{service_name}}'],
    ],
  });
}

/** What becomes of signals before they leave their processes. */
export function processes(): Line[] {
  const by = `service_name, ${SIGNAL}`;
  const share = `max by (${by}) (${chosen.filtered(select(telemetryQueueSize))}) / max by (${by}) (${chosen.filtered(select(telemetryQueueCapacity))} > 0)`;
  return [
    { heading: 'In the processes', id: ROWS.processes },
    [
      barPanel(telemetryItems, {
        id: ID.itemsByOutcome,
        title: 'What became of signals',
        meaning: telemetryOutcome,
        about: 'Failed and dropped ones are lost.',
        whenEmpty: QUIET,
        width: 10,
        height: 8,
        curves: [
          [sumBy([SIGNAL, OUTCOME], chosen.around(select(telemetryItems))), `{{${SIGNAL}}} {{${OUTCOME}}}`],
        ],
      }),
      linePanel(telemetryQueueSize, {
        id: ID.sdkQueues,
        title: 'Queues of the SDK',
        about: 'As a share of what they take. At 100 % signals are dropped.',
        unit: 'percentunit',
        whenEmpty: QUIET,
        width: 8,
        height: 8,
        min: 0,
        colours: noneIsGood(BAD),
        curves: [[share, `{{service_name}} {{${SIGNAL}}}`]],
      }),
      barPanel(telemetryRedactionFailures, {
        id: ID.redactionFailuresOverTime,
        title: 'What could not be redacted',
        whenEmpty: QUIET,
        width: 6,
        height: 8,
        curves: [
          [sumBy(['service_name'], chosen.around(select(telemetryRedactionFailures))), '{{service_name}}'],
        ],
      }),
    ],
  ];
}
