import {
  type CookiesState,
  cookiesFileName,
  cookiesResults,
  cookiesState,
  cookiesStatus,
} from './cookies.ts';
import type { AttributeDefinition, MetricDefinition } from './define.ts';
import { downloadAttempts } from './download.ts';
import { type Selection, select } from './selection.ts';
import { thresholds } from './thresholds.ts';

/**
 * Alerts, once, in the registry's terms: which series, against which threshold, over which window. Prometheus rules and
 * Grafana rules are generated from here; a number of its own none of them has.
 */

/** Resource attributes that say which service it is; every alert is about one service in one environment. */
export const SERVICE_IDENTITY = ['service.namespace', 'service.name', 'deployment.environment.name'] as const;

/** How soon somebody must look: never, within a day, now. */
type Severity = 'info' | 'warning' | 'critical';

/** Fires while the share of `counted` that is not in `failed` is below `ratio`, given enough of them. */
export interface SuccessRatioBelow {
  readonly kind: 'success_ratio_below';
  readonly failed: Selection;
  readonly counted: Selection;
  readonly ratio: number;
  readonly minimum: number;
  readonly windowMinutes: number;
}

/**
 * Fires while the newest state known of something is one of `states`. `gauge` is 1 for the state it is in. What a process
 * said last counts for `windowMinutes` after its end, unless another process has said something newer.
 */
export interface NewestStateIs {
  readonly kind: 'newest_state_is';
  readonly gauge: MetricDefinition;
  readonly state: AttributeDefinition;
  readonly states: readonly string[];
  readonly windowMinutes: number;
}

/** Fires while anything at all was counted within the window. */
interface Occurred {
  readonly kind: 'occurred';
  readonly selection: Selection;
  readonly windowMinutes: number;
}

export type Condition = SuccessRatioBelow | NewestStateIs | Occurred;

export interface AlertDefinition {
  /** Also the name of its runbook, `grafana/runbooks/<name>.md`. */
  readonly name: string;
  readonly group: 'downloads' | 'cookies';
  readonly severity: Severity;
  readonly condition: Condition;
  /** What it is kept apart by, besides the service. */
  readonly by: readonly AttributeDefinition[];
  /** How long the condition must hold first; 0 for facts that do not flutter. */
  readonly holdMinutes: number;
  /** How long it goes on once the condition is over, so that a change from bad to worse is no all-clear. */
  readonly keepMinutes: number;
  /**
   * What silence means, for every rule. `ok`: nothing was done, so nothing is wrong (a ratio without traffic).
   * That telemetry itself has stopped is for an alert of its own to say.
   */
  readonly noData: 'ok';
  /** What a query that fails means. `error`: an alert about the query, which is not the alert itself. */
  readonly executionError: 'error';
  /** What happened and where, in one line. `{value}`, `{service}` and `{name.of.attribute}` are filled in. */
  readonly summary: string;
  /** What it means, since when and what next. Takes the same. */
  readonly description: string;
  /** How `{value}` reads. */
  readonly value: 'ratio' | 'count';
  readonly dashboard: 'downloads';
  /** Panel that shows it, by its key in the dashboard. */
  readonly panel: 'successRate' | 'cookiesTimeline' | 'cookiesResults';
}

const UNUSABLE: readonly CookiesState[] = [
  'rejected',
  'expired',
  'no_auth',
  'empty',
  'invalid',
  'unreadable',
  'missing',
];

const percent = (ratio: number): string => `${Math.round(ratio * 100)} %`;

