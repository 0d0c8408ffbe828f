import { spawnSync } from 'node:child_process';
import {
  BurstyRateLimiter,
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterQueue,
  RateLimiterRedis,
  RateLimiterRes,
  RateLimiterUnion,
  RLWrapperBlackAndWhite,
} from 'rate-limiter-flexible';
import { afterEach, beforeEach, describe, expect, expectTypeOf, it } from 'vitest';
import { instrumentRateLimiter } from '../../src/adapters/rate_limiter_flexible.ts';
import { startTestSink, type TestSink } from '../../src/testing.ts';
import { everything } from '../media/signals.ts';
import { counted, outcome } from './counted.ts';

let sink: TestSink;
let name = '';
let made = 0;
beforeEach(() => {
  sink = startTestSink();
  made += 1;
  name = `limiter-${made}`;
});
afterEach(() => sink.shutdown());

const of = (what: string) => counted(sink, `media.rate_limit.${what}`, 'media.rate_limit.name', name);
const newLimiter = (points: number) => new RateLimiterMemory({ points, duration: 60 });

describe('an instrumented limiter', () => {
  it('is the same object, of the same type, and still a limiter to the library', async () => {
    const limiter = newLimiter(1);
    const redis = new RateLimiterRedis({ storeClient: {}, points: 1, duration: 1 });
    const union = new RateLimiterUnion(limiter);
    const wrapper = new RLWrapperBlackAndWhite({ limiter });
    const bursty = new BurstyRateLimiter(limiter, limiter);
    expectTypeOf(instrumentRateLimiter(limiter, { name })).toEqualTypeOf<RateLimiterMemory>();
    expectTypeOf(instrumentRateLimiter(redis, { name })).toEqualTypeOf<RateLimiterRedis>();
    expectTypeOf(instrumentRateLimiter(union, { name })).toEqualTypeOf<RateLimiterUnion>();
    expectTypeOf(instrumentRateLimiter(wrapper, { name })).toEqualTypeOf<RLWrapperBlackAndWhite>();
    expectTypeOf(instrumentRateLimiter(bursty, { name })).toEqualTypeOf<BurstyRateLimiter>();
    const abstract: RateLimiterAbstract = limiter;
    expectTypeOf(instrumentRateLimiter(abstract, { name })).toEqualTypeOf<RateLimiterAbstract>();
    expect(instrumentRateLimiter(limiter, { name })).toBe(limiter);
    expect(new RateLimiterUnion(limiter)).toBeInstanceOf(RateLimiterUnion);
    expect(await new RateLimiterQueue(limiter).removeTokens(1)).toBe(0);
    expect(await of('requests')).toEqual({ allowed: 1, rejected: 0, error: 0 });
  });

  it('tells what was allowed, what was rejected, and what is left, but not to whom', async () => {
    const limiter = instrumentRateLimiter(newLimiter(3), { name });
    expect(await of('requests')).toEqual({ allowed: 0, rejected: 0, error: 0 });
    expect(await of('remaining')).toBeUndefined();
    expect(await limiter.consume('planted@example.org')).toBeInstanceOf(RateLimiterRes);
    expect(await of('remaining')).toBe(2);
    for (let call = 0; call < 4; call += 1) await outcome(() => limiter.consume('planted@example.org'));
    expect(await of('requests')).toEqual({ allowed: 3, rejected: 2, error: 0 });
    expect(await of('remaining')).toBe(0);
    expect(await everything(sink)).not.toContain('planted');
  });

  it('tells when its store failed', async () => {
    const down = new Error('connect ECONNREFUSED');
    const storeClient = {
      multi: () => ({ set: () => {} }),
      defineCommand() {},
      rlflxIncr: () => Promise.reject(down),
    };
    const limiter = instrumentRateLimiter(new RateLimiterRedis({ storeClient, points: 1, duration: 1 }), {
      name,
    });
    expect(await outcome(() => limiter.consume('a'))).toMatchObject({ thrown: expect.any(Error) });
    expect(await of('requests')).toEqual({ allowed: 0, rejected: 0, error: 1 });
  });

  it('that is several in one tells the least that is left', async () => {
    const limiters = [5, 3].map(
      (points) => new RateLimiterMemory({ points, duration: 60, keyPrefix: `of ${points}` }),
    );
    const union = instrumentRateLimiter(new RateLimiterUnion(...limiters), { name });
    await union.consume('a');
    expect(await of('remaining')).toBe(2);
    for (let call = 0; call < 3; call += 1) await outcome(() => union.consume('a'));
    expect(await of('requests')).toEqual({ allowed: 3, rejected: 1, error: 0 });
  });

  it('that has a white list has no end of points to tell of', async () => {
    const wrapper = instrumentRateLimiter(
      new RLWrapperBlackAndWhite({ limiter: newLimiter(1), whiteList: ['w'], blackList: ['b'] }),
      { name },
    );
    await wrapper.consume('w');
    expect(await of('remaining')).toBeUndefined();
    await outcome(() => wrapper.consume('b'));
    expect(await of('requests')).toEqual({ allowed: 1, rejected: 1, error: 0 });
  });

  it('counts once if it was instrumented twice, and adds up with others of its name', async () => {
    const limiters = [newLimiter(1), newLimiter(9)];
    for (const limiter of [...limiters, ...limiters]) instrumentRateLimiter(limiter, { name });
    for (const limiter of limiters) await limiter.consume('a');
    expect(await of('requests')).toEqual({ allowed: 2, rejected: 0, error: 0 });
  });

  it('that is frozen goes on as it was', async () => {
    const limiter = instrumentRateLimiter(Object.freeze(newLimiter(1)), { name });
    expect(await limiter.consume('a')).toBeInstanceOf(RateLimiterRes);
  });
});

/** All that an application can see of its limiter, in order. */
async function use(instrumented: boolean): Promise<unknown[]> {
  const seen: unknown[] = [];
  const limiter = newLimiter(2);
  if (instrumented) instrumentRateLimiter(limiter, { name });
  for (const call of [
    () => limiter.consume('a'),
    () => limiter.consume('a', 5),
    () => limiter.penalty('b', 1),
    () => limiter.consume('b', 1, { customDuration: 30 }),
    () => limiter.consume('b'),
    () => limiter.reward('b', 2),
    () => limiter.block('c', 5),
    () => limiter.consume('c'),
    () => limiter.get('a'),
    () => limiter.delete('a'),
    // biome-ignore lint/suspicious/noExplicitAny: what a careless application may do
    () => limiter.consume(Symbol('no key') as any),
  ]) {
    const end = JSON.stringify(await outcome(call)).replaceAll(/"msBeforeNext":\d+/g, '"msBeforeNext":0');
    seen.push(end);
  }
  return seen;
}

it('what an application sees is the same with and without', async () => {
  expect(await use(true)).toEqual(await use(false));
});

it.each([true, false])(
  'a rejection that nobody handles ends the process (instrumented: %s)',
  (instrumented) => {
    const script = `
    import { RateLimiterMemory } from 'rate-limiter-flexible';
    import { instrumentRateLimiter } from './src/adapters/rate_limiter_flexible.ts';
    const limiter = new RateLimiterMemory({ points: 0, duration: 1 });
    if (${instrumented}) instrumentRateLimiter(limiter, { name: 'x' });
    limiter.consume('a');
    setTimeout(() => console.log('went on'), 50);
  `;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--input-type=module', '--eval', script],
      {
        encoding: 'utf8',
      },
    );
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('ERR_UNHANDLED_REJECTION');
  },
);
