import type { Comparison, Measured, Operation } from './comparison.ts';
import { median } from './median.ts';

const ROUNDS = 60;
const OPERATIONS_PER_ROUND = 2000;
const WARM_UP_ROUNDS = 10;

/**
 * Measures both sides of a comparison in short rounds that alternate, so that whatever else the machine does falls on
 * both; the side that goes first alternates too. Takes the median round of each.
 */
export async function measure(comparison: Comparison): Promise<Measured> {
  const { name, bound, helper, baseline, operationsPerRound = OPERATIONS_PER_ROUND } = comparison;
  const helperNs: number[] = [];
  const baselineNs: number[] = [];
  for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round += 1) {
    const helperFirst = round % 2 === 0;
    const first = await nsPerOperation(helperFirst ? helper : baseline, operationsPerRound);
    const second = await nsPerOperation(helperFirst ? baseline : helper, operationsPerRound);
    if (round < 0) continue;
    helperNs.push(helperFirst ? first : second);
    baselineNs.push(helperFirst ? second : first);
  }
  return { name, bound, ns: median(helperNs), baselineNs: median(baselineNs) };
}

async function nsPerOperation(operation: Operation, count: number): Promise<number> {
  const started = process.hrtime.bigint();
  for (let done = 0; done < count; done += 1) await operation();
  return Number(process.hrtime.bigint() - started) / count;
}
