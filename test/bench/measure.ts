import type { Comparison, Measured, Operation } from './comparison.ts';
import { median } from './median.ts';

const ROUNDS = 120;
const OPERATIONS_PER_ROUND = 1000;
const WARM_UP_ROUNDS = 20;

/**
 * Measures both sides of a comparison in short rounds that alternate, so that whatever else the machine does falls on
 * both; the side that goes first alternates too. Each round has a ratio of its own: the middle one of them counts, which
 * a machine that gets slower in between, or tidies up in one of two, does not move.
 */
export async function measure(comparison: Comparison): Promise<Measured> {
  const { name, bound, helper, baseline, operationsPerRound = OPERATIONS_PER_ROUND } = comparison;
  const ratios: number[] = [];
  const baselineNs: number[] = [];
  for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round += 1) {
    const helperFirst = round % 2 === 0;
    const first = await nsPerOperation(helperFirst ? helper : baseline, operationsPerRound);
    const second = await nsPerOperation(helperFirst ? baseline : helper, operationsPerRound);
    if (round < 0) continue;
    ratios.push(helperFirst ? first / second : second / first);
    baselineNs.push(helperFirst ? second : first);
  }
  const theirs = median(baselineNs);
  return { name, bound, ns: theirs * median(ratios), baselineNs: theirs };
}

// Of the processor, so that what other processes do does not count. User and system together: the system tells each of
// them in its ticks.
async function nsPerOperation(operation: Operation, count: number): Promise<number> {
  const before = process.cpuUsage();
  for (let done = 0; done < count; done += 1) await operation();
  const { user, system } = process.cpuUsage(before);
  return ((user + system) * 1000) / count;
}
