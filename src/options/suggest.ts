/** What is longer is no misspelt name, and would take long to compare. */
const LONGEST = 64;

/**
 * The name that was most likely meant.
 *
 * @returns undefined when none is near: more than a third of its letters would have to change
 */
export function suggest(given: string, names: readonly string[]): string | undefined {
  if (given.length > LONGEST) return undefined;
  let best: { name: string; distance: number } | undefined;
  for (const name of names) {
    const distance = given.length > 1 && name.startsWith(given) ? 0 : editDistance(given, name);
    const near = distance <= Math.max(1, Math.floor(name.length / 3));
    if (near && distance < (best?.distance ?? Number.POSITIVE_INFINITY)) best = { name, distance };
  }
  return best?.name;
}

/** How many letters have to be put in, taken out, changed or swapped with their neighbour. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, at(beforeLast, j - 2) + 1);
      }
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
