import { sumBy } from '../../../alerts/promql.ts';
import type { AttributeDefinition } from '../../../registry/define.ts';
import {
  downloadAttempts,
  downloadClient,
  downloadCookiesUsed,
  downloadOutcome,
  downloadProxyUsed,
} from '../../../registry/download.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import { select } from '../../../registry/selection.ts';
import { thresholds } from '../../../registry/thresholds.ts';
import type { Line } from '../layout.ts';
import { metricTable } from '../panels/metric_table.ts';
import { barPanel, linePanel } from '../panels/simple_panels.ts';
import { share, width } from '../panels/table_columns.ts';
import { chosen, decided, failed, successBy, successColours } from './measures.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

const QUIET = 'No attempts in this time';

/** Which client, proxy and cookies work, over time and in all. */
export function success(): Line[] {
  const outcome = labelName(downloadOutcome.name);
  return [
    { heading: 'Success', id: ROWS.success },
    [
      overTime(ID.successByClient, 'Success rate by client', downloadClient, '{{LABEL}}'),
      overTime(ID.successByProxy, 'Success rate by proxy', downloadProxyUsed, 'proxy: {{LABEL}}'),
      overTime(ID.successByCookies, 'Success rate by cookies', downloadCookiesUsed, 'cookies: {{LABEL}}'),
    ],
    [
      inAll(ID.clientTable, 'Clients compared', 'Client', downloadClient),
      inAll(ID.proxyTable, 'With and without proxy', 'Proxy', downloadProxyUsed),
      inAll(ID.cookiesTable, 'With and without cookies', 'Cookies', downloadCookiesUsed),
    ],
    [
      barPanel(downloadAttempts, {
        id: ID.attemptsByOutcome,
        title: 'Attempts by outcome',
        meaning: downloadOutcome,
        whenEmpty: QUIET,
        width: 24,
        height: 7,
        curves: [[sumBy([outcome], chosen.around(select(downloadAttempts))), `{{${outcome}}}`]],
      }),
    ],
  ];
}

function overTime(id: number, title: string, attribute: AttributeDefinition, legend: string) {
  const label = labelName(attribute.name);
  return linePanel(downloadAttempts, {
    id,
    title,
    about: 'Share of those that did not fail. The dashed line is where the alert begins.',
    unit: 'percentunit',
    whenEmpty: QUIET,
    width: 8,
    height: 8,
    min: 0,
    max: 1,
    // Points as far apart as the alert's window is long: each is the share that the alert judged.
    interval: `${thresholds.downloadWindowMinutes}m`,
    colours: successColours(),
    curves: [[successBy([label], chosen.around), legend.replace('LABEL', label)]],
  });
}

function inAll(id: number, title: string, heading: string, attribute: AttributeDefinition) {
  const label = labelName(attribute.name);
  const total = sumBy([label], chosen.inRange(decided));
  return metricTable(downloadAttempts, {
    id,
    title,
    about: 'In the time shown; interrupted ones are not counted.',
    whenEmpty: QUIET,
    width: 8,
    height: 6,
    sortBy: 'Attempts',
    decimals: 0,
    exprs: [
      total,
      `${sumBy([label], chosen.inRange(failed))} or 0 * ${total}`,
      successBy([label], chosen.inRange),
    ],
    columns: [
      { field: label, title: heading },
      { field: 'Value #A', title: 'Attempts', properties: [width(90)] },
      { field: 'Value #B', title: 'Failures', properties: [width(90)] },
      { field: 'Value #C', title: 'Success rate', properties: [...share(successColours()), width(115)] },
    ],
  });
}
