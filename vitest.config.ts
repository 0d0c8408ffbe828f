import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['default', './test/summary_reporter.ts'],
    coverage: { provider: 'v8', include: ['src/**'], exclude: ['src/generate/**'] },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/stack/**', 'test/bench/**'],
          // Some read whole corpora, for seconds where other programs have the processor.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'stack',
          include: ['test/stack/**/*.test.ts'],
          // One stack serves them all, and a stack is heavy: one file at a time.
          fileParallelism: false,
          globalSetup: ['test/stack/global_setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
