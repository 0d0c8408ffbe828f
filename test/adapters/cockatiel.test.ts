import { SeverityNumber, trace } from '@opentelemetry/api';
import * as cockatiel from 'cockatiel';
import { afterEach, beforeEach, describe, expect, expectTypeOf, it } from 'vitest';
import { instrumentCockatiel } from '../../src/adapters/cockatiel.ts';
import { session } from '../../src/media/session/session.ts';
import { startTestSink, type TestSink } from '../../src/testing.ts';
import { spanOf } from '../media/signals.ts';
import { counted, outcome } from './counted.ts';

let sink: TestSink;
let name = '';
let made = 0;
beforeEach(() => {
  sink = startTestSink();
  made += 1;
  name = `cockatiel-${made}`;
});
afterEach(() => sink.shutdown());

const failure = Object.freeze(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }));
const fail = () => Promise.reject(failure);

function newBreaker() {
  return cockatiel.circuitBreaker(cockatiel.handleAll, {
    halfOpenAfter: 0,
    breaker: new cockatiel.ConsecutiveBreaker(2),
  });
}

describe('an instrumented policy', () => {
  it('is the same object, of the same type', () => {
    const { handleAll } = cockatiel;
    const retry = cockatiel.retry(handleAll, { maxAttempts: 1 });
    const breaker = newBreaker();
    const timeout = cockatiel.timeout(10, cockatiel.TimeoutStrategy.Aggressive);
    const bulkhead = cockatiel.bulkhead(1, 1);
    const fallback = cockatiel.fallback(handleAll, 'instead');
    const several = cockatiel.wrap(fallback, retry, breaker, timeout, bulkhead);
    expectTypeOf(instrumentCockatiel(retry, { name })).toEqualTypeOf<cockatiel.RetryPolicy>();
    expectTypeOf(instrumentCockatiel(breaker, { name })).toEqualTypeOf<cockatiel.CircuitBreakerPolicy>();
    expectTypeOf(instrumentCockatiel(timeout, { name })).toEqualTypeOf<cockatiel.TimeoutPolicy>();
    expectTypeOf(instrumentCockatiel(bulkhead, { name })).toEqualTypeOf<cockatiel.BulkheadPolicy>();
    expectTypeOf(instrumentCockatiel(fallback, { name })).toEqualTypeOf<cockatiel.FallbackPolicy<string>>();
    expectTypeOf(instrumentCockatiel(several, { name })).toEqualTypeOf<typeof several>();
    expectTypeOf(instrumentCockatiel(cockatiel.noop, { name })).toEqualTypeOf<cockatiel.NoopPolicy>();
    for (const policy of [retry, breaker, timeout, bulkhead, fallback, several])
      expect(instrumentCockatiel(policy, { name })).toBe(policy);
    expect(breaker.toJSON()).toEqual(newBreaker().toJSON());
    expect(Object.keys(breaker)).toEqual(Object.keys(newBreaker()));
  });

  it('that is a breaker tells its state, transitions and rejected calls', async () => {
    const breaker = instrumentCockatiel(newBreaker(), { name });
    const state = () => counted(sink, 'media.circuit_breaker.state', 'media.circuit_breaker.name', name);
    const of = (what: string) =>
      counted(sink, `media.circuit_breaker.${what}`, 'media.circuit_breaker.name', name);
    expect(await state()).toEqual({ closed: 1, open: 0, half_open: 0 });
    expect(await of('transitions')).toEqual({ closed: 0, open: 0, half_open: 0 });
    expect(await of('rejected')).toBe(0);

    await outcome(() => breaker.execute(fail));
    await outcome(() => breaker.execute(fail));
    expect(await state()).toEqual({ closed: 0, open: 1, half_open: 0 });
    const held = breaker.isolate();
    for (let call = 0; call < 3; call += 1)
      expect(await outcome(() => breaker.execute(() => 1))).toMatchObject({
        thrown: { isIsolatedCircuitError: true },
      });
    held.dispose();
    expect(await breaker.execute(() => 1)).toBe(1);
    expect(await state()).toEqual({ closed: 1, open: 0, half_open: 0 });
    expect(await of('transitions')).toEqual({ closed: 1, open: 1, half_open: 0 });
    expect(await of('rejected')).toBe(3);
  });

  it('that is a breaker recovers by way of half-open, with those who wait for the decision', async () => {
    const breaker = instrumentCockatiel(
      cockatiel.circuitBreaker(cockatiel.handleAll, {
        halfOpenAfter: 60,
        breaker: new cockatiel.ConsecutiveBreaker(1),
      }),
      { name },
    );
    const of = (what: string) =>
      counted(sink, `media.circuit_breaker.${what}`, 'media.circuit_breaker.name', name);
    await outcome(() => breaker.execute(fail));
    expect(await outcome(() => breaker.execute(() => 1))).toMatchObject({
      thrown: { isBrokenCircuitError: true },
    });
    await new Promise((resolve) => setTimeout(resolve, 80));
    const calls = [outcome(() => breaker.execute(fail)), outcome(() => breaker.execute(() => 2))];
    expect(await of('state')).toEqual({ closed: 0, open: 0, half_open: 1 });
    expect(await Promise.all(calls)).toMatchObject([
      { thrown: failure },
      { thrown: { isBrokenCircuitError: true } },
    ]);
    expect(await of('transitions')).toEqual({ closed: 0, open: 2, half_open: 1 });
    expect(await of('rejected')).toBe(2);
  });

  it('that is a breaker says each change as an event of the active trace, at WARN when it opens', async () => {
    const breaker = instrumentCockatiel(newBreaker(), { name });
    await session({ id: 'the-session' }, async () => {
      await outcome(() => breaker.execute(fail));
      await outcome(() => breaker.execute(fail));
      await breaker.execute(() => 1);
    });
    const events = (await sink.logs()).filter(
      ({ eventName }) => eventName === 'media.circuit_breaker.state_changed',
    );
    const { traceId, spanId } = (await spanOf(sink, 'media.session')).spanContext();
    expect(events.map(({ attributes }) => attributes)).toEqual([
      {
        'media.circuit_breaker.name': name,
        'media.circuit_breaker.state': 'open',
        'media.circuit_breaker.previous_state': 'closed',
        'error.type': 'connection_refused',
        'session.id': 'the-session',
        'media.operation': 'session',
      },
      expect.objectContaining({ 'media.circuit_breaker.state': 'half_open' }),
      expect.objectContaining({ 'media.circuit_breaker.state': 'closed' }),
    ]);
    expect(events.map(({ severityNumber }) => severityNumber)).toEqual([
      SeverityNumber.WARN,
      SeverityNumber.INFO,
      SeverityNumber.INFO,
    ]);
    for (const event of events) expect(event.spanContext).toMatchObject({ traceId, spanId });
  });

  it('that retries tells attempts, waits and cost, and says each on the active span', async () => {
    const policy = instrumentCockatiel(
      cockatiel.retry(cockatiel.handleAll, {
        maxAttempts: 2,
        backoff: new cockatiel.IterableBackoff([4, 8]),
      }),
      { name },
    );
    await trace.getTracer('test').startActiveSpan('calls', async (span) => {
      expect(await outcome(() => policy.execute(fail))).toEqual({ thrown: failure });
      let tries = 0;
      expect(await policy.execute(() => (++tries === 1 ? fail() : tries))).toBe(2);
      span.end();
    });
    const of = (what: string) => counted(sink, `media.retry.${what}`, 'media.retry.name', name);
    expect(await of('attempts')).toBe(3);
    expect(await of('given_up')).toBe(1);
    expect(await of('wait')).toBe(3);
    const wait = (await sink.metrics()).find(({ descriptor }) => descriptor.name === 'media.retry.wait');
    const point = wait?.dataPoints.find(({ attributes }) => attributes['media.retry.name'] === name);
    expect(point?.value).toMatchObject({ count: 3, sum: expect.closeTo(0.016) });
    expect(await of('cost')).toBeGreaterThanOrEqual(0.016);
    expect((await spanOf(sink, 'calls')).events.map((event) => [event.name, event.attributes])).toEqual(
      [
        [1, 0.004],
        [2, 0.008],
        [1, 0.004],
      ].map(([attempt, seconds]) => [
        'media.retry.scheduled',
        {
          'media.retry.name': name,
          'media.retry.attempt': attempt,
          'media.retry.wait': seconds,
          'error.type': 'connection_refused',
        },
      ]),
    );
  });

  it('that limits time or concurrency tells what it turned away, and what is free', async () => {
    const bulkhead = cockatiel.bulkhead(2, 1);
    const policy = instrumentCockatiel(
      cockatiel.wrap(bulkhead, cockatiel.timeout(20, cockatiel.TimeoutStrategy.Aggressive)),
      { name },
    );
    const slots = () => counted(sink, 'media.bulkhead.slots', 'media.bulkhead.name', name);
    expect(await slots()).toEqual({ execution: 2, queue: 1 });
    const calls = [1, 2, 3, 4].map(() => outcome(() => policy.execute(() => new Promise(() => {}))));
    expect(await slots()).toEqual({ execution: 0, queue: 0 });
    const ends = await Promise.all(calls);
    expect(ends).toMatchObject([
      { thrown: { isTaskCancelledError: true } },
      { thrown: { isTaskCancelledError: true } },
      { thrown: { isTaskCancelledError: true } },
      { thrown: { isBulkheadRejectedError: true } },
    ]);
    expect(await slots()).toEqual({ execution: 2, queue: 1 });
    expect(await counted(sink, 'media.bulkhead.rejected', 'media.bulkhead.name', name)).toBe(1);
    expect(await counted(sink, 'media.timeout.exceeded', 'media.timeout.name', name)).toBe(3);
  });

  it('counts once if it was instrumented twice, and adds up with others of its name', async () => {
    const breakers = [newBreaker(), newBreaker()];
    for (const breaker of [...breakers, ...breakers]) instrumentCockatiel(breaker, { name });
    breakers[0]?.isolate();
    await outcome(() => breakers[0]?.execute(() => 1));
    const of = (what: string) =>
      counted(sink, `media.circuit_breaker.${what}`, 'media.circuit_breaker.name', name);
    expect(await of('state')).toEqual({ closed: 1, open: 1, half_open: 0 });
    expect(await of('transitions')).toEqual({ closed: 0, open: 1, half_open: 0 });
    expect(await of('rejected')).toBe(1);
  });
});

