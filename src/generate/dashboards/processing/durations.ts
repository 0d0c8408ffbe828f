import { sumBy } from '../../../alerts/promql.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import { select } from '../../../registry/selection.ts';
import {
  stageDuration,
  stageDurationSeconds,
  stageName,
  stageSlowEvent,
  stageSpan,
  stagesSlow,
  stageThresholdSeconds,
} from '../../../registry/stage.ts';
import { thresholds } from '../../../registry/thresholds.ts';
import { sessionId } from '../../../registry/upstream.ts';
import { eventLink } from '../explore.ts';
import type { Line } from '../layout.ts';
import { GOOD, steps, WARN } from '../panels/colours.ts';
import { distribution, tracedDurations } from '../panels/durations.ts';
import { attributeColumn, eventTable } from '../panels/event_table.ts';
import { barPanel, linePanel } from '../panels/simple_panels.ts';
import { unfinishedTrace } from '../panels/trace_column.ts';
import { quantile } from '../queries/percentiles.ts';
import { chosen, OF_SESSION, QUIET, STAGE } from './measures.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

/** How long stages take, and which took too long. */
export function durations(): Line[] {
  return [
    { heading: 'Durations', id: ROWS.durations },
    [
      byStage(ID.durationMedian, 'Duration by stage, median', 0.5),
      byStage(ID.durationSlowest, 'Duration by stage, 95th percentile', 0.95),
    ],
    [traces(), spread()],
    [slow(), slowEvents()],
  ];
}

function byStage(id: number, title: string, share: number) {
  const buckets = chosen.around(select(stageDuration), 'bucket');
  return linePanel(stageDuration, {
    id,
    title,
    about: 'The dashed line is where a stage counts as slow, unless the application says otherwise.',
    whenEmpty: QUIET,
    width: 12,
    height: 8,
    min: 0,
    interval: '15m',
    colours: steps(GOOD, { from: thresholds.stageOtherSlowSeconds, color: WARN }),
    curves: [[quantile(share, [STAGE], buckets), `{{${STAGE}}}`]],
  });
}

// The names of these spans end in that of the stage.
function traces() {
  return tracedDurations(stageDuration, `span_name=~"${stageSpan.name} $stage"`, {
    id: ID.durationTraces,
    title: 'Duration, with traces',
    about: 'Percentiles over all stages chosen. Each dot is one stage: click it to open its trace.',
    whenEmpty: QUIET,
    width: 12,
    height: 8,
  });
}

function spread() {
  return distribution(chosen, stageDuration, {
    id: ID.durationHeatmap,
    title: 'Duration, distribution',
    about: 'The brighter a cell, the more stages took about that long.',
    whenEmpty: QUIET,
    width: 12,
    height: 8,
  });
}

function slow() {
  return barPanel(stagesSlow, {
    id: ID.slowByStage,
    title: 'Slow stages',
    about: 'Click a bar for the stages in it.',
    whenEmpty: 'No slow stages in this time',
    width: 10,
    height: 9,
    links: [{ title: 'These stages', url: eventLink(stageSlowEvent, [labelName(stageName.name)]) }],
    curves: [[sumBy([STAGE], chosen.around(select(stagesSlow))), `{{${STAGE}}}`]],
  });
}

function slowEvents() {
  return eventTable(stageSlowEvent, {
    id: ID.slowEvents,
    title: 'Last slow stages',
    about: 'Told while they run: their log lines are there at once, their traces when they have ended.',
    trace: unfinishedTrace(),
    whenEmpty: 'No slow stages in this time',
    width: 14,
    height: 9,
    conditions: `${chosen.ofLines(stageName)}${OF_SESSION}`,
    columns: [
      attributeColumn(stageName, 'Stage', 120),
      attributeColumn(stageDurationSeconds, 'Running for', 115),
      attributeColumn(stageThresholdSeconds, 'Slow from', 100),
      attributeColumn(sessionId, 'Session'),
    ],
  });
}
