import { measure } from '../../src/media/measure/measure.ts';
import type { Comparison } from './comparison.ts';
import { handTools } from './plain_sdk.ts';

/** A number of the application's own, beside the same instrument by hand. */
export function measureComparison(): Comparison {
  const lag = handTools().meter.createHistogram('bench.lag', { unit: 's' });
  const attributes = { station: 'one' };
  return {
    name: 'measure, with an attribute',
    bound: 2.0,
    helper: () => measure('bench.lag', 2, { kind: 'histogram', unit: 's', attributes }),
    baseline: () => lag.record(2, attributes),
  };
}
