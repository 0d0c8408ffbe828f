import { playSilence, playStation, plays } from '../play.ts';
import { select } from '../selection.ts';
import type { Thresholds } from '../thresholds.ts';
import { type AlertDefinition, percent } from './define.ts';

/** What goes wrong with stations and what they play. */
export function radioAlerts(t: Thresholds): readonly AlertDefinition[] {
  const station = {
    group: 'radio',
    by: [playStation],
    holdMinutes: 0,
    noData: 'ok',
    dashboard: 'radio',
  } as const;
  return [
    {
      ...station,
      name: 'DeadAir',
      severity: 'critical',
      category: 'failure',
      condition: {
        kind: 'level',
        gauge: select(playSilence),
        // A station that one process plays is not silent, whatever the one before it said last.
        instances: 'min',
        is: 'above',
        limit: t.deadAirSeconds,
        windowMinutes: t.stationFreshMinutes,
      },
      keepMinutes: 0,
      executionError: 'keep',
      value: 'duration',
      summary: 'Dead air: {media.play.station} of {service} has been silent for {value}',
      description:
        `Station {media.play.station} plays nothing, and was not stopped on purpose. From ${t.deadAirSeconds} s on it is ` +
        'dead air. The dashboard shows what played last and how it ended.',
      panel: 'silenceNow',
    },
    {
      ...station,
      name: 'PlayErrors',
      severity: 'warning',
      category: 'failure',
      condition: {
        kind: 'share_above',
        part: select(plays, { 'media.play.has_errors': ['true'] }),
        whole: select(plays),
        wholeBy: [playStation],
        ratio: t.playErrorRatio,
        minimum: t.playErrorMinimum,
        windowMinutes: t.playErrorWindowMinutes,
      },
      keepMinutes: 0,
      executionError: 'error',
      value: 'ratio',
      summary: '{value} of the plays on {media.play.station} of {service} have errors',
      description:
        `Of the plays that ended on {media.play.station} in the last ${t.playErrorWindowMinutes} minutes {value} had ` +
        `errors; more than ${percent(t.playErrorRatio)} is too many. The dashboard tells which type of error and which ` +
        'tracks, and links each to its trace.',
      panel: 'errorRate',
    },
  ];
}
