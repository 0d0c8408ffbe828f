import { sumBy } from '../../../alerts/promql.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import { select } from '../../../registry/selection.ts';
import {
  cleanupKind,
  cleanupRemoved,
  cleanupSize,
  stageDirection,
  stageDuration,
  stageFiles,
  stageSize,
} from '../../../registry/stage.ts';
import type { Line } from '../layout.ts';
import { barPanel, linePanel } from '../panels/simple_panels.ts';
import { quantile } from '../queries/percentiles.ts';
import { chosen, QUIET, STAGE } from './measures.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

const SIZE = { width: 6, height: 8 } as const;
const DIRECTION = labelName(stageDirection.name);

/** How much goes in and comes out, and how fast. */
export function amounts(): Line[] {
  const into = select(stageSize, { 'media.stage.direction': ['in'] });
  return [
    { heading: 'Amounts', id: ROWS.amounts },
    [
      barPanel(stageSize, {
        ...SIZE,
        id: ID.bytes,
        title: 'Bytes in and out',
        about: 'Added up.',
        whenEmpty: QUIET,
        curves: [
          [
            sumBy([STAGE, DIRECTION], chosen.around(select(stageSize), 'sum')),
            `{{${STAGE}}}, {{${DIRECTION}}}`,
          ],
        ],
      }),
      linePanel(stageSize, {
        ...SIZE,
        id: ID.throughput,
        title: 'Throughput by stage',
        about: 'Bytes that went in, by the time that the stages took.',
        unit: 'Bps',
        whenEmpty: QUIET,
        min: 0,
        interval: '5m',
        curves: [
          [
            `${sumBy([STAGE], chosen.around(into, 'sum'))} / (${sumBy([STAGE], chosen.around(select(stageDuration), 'sum'))} > 0)`,
            `{{${STAGE}}}`,
          ],
        ],
      }),
      linePanel(stageSize, {
        ...SIZE,
        id: ID.stageSize,
        title: 'Size of a stage’s input, median',
        whenEmpty: QUIET,
        min: 0,
        interval: '15m',
        curves: [[quantile(0.5, [STAGE], chosen.around(into, 'bucket')), `{{${STAGE}}}`]],
      }),
      barPanel(stageFiles, {
        ...SIZE,
        id: ID.files,
        title: 'Files by stage',
        whenEmpty: QUIET,
        curves: [[sumBy([STAGE], chosen.around(select(stageFiles))), `{{${STAGE}}}`]],
      }),
    ],
  ];
}

/** What was removed again. */
export function cleanup(): Line[] {
  const kind = labelName(cleanupKind.name);
  const whenEmpty = 'Nothing was removed in this time';
  return [
    { heading: 'Clean-up', id: ROWS.cleanup },
    [
      barPanel(cleanupRemoved, {
        id: ID.cleanupRemoved,
        title: 'Removed',
        whenEmpty,
        width: 12,
        height: 7,
        curves: [[sumBy([kind], chosen.around(select(cleanupRemoved))), `{{${kind}}}`]],
      }),
      barPanel(cleanupSize, {
        id: ID.cleanupSize,
        title: 'Bytes set free',
        whenEmpty,
        width: 12,
        height: 7,
        curves: [[sumBy([], chosen.around(select(cleanupSize))), 'bytes']],
      }),
    ],
  ];
}
