import { counted } from '../../../alerts/counted.ts';
import { series, successRatio, sumBy } from '../../../alerts/promql.ts';
import { downloadAttempts } from '../../../registry/download.ts';
import { jobRuns } from '../../../registry/job.ts';
import { plays } from '../../../registry/play.ts';
import { type Selection, select } from '../../../registry/selection.ts';
import { stages } from '../../../registry/stage.ts';
import { thresholds } from '../../../registry/thresholds.ts';
import type { DashboardKey } from '../dashboard_uids.ts';
import { SCOPE } from '../queries/queries.ts';

/** What should be so of a share of everything done: the rest of it is the error budget. */
export interface Objective {
  readonly name: string;
  readonly panel: 'downloads' | 'plays' | 'processing' | 'jobs';
  /** Title of its number on top. */
  readonly title: string;
  /** Where to look next. */
  readonly dashboard: DashboardKey;
  readonly failed: Selection;
  readonly decided: Selection;
  readonly ratio: number;
}

// What was interrupted counts neither way: it says nothing about what was done.
export const OBJECTIVES: readonly Objective[] = [
  {
    name: 'Downloads',
    panel: 'downloads',
    title: 'Downloads that succeed',
    dashboard: 'downloads',
    failed: select(downloadAttempts, { 'media.download.outcome': ['failure'] }),
    decided: select(downloadAttempts, { 'media.download.outcome': ['success', 'failure'] }),
    ratio: thresholds.downloadObjectiveRatio,
  },
  {
    name: 'Plays',
    panel: 'plays',
    title: 'Plays without errors',
    dashboard: 'radio',
    failed: select(plays, { 'media.play.has_errors': ['true'] }),
    decided: select(plays),
    ratio: 1 - thresholds.playErrorRatio,
  },
  {
    name: 'Processing',
    panel: 'processing',
    title: 'Stages that succeed',
    dashboard: 'processing',
    failed: select(stages, { 'media.stage.outcome': ['failure'] }),
    decided: select(stages, { 'media.stage.outcome': ['success', 'failure'] }),
    ratio: 1 - thresholds.processingErrorRatio,
  },
  {
    name: 'Jobs',
    panel: 'jobs',
    title: 'Jobs that succeed',
    dashboard: 'jobs',
    failed: select(jobRuns, { 'media.job.state': ['failed'] }),
    decided: select(jobRuns, { 'media.job.state': ['completed', 'failed'] }),
    ratio: thresholds.downloadSuccessRatio,
  },
];

/** How much was counted within a window, of the services chosen. */
function total(selection: Selection, window: string): string {
  return sumBy([], counted(series(selection, SCOPE), window));
}

/** Share of what went well. */
export function success({ failed, decided }: Objective, window: string): string {
  return successRatio(total(failed, window), total(decided, window));
}

/** How many times as fast as it may the error budget is used up: 1 uses up all of it in the time that it is for. */
export function burnRate(objective: Objective, window: string): string {
  return `(1 - (${success(objective, window)})) / ${budget(objective)}`;
}

/** Share of everything that may fail. */
export function budget({ ratio }: Objective): number {
  return Number((1 - ratio).toFixed(6));
}