export const downloadSuccessRateLow = {
  name: 'DownloadSuccessRateLow',
  group: 'downloads',
  severity: 'critical',
  condition: {
    kind: 'success_ratio_below',
    // Not "everything but success": an attempt that was interrupted says nothing about the site or the downloader.
    failed: select(downloadAttempts, { 'media.download.outcome': ['failure'] }),
    counted: select(downloadAttempts, { 'media.download.outcome': ['success', 'failure'] }),
    ratio: thresholds.downloadSuccessRatio,
    minimum: thresholds.downloadMinimumAttempts,
    windowMinutes: thresholds.downloadWindowMinutes,
  },
  by: [],
  holdMinutes: thresholds.holdMinutes,
  keepMinutes: 0,
  noData: 'ok',
  executionError: 'error',
  summary: 'Only {value} of the downloads of {service} succeed',
  description:
    `Over the last ${thresholds.downloadWindowMinutes} minutes {value} of the attempts to download succeeded, ` +
    `where ${percent(thresholds.downloadSuccessRatio)} is the least there should be. It has been so for at least ` +
    `${thresholds.holdMinutes} minutes. Interrupted attempts are not counted. ` +
    'The dashboard tells which client, proxy and type of error it is, and links failed attempts to their traces.',
  value: 'ratio',
  dashboard: 'downloads',
  panel: 'successRate',
} as const satisfies AlertDefinition;

const cookiesFile = {
  group: 'cookies',
  by: [cookiesFileName],
  // A file is what it is: it does not become fresh by waiting, and a short batch is over before any hold is.
  holdMinutes: 0,
  keepMinutes: thresholds.holdMinutes,
  noData: 'ok',
  executionError: 'error',
  value: 'count',
  dashboard: 'downloads',
  panel: 'cookiesTimeline',
} as const;

const cookiesStale = {
  ...cookiesFile,
  name: 'CookiesStale',
  severity: 'warning',
  condition: {
    kind: 'newest_state_is',
    gauge: cookiesStatus,
    state: cookiesState,
    states: ['stale'],
    windowMinutes: thresholds.cookiesRejectedWindowMinutes,
  },
  summary: 'Cookie file {media.cookies.file_name} of {service} is stale',
  description:
    'When {media.cookies.file_name} was looked at last it was older than its threshold ' +
    `(${thresholds.cookiesStaleSeconds / 3600} h unless set otherwise). Downloads may still work; export the ` +
    'cookies again before they stop doing so. The dashboard shows since when, and when the login in it expires.',
} as const satisfies AlertDefinition;

const cookiesUnusable = {
  ...cookiesFile,
  name: 'CookiesUnusable',
  severity: 'critical',
  condition: {
    kind: 'newest_state_is',
    gauge: cookiesStatus,
    state: cookiesState,
    states: UNUSABLE,
    windowMinutes: thresholds.cookiesRejectedWindowMinutes,
  },
  summary: 'Cookie file {media.cookies.file_name} of {service} is of no use: {media.cookies.state}',
  description:
    'When {media.cookies.file_name} was looked at last it was found {media.cookies.state}: the site treats downloads ' +
    'with it like those of a stranger. Put a file with valid cookies in its place. The dashboard shows since when.',
} as const satisfies AlertDefinition;

const cookiesRejected = {
  name: 'CookiesRejected',
  group: 'cookies',
  severity: 'critical',
  condition: {
    kind: 'occurred',
    selection: select(cookiesResults, { 'media.cookies.result': ['rejected'] }),
    windowMinutes: thresholds.cookiesRejectedWindowMinutes,
  },
  by: [],
  // One is enough: the site has said it.
  holdMinutes: 0,
  keepMinutes: 0,
  noData: 'ok',
  executionError: 'error',
  summary: 'The site turns down the cookies of {service}',
  description:
    `In the last ${thresholds.cookiesRejectedWindowMinutes} minutes the site turned down the cookies of {value} ` +
    'download(s), whatever the age of the file. Export them again, from a private window that is closed right after.',
  value: 'count',
  dashboard: 'downloads',
  panel: 'cookiesResults',
} as const satisfies AlertDefinition;

/** Every alert, in the order in which rules are written. */
export const alerts: readonly AlertDefinition[] = [
  downloadSuccessRateLow,
  cookiesStale,
  cookiesUnusable,
  cookiesRejected,
];
