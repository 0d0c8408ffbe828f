import type { Between, Numbers } from './expectation.ts';

// Sums of many fractions come out a little different by the order in which they are added.
const ROUNDING_RATIO = 1e-9;

const SHOWN = 5;

/** What is other than it should be, a line for each number, the first few; empty where all is right. */
export function differences(found: Numbers, expected: Readonly<Record<string, number | Between>>): string[] {
  const names = new Set([...Object.keys(expected), ...Object.keys(found)]);
  const all = [...names].sort().flatMap((name) => {
    const is = found[name];
    const should = expected[name];
    if (should === undefined) return [`${label(name)} is ${is}, and should not be there`];
    const { least, most } = typeof should === 'number' ? exactly(should) : should;
    // A number that may be 0 may also not be there.
    if (is === undefined)
      return least <= 0 ? [] : [`${label(name)} is missing, and should be ${tell(should)}`];
    return is >= least && is <= most ? [] : [`${label(name)} is ${is}, and should be ${tell(should)}`];
  });
  return all.slice(0, SHOWN);
}

function exactly(number: number): Between {
  const by = Math.abs(number) * ROUNDING_RATIO;
  return { least: number - by, most: number + by };
}

function tell(should: number | Between): string {
  return typeof should === 'number' ? String(should) : `from ${should.least} to ${should.most}`;
}

function label(name: string): string {
  return name === '' ? 'it' : `“${name}”`;
}
