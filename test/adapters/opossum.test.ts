import { SeverityNumber } from '@opentelemetry/api';
import CircuitBreaker from 'opossum';
import { afterEach, beforeEach, describe, expect, expectTypeOf, it } from 'vitest';
import { instrumentOpossum } from '../../src/adapters/opossum.ts';
import { session } from '../../src/media/session/session.ts';
import { startTestSink, type TestSink } from '../../src/testing.ts';
import { spanOf } from '../media/signals.ts';
import { counted, outcome } from './counted.ts';

let sink: TestSink;
let name = '';
let made = 0;
const breakers: { shutdown(): void }[] = [];
beforeEach(() => {
  sink = startTestSink();
  made += 1;
  name = `opossum-${made}`;
});
afterEach(async () => {
  for (const breaker of breakers.splice(0)) breaker.shutdown();
  await sink.shutdown();
});

const failure = Object.freeze(new Error('HTTP Error 403: Forbidden'));

async function work(how: 'ok' | 'bad' | 'slow'): Promise<string> {
  if (how === 'bad') throw failure;
  return how === 'slow' ? new Promise(() => {}) : how;
}

function newBreaker(options: CircuitBreaker.Options<['ok' | 'bad' | 'slow']> = {}) {
  const breaker = new CircuitBreaker(work, { timeout: 1000, resetTimeout: 10, name, ...options });
  breakers.push(breaker);
  return breaker;
}

const of = (what: string) =>
  counted(sink, `media.circuit_breaker.${what}`, 'media.circuit_breaker.name', name);

describe('an instrumented breaker', () => {
  it('is the same object, of the same type', () => {
    const breaker = newBreaker();
    expectTypeOf(instrumentOpossum(breaker)).toEqualTypeOf<CircuitBreaker<['ok' | 'bad' | 'slow'], string>>();
    expect(instrumentOpossum(breaker)).toBe(breaker);
  });

  it('tells its state, transitions and rejected calls under its own name', async () => {
    const breaker = instrumentOpossum(newBreaker({ resetTimeout: 1e6 }));
    expect(await of('state')).toEqual({ closed: 1, open: 0, half_open: 0 });
    expect(await of('rejected')).toBe(0);
    expect(await outcome(() => breaker.fire('bad'))).toEqual({ thrown: failure });
    for (let call = 0; call < 3; call += 1)
      expect(await outcome(() => breaker.fire('ok'))).toMatchObject({ thrown: { code: 'EOPENBREAKER' } });
    expect(await of('state')).toEqual({ closed: 0, open: 1, half_open: 0 });
    expect(await of('transitions')).toEqual({ closed: 0, open: 1, half_open: 0 });
    expect(await of('rejected')).toBe(3);
  });

  it('tells that it is half open, and closed again', async () => {
    const breaker = instrumentOpossum(newBreaker());
    const halfOpen = new Promise((resolve) => breaker.once('halfOpen', resolve));
    expect(await outcome(() => breaker.fire('bad'))).toEqual({ thrown: failure });
    await halfOpen;
    expect(await of('state')).toEqual({ closed: 0, open: 0, half_open: 1 });
    expect(await breaker.fire('ok')).toBe('ok');
    expect(await of('state')).toEqual({ closed: 1, open: 0, half_open: 0 });
    expect(await of('transitions')).toEqual({ closed: 1, open: 1, half_open: 1 });
  });

  it('says each change as an event of the trace of the call that made it', async () => {
    const breaker = instrumentOpossum(newBreaker());
    await session({ id: 'the-session' }, () => outcome(() => breaker.fire('bad')));
    const [event] = (await sink.logs()).filter(
      ({ eventName }) => eventName === 'media.circuit_breaker.state_changed',
    );
    const { traceId, spanId } = (await spanOf(sink, 'media.session')).spanContext();
    expect(event).toMatchObject({
      severityNumber: SeverityNumber.WARN,
      body: 'circuit breaker is open',
      spanContext: { traceId, spanId },
      attributes: { 'media.circuit_breaker.name': name, 'media.circuit_breaker.previous_state': 'closed' },
    });
  });

  it('tells time-outs, calls beyond its capacity, and look-ups of its cache', async () => {
    const breaker = instrumentOpossum(
      newBreaker({
        timeout: 10,
        capacity: 1,
        cache: true,
        errorThresholdPercentage: 100,
        volumeThreshold: 99,
      }),
    );
    const slow = outcome(() => breaker.fire('slow'));
    expect(await outcome(() => breaker.fire('ok'))).toMatchObject({ thrown: { code: 'ESEMLOCKED' } });
    expect(await slow).toMatchObject({ thrown: { code: 'ETIMEDOUT' } });
    for (let call = 0; call < 3; call += 1) expect(await breaker.fire('ok')).toBe('ok');
    expect(await counted(sink, 'media.timeout.exceeded', 'media.timeout.name', name)).toBe(1);
    expect(await counted(sink, 'media.bulkhead.rejected', 'media.bulkhead.name', name)).toBe(1);
    expect(await counted(sink, 'media.cache.requests', 'media.cache.name', name)).toEqual({
      hit: 2,
      miss: 3,
    });
  });

  it('is told of no longer when it was shut down', async () => {
    const breaker = instrumentOpossum(newBreaker(), { name });
    breaker.shutdown();
    expect(await of('state')).toBeUndefined();
    expect(await of('transitions')).toEqual({ closed: 0, open: 0, half_open: 0 });
  });

  it('counts once if it was instrumented twice', async () => {
    const breaker = instrumentOpossum(instrumentOpossum(newBreaker({ resetTimeout: 1e6 })));
    breaker.open();
    await outcome(() => breaker.fire('ok'));
    expect(await of('rejected')).toBe(1);
    expect(await of('transitions')).toEqual({ closed: 0, open: 1, half_open: 0 });
  });
});

/** All that an application can see of its breaker, in order. */
async function use(instrumented: boolean): Promise<unknown[]> {
  const seen: unknown[] = [];
  const breaker = newBreaker({ timeout: 5, errorThresholdPercentage: 50, capacity: 2, cache: true });
  if (instrumented) instrumentOpossum(breaker);
  const events = [
    'open',
    'halfOpen',
    'close',
    'reject',
    'timeout',
    'fallback',
    'failure',
    'success',
    'cacheHit',
  ];
  for (const event of [...events, 'cacheMiss', 'semaphoreLocked'])
    breaker.on(event as 'open', () => seen.push(event));
  for (const call of [
    () => breaker.fire('ok'),
    () => breaker.fire('bad'),
    () => breaker.fire('slow'),
    () => breaker.fire('ok'),
    () => new Promise((resolve) => breaker.once('halfOpen', () => resolve('half open'))),
    () => breaker.fire('bad'),
    () => new Promise((resolve) => breaker.once('halfOpen', () => resolve('half open'))),
    () => breaker.call(breaker, 'ok'),
    () => Promise.all([breaker.fire('slow'), breaker.fire('slow'), breaker.fire('bad')]),
  ])
    seen.push(await outcome(call));
  const { successes, failures, timeouts, rejects } = breaker.stats;
  return [...seen, { successes, failures, timeouts, rejects }];
}

it('what an application sees is the same with and without', async () => {
  expect(await use(true)).toEqual(await use(false));
});
