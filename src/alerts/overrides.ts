import { OtelMediaError } from '../errors.ts';
import { suggest } from '../options/suggest.ts';
import { thresholdRange } from '../options/threshold_range.ts';
import { type AlertDefinition, alertsUnder } from '../registry/alerts.ts';
import {
  THRESHOLD_NAMES,
  THRESHOLDS,
  type ThresholdName,
  type Thresholds,
  thresholds,
} from '../registry/thresholds.ts';
import { alertExpression } from './alert_promql.ts';

/** A threshold that a user has changed. */
export interface ChangedThreshold {
  readonly name: ThresholdName;
  readonly from: number;
  readonly to: number;
  /** The alerts that are others by it. */
  readonly alerts: readonly string[];
}

/**
 * The thresholds with a user's own in place of the registry's.
 *
 * @param given  what a settings file has under `thresholds`
 * @param source put behind the name of a threshold in errors: where it is from
 * @throws {OtelMediaError} `OTEL_MEDIA_SETTINGS_INVALID` for names that there are not, for values that cannot be, for
 *   values that would make an alert which can never fire, and for a short window that is none; it tells all of them
 */
export function thresholdsWith(given: unknown, source = ''): Thresholds {
  if (given === undefined || given === null) return thresholds;
  if (typeof given !== 'object' || Array.isArray(given))
    throw invalid([`thresholds${source} must be an object`]);
  const own: Partial<Record<ThresholdName, number>> = {};
  const problems: string[] = [];
  for (const [written, value] of Object.entries(given)) {
    const name = THRESHOLD_NAMES.find((one) => one === written);
    const problem = name === undefined ? unknownName(written) : problemOf(name, value);
    if (problem !== undefined) problems.push(`${problem.what}${source} ${problem.is}`);
    else if (name !== undefined) own[name] = value as number;
  }
  if (problems.length > 0) throw invalid(problems);
  const all = { ...thresholds, ...own };
  const never = [
    ...alertsUnder(all).flatMap((alert) => whyNever(alert) ?? []),
    ...WINDOWS.filter(([short, long]) => all[short] >= all[long]).map(
      ([short, long]) => `${short}${source} is ${all[short]}, and has to be less than ${long}, ${all[long]}`,
    ),
  ];
  if (never.length > 0) throw invalid(never);
  return all;
}

/** What differs from the registry, and which alerts differ by it. */
export function changedThresholds(own: Thresholds): ChangedThreshold[] {
  return THRESHOLD_NAMES.filter((name) => own[name] !== thresholds[name]).map((name) => ({
    name,
    from: thresholds[name],
    to: own[name],
    alerts: affected({ ...thresholds, [name]: own[name] }),
  }));
}

function affected(changed: Thresholds): string[] {
  const before = new Map(alertsUnder(thresholds).map((alert) => [alert.name, JSON.stringify(alert)]));
  return alertsUnder(changed)
    .filter((alert) => before.get(alert.name) !== JSON.stringify(alert))
    .map((alert) => alert.name);
}

interface Problem {
  readonly what: string;
  readonly is: string;
}

function unknownName(name: string): Problem {
  const meant = suggest(name, THRESHOLD_NAMES);
  const hint = meant ? `did you mean ${meant}?` : 'see `otel-media alerts --thresholds`';
  return { what: `threshold ${JSON.stringify(name.slice(0, 64))}`, is: `is one that there is not; ${hint}` };
}

function problemOf(name: ThresholdName, value: unknown): Problem | undefined {
  const definition = THRESHOLDS[name];
  const { minimum, maximum, whole } = definition;
  const isNumber = typeof value === 'number' && !Number.isNaN(value);
  if (isNumber && value >= minimum && value <= maximum && (!whole || Number.isInteger(value)))
    return undefined;
  const given = isNumber ? String(value) : 'no number';
  return { what: `threshold ${name}`, is: `is ${given}; allowed is ${thresholdRange(definition)}` };
}

// An alert of two windows: the short one tells that it is going on, the long one that it is more than a moment.
const WINDOWS: readonly (readonly [short: ThresholdName, long: ThresholdName])[] = [
  ['budgetFastShortMinutes', 'budgetFastLongMinutes'],
  ['budgetSlowShortMinutes', 'budgetSlowLongMinutes'],
];

function whyNever(alert: AlertDefinition): string | undefined {
  const { comparison, threshold } = alertExpression(alert);
  const shares = ['success_ratio_below', 'budget_burns', 'share_above', 'fills'];
  return shares.includes(alert.condition.kind) && comparison === 'gt' && threshold >= 1
    ? `${alert.name} could never fire: a share is never more than ${threshold}`
    : undefined;
}

function invalid(problems: readonly string[]): OtelMediaError {
  const message =
    problems.length === 1 ? problems.join() : ['thresholds cannot be', ...problems].join('\n  ');
  return new OtelMediaError('OTEL_MEDIA_SETTINGS_INVALID', message);
}
