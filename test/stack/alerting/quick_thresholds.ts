import { type ThresholdName, type Thresholds, thresholds } from '../../../src/registry/thresholds.ts';

const NOW: Readonly<Partial<Record<ThresholdName, number>>> = {
  holdMinutes: 0,
  healthHoldMinutes: 0,
  hostCpuHoldMinutes: 0,
  deadAirSeconds: 0.3,
};

/**
 * The thresholds of somebody who is in a hurry: every window is a minute, nothing has to hold, one is enough. A user
 * could set the same.
 */
export const quickThresholds: Thresholds = Object.fromEntries(
  Object.entries(thresholds).map(([name, value]) => {
    const set = NOW[name as ThresholdName];
    if (set !== undefined) return [name, set];
    if (name.endsWith('Minutes')) return [name, 1];
    return [name, /Minimum/.test(name) ? 1 : value];
  }),
) as unknown as Thresholds;
