import { createPool, type Options, type Pool } from 'generic-pool';
import { afterEach, beforeEach, describe, expect, expectTypeOf, it } from 'vitest';
import { instrumentGenericPool } from '../../src/adapters/generic_pool.ts';
import { startTestSink, type TestSink } from '../../src/testing.ts';
import { counted, outcome, turn } from './counted.ts';

let sink: TestSink;
let name = '';
let made = 0;
beforeEach(() => {
  sink = startTestSink();
  made += 1;
  name = `pool-${made}`;
});
afterEach(() => sink.shutdown());

interface Browser {
  readonly number: number;
}

function newPool(options: Options, broken: { create?: number; destroy?: boolean } = {}): Pool<Browser> {
  let number = 0;
  return createPool<Browser>(
    {
      create: async () => {
        number += 1;
        if (number <= (broken.create ?? 0)) throw new Error('no browser');
        return { number };
      },
      destroy: async () => {
        if (broken.destroy) throw new Error('it hangs on');
      },
    },
    options,
  );
}

const of = (what: string) => counted(sink, `media.pool.${what}`, 'media.pool.name', name);

describe('an instrumented pool', () => {
  it('is the same object, of the same type', () => {
    const pool = newPool({ max: 1 });
    expectTypeOf(instrumentGenericPool(pool, { name })).toEqualTypeOf<Pool<Browser>>();
    expect(instrumentGenericPool(pool, { name })).toBe(pool);
  });

  it('tells what is lent out, at rest and in the making, and who waits', async () => {
    const pool = instrumentGenericPool(newPool({ max: 2 }), { name });
    expect(await of('resources')).toEqual({ used: 0, idle: 0, pending: 0 });
    expect(await of('capacity')).toBe(2);
    const lent = Promise.all([pool.acquire(), pool.acquire()]);
    const third = pool.acquire();
    expect([pool.size, pool.borrowed]).toEqual([2, 0]);
    const [one, other] = await lent;
    expect(await of('resources')).toEqual({ used: 2, idle: 0, pending: 0 });
    expect(await of('waiting')).toBe(1);
    await pool.release(one);
    await pool.release(other);
    await third;
    expect(await of('resources')).toEqual({ used: 1, idle: 1, pending: 0 });
    expect(await of('waiting')).toBe(0);
  });

  it('tells errors of its factory, of which callers hear nothing', async () => {
    const pool = instrumentGenericPool(newPool({ max: 1 }, { create: 2, destroy: true }), { name });
    expect(await of('errors')).toEqual({ create: 0, destroy: 0 });
    const browser = await pool.acquire();
    expect(browser.number).toBe(3);
    await pool.destroy(browser);
    await turn();
    expect(await of('errors')).toEqual({ create: 2, destroy: 1 });
  });

  it('counts once if it was instrumented twice, and adds up with others of its name', async () => {
    const pools = [newPool({ max: 2 }), newPool({ max: 3 }, { create: 1 })];
    for (const pool of [...pools, ...pools]) instrumentGenericPool(pool, { name });
    await Promise.all(pools.map((pool) => pool.acquire()));
    expect(await of('resources')).toEqual({ used: 2, idle: 0, pending: 0 });
    expect(await of('capacity')).toBe(5);
    expect(await of('errors')).toEqual({ create: 1, destroy: 0 });
  });
});

/** All that an application can see of its pool, in order. */
async function use(instrumented: boolean): Promise<unknown[]> {
  const seen: unknown[] = [];
  const pool = newPool(
    { max: 2, maxWaitingClients: 1, acquireTimeoutMillis: 20 },
    { create: 1, destroy: true },
  );
  if (instrumented) instrumentGenericPool(pool, { name });
  pool.on('factoryCreateError', (error: Error) => seen.push(['create', error.message]));
  pool.on('factoryDestroyError', (error: Error) => seen.push(['destroy', error.message]));
  const [one, other] = await Promise.all([pool.acquire(), pool.acquire()]);
  seen.push(one, other);
  for (const call of [
    () => Promise.all([pool.acquire(), outcome(() => pool.acquire()).then((end) => seen.push(end))]),
    () => pool.release(one),
    () => pool.release(one),
    () => pool.use(async ({ number }) => number),
    () => pool.use(() => Promise.reject(new Error('used up'))),
    () => pool.destroy(other),
    () => pool.drain(),
    () => pool.acquire(),
  ])
    seen.push(await outcome(call));
  return seen;
}

it('what an application sees is the same with and without', async () => {
  expect(await use(true)).toEqual(await use(false));
});
