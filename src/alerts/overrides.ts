import { OtelMediaError } from '../errors.ts';
import { suggest } from '../options/suggest.ts';
import { type AlertDefinition, alertsUnder } from '../registry/alerts.ts';
import { THRESHOLD_NAMES, type ThresholdName, type Thresholds, thresholds } from '../registry/thresholds.ts';
import { alertExpression } from './expression.ts';

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
 * @param given what a settings file has under `thresholds`
 * @throws {OtelMediaError} `OTEL_MEDIA_SETTINGS_INVALID` for a name that there is not, for a value that cannot be, and
 *   for values that would make an alert which can never fire
 */
export function thresholdsWith(given: unknown): Thresholds {
  if (given === undefined || given === null) return thresholds;
  if (typeof given !== 'object' || Array.isArray(given)) throw invalid('thresholds must be an object');
  const own: Partial<Record<ThresholdName, number>> = {};
  for (const [name, value] of Object.entries(given)) own[knownName(name)] = allowedValue(name, value);
  const all = { ...thresholds, ...own };
  for (const alert of alertsUnder(all)) checkCanFire(alert);
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

function knownName(name: string): ThresholdName {
  const found = THRESHOLD_NAMES.find((one) => one === name);
  if (found !== undefined) return found;
  const meant = suggest(name, THRESHOLD_NAMES);
  const hint = meant ? `did you mean ${meant}?` : 'see `otel-media alerts --thresholds`';
  throw invalid(`there is no threshold ${JSON.stringify(name.slice(0, 64))}`, hint);
}

function allowedValue(name: string, value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) {
    throw invalid(`threshold ${name} must be a number from 0`);
  }
  // A share is a part of one; the others say how many times as much.
  if (/Ratio$/.test(name) && value > 1 && thresholds[knownName(name)] <= 1) {
    throw invalid(`threshold ${name} must be a share from 0 to 1, not ${value}`);
  }
  // Windows and counts of days are parts of queries, which know whole ones only.
  if (/(?:Minutes|Hours|Days)$/.test(name) && !Number.isInteger(value)) {
    throw invalid(`threshold ${name} must be a whole number, not ${value}`);
  }
  if (/Window|Past|Memory|Fresh|Long|Short/.test(name) && value === 0) {
    throw invalid(`threshold ${name} must be more than 0`);
  }
  return value;
}

function checkCanFire(alert: AlertDefinition): void {
  const { comparison, threshold } = alertExpression(alert);
  const shares = ['success_ratio_below', 'budget_burns', 'share_above', 'fills'];
  if (shares.includes(alert.condition.kind) && comparison === 'gt' && threshold >= 1) {
    throw invalid(`${alert.name} could never fire: a share is never more than ${threshold}`);
  }
}

function invalid(message: string, hint?: string): OtelMediaError {
  return new OtelMediaError('OTEL_MEDIA_SETTINGS_INVALID', message, hint === undefined ? {} : { hint });
}
