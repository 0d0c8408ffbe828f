import { diag, metrics, trace } from '@opentelemetry/api';
import PQueue from 'p-queue';
import { afterEach, describe, expect, it } from 'vitest';
import { instrumentPQueue } from '../../../src/adapters/p_queue.ts';
import { interruptAll } from '../../../src/emit/open_operations.ts';
import { job } from '../../../src/media/job/job.ts';
import { startTestSink } from '../../../src/testing.ts';
import { BROKEN_TELEMETRY, fail, mended } from '../../broken_telemetry.ts';

afterEach(mended);
afterEach(() => diag.disable());

const thrown = Object.freeze(new Error('HTTP Error 403: Forbidden'));
const isThrown = (error: unknown) => error === thrown;

/** What an application does with jobs, and what it gets of them. */
async function application(): Promise<unknown> {
  const value = {};
  let taken: unknown;
  const added = await job.enqueue({ queue: 'q', type: 'download', payload: { a: 1 } }, (payload) => {
    taken = payload;
    return value;
  });
  const refused = await job.enqueue({ queue: 'q', type: 'x' }, () => Promise.reject(thrown)).catch(isThrown);
  const done = await job.run(taken, { attempt: 2, maxAttempts: 3 }, (running) => {
    running.progress(0.5);
    running.retrying(thrown, { waitSeconds: 1 });
    return value;
  });
  const failed = await job.run(taken, () => Promise.reject(thrown)).catch(isThrown);
  const timedOut = await job
    .run(taken, { timeoutSeconds: 0.005, enforceTimeout: true }, ({ signal }) => {
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    })
    .catch((error: DOMException) => error.name);
  const cancelled = await job
    .run({}, { signal: AbortSignal.abort(thrown) }, ({ signal }) => signal.throwIfAborted())
    .catch(isThrown);
  const stop = job.observeQueue('q', () => {
    throw thrown;
  });
  stop();
  job.heartbeat('q');
  const queue = instrumentPQueue(new PQueue(), { queue: 'p' });
  const task = await queue.add(() => value);
  const badTask = await queue.add(() => Promise.reject(thrown)).catch(isThrown);
  return {
    payload: (taken as { a: number }).a,
    same: [added === value, done === value, task === value],
    errors: [refused, failed, cancelled, badTask],
    timedOut,
  };
}

const EXPECTED = {
  payload: 1,
  same: [true, true, true],
  errors: [true, true, true, true],
  timedOut: 'TimeoutError',
};

describe('with no SDK', () => {
  it('jobs are run, with their time-outs and signals, and nothing is added to payloads', async () => {
    expect(await application()).toEqual(EXPECTED);
    const payload = { a: 1 };
    await job.enqueue({ queue: 'q', type: 'x', payload }, (...given) => {
      expect(given[0]).toBe(payload);
      expect(given[1]).toEqual({});
    });
    expect(interruptAll()).toBe(0);
  });
});

describe('with telemetry that is broken', () => {
  it.each(BROKEN_TELEMETRY)('%s: the application gets the same', async (_name, register) => {
    register();
    expect(await application()).toEqual(EXPECTED);
    expect(interruptAll()).toBe(0);
  });

  it('an SDK that was shut down: the application gets the same', async () => {
    const sink = startTestSink();
    const provider = trace.getTracerProvider();
    const meters = metrics.getMeterProvider();
    await sink.shutdown();
    trace.setGlobalTracerProvider(provider);
    metrics.setGlobalMeterProvider(meters);
    expect(await application()).toEqual(EXPECTED);
  });
});

describe('payloads of every kind', () => {
  const cyclic: Record<string, unknown> = { a: 1 };
  cyclic.self = cyclic;
  const throwing = {
    get url(): string {
      throw thrown;
    },
  };
  const proxy = new Proxy({}, { ownKeys: fail, get: fail, getPrototypeOf: fail, has: fail });

  it.each<[string, unknown]>([
    ['cyclic', cyclic],
    ['huge', { text: 'x'.repeat(5_000_000) }],
    ['frozen', Object.freeze({ a: 1 })],
    ['without a prototype', Object.assign(Object.create(null), { a: 1 })],
    ['with a getter that throws', throwing],
    ['a proxy that throws', proxy],
    ['a class', new (class Job {})()],
    ['with a carrier that is no carrier', { 'otel-media': cyclic }],
    ['with a carrier that throws', { 'otel-media': proxy }],
  ])('%s go through', async (_name, payload) => {
    const sink = startTestSink();
    let taken: unknown;
    await job.enqueue({ queue: 'q', type: 'download', payload }, (given) => {
      taken = given;
    });
    expect(await job.run(taken, () => 'value')).toBe('value');
    expect(await job.run(payload, () => 'value')).toBe('value');
    expect((await sink.spans()).filter(({ name }) => name === 'media.job.run')).toHaveLength(2);
    await sink.shutdown();
  });

  it('and options that throw when they are read keep no job from being run', async () => {
    const sink = startTestSink();
    const options = new Proxy({ queue: 'q', type: 'x' }, { get: fail });
    expect(await job.run({}, options, () => 'value')).toBe('value');
    const odd = { queue: 7, type: null, priority: 'high', id: Symbol('id'), timeoutSeconds: 'soon' } as never;
    expect(await job.run({}, odd, () => 'value')).toBe('value');
    expect(await job.enqueue(odd, () => 'value')).toBe('value');
    await sink.shutdown();
  });
});
