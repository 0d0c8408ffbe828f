import { reportTelemetryFailure, warnOfMisuse } from '../../emit/guard.ts';
import { isTrackerOn } from '../../emit/trackers.ts';
import type { MeasureOptions } from './options.ts';
import { type OwnSeries, ownSeries } from './own_series.ts';

// By the name as given; of `null` it was said, when it was first seen, why it cannot be used.
const known = new Map<string, OwnSeries | null>();
const MAX_NAMES = 200;
let full = false;

/**
 * Records a number of the application's own as a metric. What cannot be recorded (NaN, infinity, a string, less than 0
 * for a counter, a name in our own namespace, the same name with another unit or kind) is left out, with one warning a
 * name on OpenTelemetry's diagnostic channel. Never throws.
 *
 * @param name    a name in a namespace of the application's own, such as `radio.listeners`; characters that
 *                OpenTelemetry does not take become `_`. At most 200 names.
 * @param value   the number, in the unit
 * @param options kind, unit, attributes
 */
export function measure(name: string, value: number, options: MeasureOptions = {}): void {
  if (!isTrackerOn('measure')) return;
  try {
    const found = known.get(name);
    const series = found === undefined ? first(name, options) : found;
    series?.measured(value, options);
  } catch (error) {
    reportTelemetryFailure('measuring', error);
  }
}

function first(name: string, options: MeasureOptions): OwnSeries | null {
  if (known.size >= MAX_NAMES) {
    if (!full) warnOfMisuse(`measure() takes ${MAX_NAMES} names; further ones are left out`);
    full = true;
    return null;
  }
  const made = typeof name === 'string' ? ownSeries(name, options) : 'a name must be a string';
  const series = typeof made === 'string' ? null : made;
  if (typeof made === 'string') warnOfMisuse(`measure(): ${made}`);
  known.set(name, series);
  return series;
}
