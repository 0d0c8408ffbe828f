import type { Measured } from './comparison.ts';

const NAME_WIDTH = 33;
const NUMBER_WIDTH = 12;

// What takes this long is shown in milliseconds.
const LONG_NS = 1e6;

/** What was measured, for people: at most 80 columns wide. */
export function table(results: readonly Measured[]): string {
  const rows = [
    row('', 'ns', 'baseline ns', 'ratio', 'bound', ''),
    ...results.map(({ name, ns, baselineNs, bound }) =>
      row(
        name,
        amount(ns),
        amount(baselineNs),
        (ns / baselineNs).toFixed(2),
        bound.toFixed(1),
        ns / baselineNs <= bound ? 'met' : 'MISSED',
      ),
    ),
  ];
  return rows.join('\n');
}

function row(name: string, ns: string, baseline: string, ratio: string, bound: string, met: string): string {
  const cells = [
    name.padEnd(NAME_WIDTH),
    ns.padStart(NUMBER_WIDTH),
    baseline.padStart(NUMBER_WIDTH),
    ratio.padStart(7),
    bound.padStart(7),
    `  ${met}`,
  ];
  return cells.join('').trimEnd();
}

function amount(ns: number): string {
  return ns < LONG_NS ? Math.round(ns).toLocaleString('en-US') : `${(ns / LONG_NS).toFixed(1)} ms`;
}
