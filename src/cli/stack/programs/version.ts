/**
 * Compares two versions by their numbers, e.g. `1.26.8` and `1.26`; what follows the numbers is not looked at.
 *
 * @returns below 0 when `a` is older, above 0 when newer, 0 when equal
 */
export function compareVersions(a: string, b: string): number {
  const left = numbers(a);
  const right = numbers(b);
  for (let i = 0; i < Math.max(left.length, right.length); i += 1) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The major version: the number that changes when a program stops reading yesterday's settings. */
export function majorVersion(version: string): number {
  return numbers(version)[0] ?? 0;
}

function numbers(version: string): number[] {
  return (/\d+(?:\.\d+)*/.exec(version)?.[0] ?? '0').split('.').map(Number);
}