/** All that an application can see of its policies, in order. */
async function use(instrumented: boolean): Promise<unknown[]> {
  const seen: unknown[] = [];
  const breaker = newBreaker();
  const retry = cockatiel.retry(cockatiel.handleWhenResult((value) => value === 0).orType(Error), {
    maxAttempts: 2,
    backoff: new cockatiel.ConstantBackoff(0),
  });
  const bulkhead = cockatiel.bulkhead(1);
  const policy = cockatiel.wrap(retry, breaker, bulkhead);
  if (instrumented) instrumentCockatiel(policy, { name });
  const see = (what: string) => (data: unknown) =>
    seen.push([what, data instanceof Error ? data.message : data]);
  retry.onRetry(see('retry'));
  retry.onGiveUp(see('give up'));
  breaker.onBreak(see('break'));
  breaker.onReset(see('reset'));
  breaker.onStateChange(see('state'));
  bulkhead.onReject(see('reject'));
  let tries = 0;
  const context: unknown[] = [];
  for (const call of [
    () => policy.execute(() => 1),
    () => policy.execute(() => (++tries % 2 === 0 ? tries : fail())),
    () => policy.execute(() => 0),
    () => policy.execute(fail),
    () => policy.execute(fail),
    () => policy.execute(({ attempt }) => context.push(attempt)),
    () => Promise.all([policy.execute(() => 1), policy.execute(() => 2)]),
    () => breaker.execute(() => 1, AbortSignal.abort()),
    () =>
      breaker.execute(() => {
        throw 'no error';
      }),
  ])
    seen.push(await outcome(call));
  return [...seen, context, breaker.state];
}

it('what an application sees is the same with and without', async () => {
  expect(await use(true)).toEqual(await use(false));
});
