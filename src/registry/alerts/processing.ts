import { select } from '../selection.ts';
import { sessionsStuck } from '../session.ts';
import { stageName, stages, stagesSlow } from '../stage.ts';
import type { Thresholds } from '../thresholds.ts';
import { type AlertDefinition, hours, percent } from './define.ts';

/** What goes wrong with processing: stages and sessions. */
export function processingAlerts(t: Thresholds): readonly AlertDefinition[] {
  const processing = {
    group: 'processing',
    keepMinutes: 0,
    noData: 'ok',
    executionError: 'error',
    dashboard: 'processing',
  } as const;
  return [
    {
      ...processing,
      name: 'ProcessingFailures',
      severity: 'critical',
      category: 'failure',
      condition: {
        kind: 'success_ratio_below',
        failed: select(stages, { 'media.stage.outcome': ['failure'] }),
        counted: select(stages, { 'media.stage.outcome': ['success', 'failure'] }),
        ratio: 1 - t.processingErrorRatio,
        minimum: t.processingErrorMinimum,
        windowMinutes: t.processingErrorWindowMinutes,
      },
      by: [stageName],
      holdMinutes: 0,
      value: 'ratio',
      summary: 'Only {value} of the stages {media.stage.name} of {service} succeed',
      description:
        `Of the stages {media.stage.name} that ended in the last ${t.processingErrorWindowMinutes} minutes {value} ` +
        `succeeded: more than ${percent(t.processingErrorRatio)} failed. Interrupted ones are not counted. The ` +
        'dashboard tells by which type of error, and links failed stages to their traces.',
      panel: 'failuresByStage',
    },
    {
      ...processing,
      name: 'StageSlow',
      severity: 'warning',
      category: 'slow',
      condition: {
        kind: 'occurred',
        selections: { stages: select(stagesSlow) },
        windowMinutes: t.stageSlowWindowMinutes,
      },
      by: [stageName],
      holdMinutes: 0,
      value: 'count',
      summary: 'Stage {media.stage.name} of {service} is slow',
      description:
        `In the last ${t.stageSlowWindowMinutes} minutes {value} stage(s) {media.stage.name} took longer than their ` +
        'threshold, and may still run. The log line of each tells its file, how busy the host was, and its trace.',
      panel: 'slowByStage',
    },
    {
      ...processing,
      name: 'SessionsStuck',
      severity: 'warning',
      category: 'stuck',
      condition: {
        kind: 'level',
        gauge: select(sessionsStuck),
        instances: 'sum',
        is: 'above',
        limit: 0,
      },
      by: [],
      holdMinutes: 0,
      value: 'count',
      summary: '{value} session(s) of {service} are stuck',
      description:
        `{value} session(s) have been running for longer than they should (${hours(t.sessionStuckSeconds)} h unless set ` +
        'otherwise) and have not ended. They hold what they hold: disk, workers, the user who waits.',
      panel: 'sessionsStuck',
    },
  ];
}
