import { DiagLogLevel, diag } from '@opentelemetry/api';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { instrumentGenericPool } from '../../src/adapters/generic_pool.ts';
import { instrumentLruCache } from '../../src/adapters/lru_cache.ts';
import { instrumentRateLimiter } from '../../src/adapters/rate_limiter_flexible.ts';

type Instrument = (object: never, options: { name: string }) => unknown;

const warn = vi.fn();
beforeEach(() => {
  warn.mockClear();
  const silent = () => {};
  diag.setLogger(
    { error: silent, warn, info: silent, debug: silent, verbose: silent },
    { logLevel: DiagLogLevel.ALL, suppressOverrideMessage: true },
  );
});
afterEach(() => diag.disable());

it.each([
  ['instrumentLruCache', instrumentLruCache as Instrument, new Map(), 'peek'],
  ['instrumentGenericPool', instrumentGenericPool as Instrument, { acquire() {} }, 'on'],
  ['instrumentRateLimiter', instrumentRateLimiter as Instrument, {}, 'consume'],
] as const)('%s says that it was given something else', (adapter, instrument, object, method) => {
  const before = Object.keys(object);
  expect(instrument(object as never, { name: 'x' })).toBe(object);
  expect(Object.keys(object)).toEqual(before);
  expect(warn.mock.calls).toEqual([
    [`otel-media: ${adapter}() was given an object without ${method}(); nothing of it is counted`],
  ]);
});
