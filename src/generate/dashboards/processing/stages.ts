import { sumBy } from '../../../alerts/promql.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import { select } from '../../../registry/selection.ts';
import {
  stageDuration,
  stageEnded,
  stageOutcome,
  stageSize,
  stages,
  stagesSlow,
} from '../../../registry/stage.ts';
import { thresholds } from '../../../registry/thresholds.ts';
import { eventLink } from '../explore.ts';
import type { Line } from '../layout.ts';
import { metricTable } from '../panels/metric_table.ts';
import { barPanel, linePanel } from '../panels/simple_panels.ts';
import { decimals, share, unit } from '../panels/table_columns.ts';
import { quantile } from '../queries/percentiles.ts';
import { chosen, decided, failed, QUIET, STAGE, successBy, successColours } from './measures.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

const OUTCOME = labelName(stageOutcome.name);

/** Each stage compared with the others, in all and over time. */
export function stagesCompared(): Line[] {
  return [{ heading: 'Stages', id: ROWS.stages }, [inAll()], [byOutcome(), byStage()]];
}

function inAll() {
  const total = sumBy([STAGE], chosen.inRange(decided));
  const buckets = chosen.inRange(select(stageDuration), 'bucket');
  const size = (direction: string) =>
    sumBy([STAGE], chosen.inRange(select(stageSize, { 'media.stage.direction': [direction] }), 'sum'));
  const slow = sumBy([STAGE], chosen.inRange(select(stagesSlow)));
  // A stage that runs still may have been slow already.
  const all = `(${total} or 0 * ${slow})`;
  const none = `or 0 * ${all}`;
  return metricTable(stages, {
    id: ID.stageTable,
    title: 'Stages compared',
    about: 'In the time shown; interrupted ones are not counted.',
    whenEmpty: QUIET,
    width: 24,
    height: 8,
    sortBy: 'Ended',
    decimals: 0,
    exprs: [
      all,
      `${sumBy([STAGE], chosen.inRange(failed))} ${none}`,
      successBy([STAGE], chosen.inRange),
      `${slow} ${none}`,
      quantile(0.5, [STAGE], buckets),
      quantile(0.95, [STAGE], buckets),
      `${size('in')} ${none}`,
      `${size('out')} ${none}`,
    ],
    columns: [
      { field: STAGE, title: 'Stage' },
      { field: 'Value #A', title: 'Ended' },
      { field: 'Value #B', title: 'Failed' },
      { field: 'Value #C', title: 'Success rate', properties: share(successColours()) },
      { field: 'Value #D', title: 'Slow' },
      { field: 'Value #E', title: 'Median', properties: [unit('s'), decimals(1)] },
      { field: 'Value #F', title: '95th percentile', properties: [unit('s'), decimals(1)] },
      { field: 'Value #G', title: 'Bytes in', properties: [unit('decbytes'), decimals(1)] },
      { field: 'Value #H', title: 'Bytes out', properties: [unit('decbytes'), decimals(1)] },
    ],
  });
}

function byOutcome() {
  return barPanel(stages, {
    id: ID.stagesByOutcome,
    title: 'Stages by outcome',
    meaning: stageOutcome,
    about: 'Click a bar for the stages in it.',
    whenEmpty: QUIET,
    width: 12,
    height: 8,
    links: [{ title: 'These stages', url: eventLink(stageEnded, [OUTCOME]) }],
    curves: [[sumBy([OUTCOME], chosen.around(select(stages))), `{{${OUTCOME}}}`]],
  });
}

function byStage() {
  return linePanel(stages, {
    id: ID.successByStage,
    title: 'Success rate by stage',
    about: 'Share of those that did not fail.',
    unit: 'percentunit',
    whenEmpty: QUIET,
    width: 12,
    height: 8,
    min: 0,
    max: 1,
    interval: `${thresholds.processingErrorWindowMinutes}m`,
    colours: successColours(),
    curves: [[successBy([STAGE], chosen.around), `{{${STAGE}}}`]],
  });
}
