import { counted } from '../../../alerts/counted.ts';
import { sumBy } from '../../../alerts/promql.ts';
import type { Line } from '../layout.ts';
import { metricTable } from '../panels/metric_table.ts';
import { barPanel } from '../panels/simple_panels.ts';
import { redactedLate } from '../queries/foreign_metrics.ts';
import { ofService, SERVICE } from './measures.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

const SIGNAL = 'otel_media_signal';
const FAMILY = 'otel_media_redaction_family';
const NONE = 'Nothing was left to mask in this time, as it should be';

/** What the processes should have masked and did not. */
export function redaction(): Line[] {
  const late = sumBy([...SERVICE, SIGNAL, FAMILY], counted(ofService(redactedLate), '$__range'));
  return [
    { heading: 'Redaction in the Collector', id: ROWS.redaction },
    [
      barPanel(redactedLate, {
        id: ID.lateByFamily,
        title: 'Redacted late, by what it was',
        about:
          'It was masked, and is in no store; but it left its process. A service without redaction sends here.',
        whenEmpty: NONE,
        width: 12,
        height: 8,
        curves: [
          [
            sumBy([SIGNAL, FAMILY], counted(ofService(redactedLate), '$__rate_interval')),
            `{{${SIGNAL}}} {{${FAMILY}}}`,
          ],
        ],
      }),
      metricTable(redactedLate, {
        id: ID.lateTable,
        title: 'Who sends what should have been masked',
        about: 'In the time shown.',
        whenEmpty: NONE,
        width: 12,
        height: 8,
        sortBy: 'Records',
        decimals: 0,
        exprs: [`${late} > 0`],
        columns: [
          { field: 'service_name', title: 'Service' },
          { field: 'deployment_environment_name', title: 'Environment' },
          { field: SIGNAL, title: 'Signal' },
          { field: FAMILY, title: 'What it was' },
          { field: 'Value', title: 'Records' },
        ],
      }),
    ],
  ];
}
