import { ZONES } from '../../history/visits.ts';
import type { OnDashboard } from './expectation.ts';

/** Each zone over a short time, and that with changes of its clocks over the longest: it is right in the others too. */
export function zonesOver(
  short: number,
  make: (days: readonly number[], timezone: string) => readonly OnDashboard[],
): OnDashboard[] {
  return ZONES.flatMap((zone, index) => make(index === ZONES.length - 1 ? [short, 90] : [short], zone));
}
