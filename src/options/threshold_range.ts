import type { ThresholdDefinition } from '../registry/threshold_kinds.ts';

/** What a threshold may be, in words: `a whole number of minutes from 1 to 10080`. */
export function thresholdRange({ unit, minimum, maximum, whole }: ThresholdDefinition): string {
  const range = `from ${minimum} to ${maximum}`;
  if (unit === 'share') return `a share ${range}`;
  const number = whole ? 'a whole number' : 'a number';
  return unit === 'count' || unit === 'times' ? `${number} ${range}` : `${number} of ${unit} ${range}`;
}
