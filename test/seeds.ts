import { randomInt } from 'node:crypto';

// Where the seeds of all properties come from. Whether what is planted leaks is asked with a fixed seed and a fresh one at
// every run: a leak that only some seed finds is one all the same. All else has the fixed one there, so that no change is
// refused for what was there before it; `npm run fuzz` gives it fresh ones, and shows how to repeat them.

const GIVEN = Number(process.env.OTEL_MEDIA_FUZZ_SEED) || undefined;

/** The same at every run. */
export const FIXED_SEED = 20_260_101;

const FRESH_SEED = GIVEN ?? randomInt(2 ** 31);

/** What a seed is called, and it: for the property about leaks. */
export const SEEDS_OF_LEAKS: readonly [name: string, seed: number][] = [
  ['a fixed seed', FIXED_SEED],
  [`a fresh seed: repeat with OTEL_MEDIA_FUZZ_SEED=${FRESH_SEED}`, FRESH_SEED],
];

/** For properties about anything else: the fixed one, unless one is given. */
export const SEED: number = GIVEN ?? FIXED_SEED;
