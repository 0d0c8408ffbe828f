import { randomInt } from 'node:crypto';
import fc from 'fast-check';

// Where the seeds of all properties come from. What would leak is looked for with a fixed seed and a fresh one at every
// run. All else has the fixed one, so that no change is refused for what another did: `npm run fuzz` gives it fresh ones.

const GIVEN = Number(process.env.OTEL_MEDIA_FUZZ_SEED) || undefined;

/** The same at every run. */
export const FIXED_SEED = 20_260_101;

const FRESH_SEED = GIVEN ?? randomInt(2 ** 31);

/** What a seed is called, and it: for properties about leaks. */
export const SEEDS_OF_LEAKS: readonly [name: string, seed: number][] = [
  ['a fixed seed', FIXED_SEED],
  [`a fresh seed: repeat with OTEL_MEDIA_FUZZ_SEED=${FRESH_SEED}`, FRESH_SEED],
];

/** For properties about anything else: the fixed one, unless one is given. */
export const SEED: number = GIVEN ?? FIXED_SEED;

/** Asserts a property about leaks, with each of {@link SEEDS_OF_LEAKS}. */
export function assertNoLeak<T>(property: fc.IProperty<T>, options: { numRuns?: number } = {}): void {
  for (const [, seed] of SEEDS_OF_LEAKS) fc.assert(property, { ...options, seed });
}
