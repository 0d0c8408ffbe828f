import { describe, expect, it } from 'vitest';
import { soakOperations } from './operations.ts';
import { soak } from './soak.ts';

// A short form of `npm run soak`, which does a million: a leak of some three hundred bytes a run shows here already.
const RUNS = 30_000;

describe('memory with the Collector down stays flat over', { timeout: 300_000 }, () => {
  it.each(soakOperations('.'))('$name', async ({ name, weight = 1 }) => {
    const { flat, growthBytes } = await soak(name, Math.max(100, RUNS / weight));
    expect({ name, flat, growthBytes }).toMatchObject({ flat: true });
  });
});
