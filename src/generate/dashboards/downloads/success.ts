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
import { sumBy } from '../../promql.ts';
import { PROMETHEUS } from '../datasources.ts';
import type { Line } from '../layout.ts';
import { panel } from '../panel.ts';
import { around, columns, graph, inRange } from '../queries.ts';
import { bars, dashed, lineGraph, table } from '../shapes.ts';
import { type Column, joined, styled, unit } from '../table_columns.ts';
import { decided, failed, successBy, successColours } from './measures.ts';
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
      panel(bars(), downloadAttempts, {
        id: ID.attemptsByOutcome,
        title: 'Attempts by outcome',
        whenEmpty: QUIET,
        datasource: PROMETHEUS,
        width: 24,
        height: 7,
        queries: [graph('A', sumBy([outcome], around(select(downloadAttempts))), `{{${outcome}}}`)],
      }),
    ],
  ];
}

function overTime(id: number, title: string, attribute: AttributeDefinition, legend: string) {
  const label = labelName(attribute.name);
  const builder = lineGraph()
    .min(0)
    .max(1)
    // Points as far apart as the alert's window is long: each is the share that the alert judged.
    .interval(`${thresholds.downloadWindowMinutes}m`)
    .thresholds(successColours())
    .thresholdsStyle(dashed());
  return panel(builder, downloadAttempts, {
    id,
    title,
    about: 'Share of those that did not fail. The dashed line is where the alert begins.',
    unit: 'percentunit',
    whenEmpty: QUIET,
    datasource: PROMETHEUS,
    width: 8,
    height: 8,
    queries: [graph('A', successBy([label], around), legend.replace('LABEL', label))],
  });
}

function inAll(id: number, title: string, heading: string, attribute: AttributeDefinition) {
  const label = labelName(attribute.name);
  const total = sumBy([label], inRange(decided));
  const shown: Column[] = [
    { field: label, title: heading },
    { field: 'Value #A', title: 'Attempts' },
    { field: 'Value #B', title: 'Failures' },
    {
      field: 'Value #C',
      title: 'Success rate',
      properties: [
        unit('percentunit'),
        { id: 'decimals', value: 1 },
        { id: 'thresholds', value: successColours().build() },
        { id: 'custom.cellOptions', value: { type: 'color-text' } },
      ],
    },
  ];
  return panel(
    styled(table('Attempts').decimals(0).transformations(joined(shown)), shown),
    downloadAttempts,
    {
      id,
      title,
      about: 'In the time shown; interrupted ones are not counted.',
      whenEmpty: QUIET,
      datasource: PROMETHEUS,
      width: 8,
      height: 6,
      queries: [
        columns('A', total),
        columns('B', `${sumBy([label], inRange(failed))} or 0 * ${total}`),
        columns('C', successBy([label], inRange)),
      ],
    },
  );
}
