import type { MetricDefinition } from '../../../registry/define.ts';
import { jobPriority, jobRunDuration, jobWaitDuration } from '../../../registry/job.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import { select } from '../../../registry/selection.ts';
import type { Line } from '../layout.ts';
import { distribution } from '../panels/durations.ts';
import { linePanel } from '../panels/simple_panels.ts';
import { quantile } from '../queries/percentiles.ts';
import { chosen, QUIET, TYPE } from './measures.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

const SIZE = { width: 6, height: 8, whenEmpty: QUIET } as const;

/** How long jobs wait and run. */
export function durations(): Line[] {
  return [
    { heading: 'Waiting and running', id: ROWS.durations },
    [
      percentiles(ID.waitByPriority, 'Waiting by priority', jobWaitDuration, labelName(jobPriority.name)),
      spread(ID.waitHeatmap, 'Waiting, distribution', jobWaitDuration),
      percentiles(ID.runByType, 'Running by kind', jobRunDuration, TYPE),
      spread(ID.runHeatmap, 'Running, distribution', jobRunDuration),
    ],
  ];
}

function percentiles(id: number, title: string, metric: MetricDefinition, label: string) {
  const buckets = chosen.around(select(metric), 'bucket');
  return linePanel(metric, {
    ...SIZE,
    id,
    title,
    about: 'Median and 95th percentile.',
    min: 0,
    interval: '15m',
    curves: [
      [quantile(0.5, [label], buckets), `{{${label}}}, median`],
      [quantile(0.95, [label], buckets), `{{${label}}}, 95th percentile`],
    ],
  });
}

function spread(id: number, title: string, metric: MetricDefinition) {
  return distribution(chosen, metric, {
    ...SIZE,
    id,
    title,
    about: 'The brighter a cell, the more jobs took about that long.',
  });
}
