import type { TestSink } from '../../src/testing.ts';
import { pointsOf } from '../media/signals.ts';

/** The values of a metric whose attributes have `value` under `key`, by the other attribute's value if it has one. */
export async function counted(
  sink: TestSink,
  metric: string,
  key: string,
  value: string,
): Promise<Record<string, number> | number | undefined> {
  const points = (await pointsOf(sink, metric)).filter(({ attributes }) => attributes[key] === value);
  const [first] = points;
  if (first === undefined) return undefined;
  const other = Object.keys(first.attributes).find((name) => name !== key);
  if (other === undefined) {
    if (points.length !== 1) throw new Error(`${points.length} points of ${metric}`);
    return first.value;
  }
  return Object.fromEntries(points.map((point) => [String(point.attributes[other]), point.value]));
}

/** What a call came to, to compare with another: its value, or what it threw. */
export async function outcome(call: () => unknown): Promise<unknown> {
  try {
    return { value: await call() };
  } catch (thrown) {
    return { thrown };
  }
}

/** Lets whatever is due in this turn and the next be done. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
