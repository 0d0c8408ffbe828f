import type { AttributeDefinition } from '../define.ts';
import type { Condition } from './condition.ts';

/** Resource attributes that say which service it is; every alert is about one service in one environment. */
export const SERVICE_IDENTITY = ['service.namespace', 'service.name', 'deployment.environment.name'] as const;

/**
 * How soon somebody must look: never (it is worth knowing), within a day, now. Of the four levels that errors have,
 * `error` has no alert of its own: a failure that leaves the rest working is a `warning`, and one that does not is
 * `critical`.
 */
export const SEVERITIES = ['info', 'warning', 'critical'] as const;

export type Severity = (typeof SEVERITIES)[number];

/** What sort of trouble it is, for routing and muting; a label of the alert. */
export const CATEGORIES = [
  'failure',
  'blocked',
  'auth',
  'slow',
  'stuck',
  'resources',
  'system',
  'traffic',
  'telemetry',
  'privacy',
] as const;

export type Category = (typeof CATEGORIES)[number];

/** The groups of rules, in the order in which they are written. */
export const ALERT_GROUPS = [
  'downloads',
  'cookies',
  'processing',
  'jobs',
  'resilience',
  'radio',
  'host',
  'health',
  'traffic',
  'telemetry',
] as const;

export type AlertGroup = (typeof ALERT_GROUPS)[number];

/** The dashboards that alerts lead to. */
export type AlertDashboard =
  | 'downloads'
  | 'cookies'
  | 'radio'
  | 'processing'
  | 'jobs'
  | 'host'
  | 'telemetry'
  | 'overview';

export interface AlertDefinition {
  /** Also the name of its runbook, `grafana/runbooks/<name>.md`. */
  readonly name: string;
  readonly group: AlertGroup;
  readonly severity: Severity;
  readonly category: Category;
  readonly condition: Condition;
  /** What it is kept apart by, besides the service. */
  readonly by: readonly AttributeDefinition[];
  /** How long the condition must hold first; 0 for facts that do not flutter. */
  readonly holdMinutes: number;
  /** How long it goes on once the condition is over, so that a change from bad to worse is no all-clear. */
  readonly keepMinutes: number;
  /**
   * What it means that there is nothing to judge. `ok`: nothing was done, so nothing is wrong (a ratio without traffic).
   * `alerting`: the silence itself is what is wrong.
   */
  readonly noData: 'ok' | 'alerting';
  /**
   * What a query that fails means. `error`: an alert about the query, which is not the alert itself. `alerting`: whoever
   * cannot be asked is taken to be as bad. `keep`: nothing; what was so before stays so.
   */
  readonly executionError: 'error' | 'alerting' | 'keep';
  /** What happened and where, in one line. `{value}`, `{service}` and `{name.of.attribute}` are filled in. */
  readonly summary: string;
  /** What it means, since when and what next. Takes the same. */
  readonly description: string;
  /** How `{value}` reads. */
  readonly value: 'ratio' | 'count' | 'times' | 'duration';
  readonly dashboard: AlertDashboard;
  /** Panel that shows it, by its key in the dashboard. */
  readonly panel?: string;
}

/** A share as people write it. */
export function percent(ratio: number): string {
  return `${Number((ratio * 100).toFixed(2))} %`;
}

/** Seconds as hours, for texts. */
export function hours(seconds: number): number {
  return Number((seconds / 3600).toFixed(2));
}

/** Seconds as minutes, for texts. */
export function minutes(seconds: number): number {
  return Number((seconds / 60).toFixed(2));
}
