import { downloadAttempts } from '../download.ts';
import { select } from '../selection.ts';
import { type Thresholds, thresholds } from '../thresholds.ts';
import { type AlertDefinition, percent } from './define.ts';
import { downloadFailureAlerts } from './download_failures.ts';

// Not "everything but success": an attempt that was interrupted says nothing about the site or the downloader.
const failed = select(downloadAttempts, { 'media.download.outcome': ['failure'] });
const counted = select(downloadAttempts, { 'media.download.outcome': ['success', 'failure'] });

const download = {
  group: 'downloads',
  keepMinutes: 0,
  noData: 'ok',
  executionError: 'error',
  dashboard: 'downloads',
} as const;

function successRateLow(t: Thresholds) {
  return {
    ...download,
    name: 'DownloadSuccessRateLow',
    // One in ten that fails is for the morning; what uses up the budget in days is not.
    severity: 'warning',
    category: 'failure',
    condition: {
      kind: 'success_ratio_below',
      failed,
      counted,
      ratio: t.downloadSuccessRatio,
      minimum: t.downloadMinimumAttempts,
      windowMinutes: t.downloadWindowMinutes,
    },
    by: [],
    holdMinutes: t.holdMinutes,
    summary: 'Only {value} of the downloads of {service} succeed',
    description:
      `Over the last ${t.downloadWindowMinutes} minutes {value} of the attempts to download succeeded, ` +
      `where ${percent(t.downloadSuccessRatio)} is the least there should be. It has been so for at least ` +
      `${t.holdMinutes} minutes. Interrupted attempts are not counted. ` +
      'The dashboard tells which client, proxy and type of error it is, and links failed attempts to their traces.',
    value: 'ratio',
    panel: 'successRate',
  } as const satisfies AlertDefinition;
}

function budgetBurns(t: Thresholds, pace: 'Fast' | 'Slow'): AlertDefinition {
  const fast = pace === 'Fast';
  const long = fast ? t.budgetFastLongMinutes : t.budgetSlowLongMinutes;
  const short = fast ? t.budgetFastShortMinutes : t.budgetSlowShortMinutes;
  const burnRate = fast ? t.budgetFastBurnRate : t.budgetSlowBurnRate;
  return {
    ...download,
    name: `DownloadBudgetBurns${pace}`,
    severity: fast ? 'critical' : 'warning',
    category: 'failure',
    condition: {
      kind: 'budget_burns',
      failed,
      counted,
      objective: t.downloadObjectiveRatio,
      burnRate,
      minimum: t.downloadMinimumAttempts,
      shortMinutes: short,
      windowMinutes: long,
    },
    by: [],
    // The two windows are the hold.
    holdMinutes: 0,
    summary: '{value} of the downloads of {service} fail: the error budget goes fast',
    description:
      `{value} of the attempts of the last ${short} minutes failed, and as many of the last ${long}. The objective is ` +
      `that ${percent(t.downloadObjectiveRatio)} succeed over 30 days; what may fail is used up ${burnRate} times as ` +
      'fast as that allows, or faster. The dashboard tells what fails, and since when.',
    value: 'ratio',
    panel: 'successRate',
  };
}

/** The alert on the success rate, which dashboards take their selections and colours from. */
export const downloadSuccessRateLow = successRateLow(thresholds);

/** What goes wrong with downloads. */
export function downloadAlerts(t: Thresholds): readonly AlertDefinition[] {
  return [successRateLow(t), budgetBurns(t, 'Fast'), budgetBurns(t, 'Slow'), ...downloadFailureAlerts(t)];
}
