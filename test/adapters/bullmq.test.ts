import { trace } from '@opentelemetry/api';
import { DelayedError, type Job, Queue, QueueEvents, UnrecoverableError, Worker } from 'bullmq';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  bullmqPriority,
  instrumentBullmqProcessor,
  instrumentBullmqQueue,
} from '../../src/adapters/bullmq.ts';
import { levelOf } from '../../src/adapters/bullmq_job.ts';
import { session } from '../../src/media/session/session.ts';
import { startTestSink, type TestSink } from '../../src/testing.ts';
import { pointsOf, spanOf } from '../media/signals.ts';
import { canRunRedis, type RedisServer, startRedis } from './redis_server.ts';

describe('priorities of BullMQ', () => {
  it.each([
    [undefined, 2],
    [0, 2],
    [1, 4],
    [2, 3],
    [3, 2],
    [4, 1],
    [5, 0],
    [2_097_151, 0],
  ])('%s is our %i', (theirs, ours) => {
    expect(levelOf(theirs)).toBe(ours);
  });

  it('of an application’s own are found between its numbers', () => {
    const numbers = [50, 40, 30, 20, 10] as const;
    expect([9, 10, 35, 60].map((one) => levelOf(one, numbers))).toEqual([4, 4, 2, 0]);
  });

  it('come back as they went', () => {
    for (const level of [0, 1, 2, 3, 4] as const) expect(levelOf(bullmqPriority(level))).toBe(level);
  });
});

describe.skipIf(!canRunRedis())('BullMQ on a real Redis', () => {
  let redis: RedisServer;
  let sink: TestSink;
  let queue: Queue;
  let worker: Worker | undefined;
  let count = 0;

  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());
  beforeEach(() => {
    sink = startTestSink({ hashKey: 'a key of the tests' });
    count += 1;
    queue = instrumentBullmqQueue(new Queue(`media${count}`, { connection: { port: redis.port } }), {
      types: ['download'],
    });
  });
  afterEach(async () => {
    await worker?.close();
    worker = undefined;
    await queue.close();
    await sink.shutdown();
  });

  const start = (processor: (job: Job) => Promise<unknown>) => {
    worker = new Worker(queue.name, instrumentBullmqProcessor(processor), {
      connection: { port: redis.port },
    });
    return worker;
  };

  /** What becomes of a job, by BullMQ's own word. */
  async function settled(job: Job): Promise<unknown> {
    const events = new QueueEvents(queue.name, { connection: { port: redis.port } });
    try {
      return await job.waitUntilFinished(events, 10_000).catch((error: Error) => error.message);
    } finally {
      await events.close();
    }
  }

  async function states() {
    const events = (await sink.logs()).filter(({ eventName }) => eventName === 'media.job.state_changed');
    return events.map(({ attributes }) => attributes['media.job.state']);
  }

  const counted = async (name: string) => (await pointsOf(sink, name)).filter(({ value }) => value > 0);

  it('is one trace from `add` to what the processor does; the data stays as it is', async () => {
    let seen: unknown;
    start(async (job) => {
      seen = job.data;
      trace.getTracer('theirs').startSpan('inside').end();
      return { bytes: 5 };
    });
    const job = await session({ id: 'session-1' }, () =>
      queue.add('download', { url: 'https://example.org/' }, { priority: bullmqPriority(4) }),
    );
    expect(await settled(job)).toEqual({ bytes: 5 });
    expect(seen).toEqual({ url: 'https://example.org/' });
    const enqueue = await spanOf(sink, 'media.job.enqueue');
    const run = await spanOf(sink, 'media.job.run');
    expect(run.parentSpanContext?.spanId).toBe(enqueue.spanContext().spanId);
    expect((await spanOf(sink, 'inside')).parentSpanContext?.spanId).toBe(run.spanContext().spanId);
    for (const span of [enqueue, run]) {
      expect(span.attributes).toMatchObject({
        'messaging.system': 'bullmq',
        'messaging.destination.name': queue.name,
        'messaging.message.id': job.id,
        'media.job.type': 'download',
        'media.job.priority': 'critical',
        'session.id': 'session-1',
      });
    }
    expect(await states()).toEqual(expect.arrayContaining(['queued', 'running', 'completed']));
  });

  it('tells retries with their back-off, and what they cost', async () => {
    start(async (job) => {
      if (job.attemptsMade < 2) throw new Error('HTTP Error 503: Service Unavailable');
      return 'at last';
    });
    const backoff = { type: 'fixed', delay: 60 };
    const job = await queue.add('download', {}, { attempts: 3, backoff });
    expect(await settled(job)).toBe('at last');
    const kind = { 'messaging.destination.name': queue.name, 'media.job.type': 'download' };
    expect(await counted('media.job.retries')).toEqual([{ value: 2, attributes: kind }]);
    expect(await counted('media.job.retry.wait.duration')).toEqual([{ value: 2, attributes: kind }]);
    expect(await counted('media.job.runs')).toEqual([
      { value: 1, attributes: { ...kind, 'media.job.state': 'completed' } },
      { value: 2, attributes: { ...kind, 'media.job.state': 'retrying' } },
    ]);
    const runs = (await sink.spans()).filter(({ name }) => name === 'media.job.run');
    expect(runs.map(({ attributes }) => attributes['media.job.attempt'])).toEqual([1, 2, 3]);
    expect(runs[2]?.attributes['media.job.retry_cost']).toBeGreaterThan(0.1);
    // All attempts are in the trace of the enqueuing.
    expect(new Set(runs.map((run) => run.spanContext().traceId)).size).toBe(1);
  });

  it('tells a job that is not to be tried again from one that is', async () => {
    start(async () => {
      throw new UnrecoverableError('Private video. Sign in');
    });
    const job = await queue.add('download', {}, { attempts: 3 });
    expect(await settled(job)).toContain('Private video');
    expect((await states()).filter((state) => state === 'retrying')).toEqual([]);
    expect(await counted('media.job.failures')).toHaveLength(1);
  });

  it('takes a job that is put back for later for no failure', async () => {
    start(async (job) => {
      if (job.attemptsStarted > 1) return 'later';
      await job.moveToDelayed(Date.now() + 30, job.token);
      throw new DelayedError();
    });
    const job = await queue.add('download', {});
    expect(await settled(job)).toBe('later');
    expect(await counted('media.job.failures')).toEqual([]);
    expect(await states()).toContain('pending');
    const kind = { 'messaging.destination.name': queue.name, 'media.job.type': 'download' };
    expect(await counted('media.job.wait.duration')).toEqual([
      { value: 1, attributes: { ...kind, 'media.job.priority': 'normal' } },
    ]);
  });

  it('tells the size of the queue by state and priority', async () => {
    await queue.add('download', {}, { priority: bullmqPriority(4) });
    await queue.add('download', {}, { priority: bullmqPriority(4) });
    await queue.add('download', {});
    await queue.addBulk([
      { name: 'subtitle', data: {}, opts: { priority: bullmqPriority(0) } },
      { name: 'subtitle', data: {}, opts: { delay: 60_000 } },
    ]);
    const mine = async (name: string, by: string) =>
      Object.fromEntries(
        (await pointsOf(sink, name))
          .filter(({ attributes }) => attributes['messaging.destination.name'] === queue.name)
          .map(({ value, attributes }) => [attributes[by], value]),
      );
    expect(await mine('media.job.queue.size', 'media.job.state')).toEqual({
      pending: 1,
      queued: 4,
      running: 0,
      completed: 0,
      failed: 0,
    });
    expect(await mine('media.job.queue.waiting', 'media.job.priority')).toEqual({
      ...{ lowest: 1, low: 0, normal: 1, high: 0, critical: 2 },
    });
    const spans = (await sink.spans()).filter(({ name }) => name === 'media.job.enqueue');
    expect(spans.map(({ attributes }) => attributes['media.job.state'])).toEqual([
      ...['queued', 'queued', 'queued', 'queued', 'pending'],
    ]);
    expect(spans.every(({ attributes }) => typeof attributes['messaging.message.id'] === 'string')).toBe(
      true,
    );
  });

  it('holds up no export when its Redis is gone', async () => {
    const other = await startRedis();
    const connection = { port: other.port, retryStrategy: () => 60_000 };
    const orphan = instrumentBullmqQueue(new Queue('orphan', { connection }));
    orphan.on('error', () => {});
    await orphan.add('download', {});
    await other.stop();
    await queue.add('download', {});
    const size = async () =>
      (await pointsOf(sink, 'media.job.queue.size')).filter(
        ({ value, attributes }) => value === 1 && attributes['messaging.destination.name'] === queue.name,
      );
    expect(await size()).toHaveLength(1);
    expect(await size()).toHaveLength(1);
    // Waits for a connection that does not come.
    void orphan.disconnect().catch(() => {});
  });

  it('throws what `add` throws, the very value', async () => {
    await expect(queue.add('download', {}, { jobId: '0' })).rejects.toThrow("JobId cannot be '0'");
    const { status } = await spanOf(sink, 'media.job.enqueue');
    expect(status.code).toBe(2);
  });
});

describe('a processor that is instrumented', () => {
  it('has as many parameters as it had, since BullMQ looks at them', () => {
    expect(instrumentBullmqProcessor(async (_job: Job) => {}).length).toBe(1);
    const three = async (_job: Job, _token?: string, _signal?: AbortSignal) => {};
    expect(instrumentBullmqProcessor(three).length).toBe(3);
    expect(instrumentBullmqProcessor(three).name).toBe('three');
  });

  it('has the types that BullMQ gives it', async () => {
    // Not run: that it compiles is the test.
    const types = () => [
      new Worker<{ link: string }, number>(
        'media',
        instrumentBullmqProcessor(async (job) => job.data.link.length),
      ),
      instrumentBullmqQueue(new Queue<{ link: string }>('media')).add('download', { link: 'x' }),
    ];
    expect(types).toBeTypeOf('function');
  });

  it('is run all the same with jobs that throw when they are read', async () => {
    const sink = startTestSink();
    const bad = new Proxy({} as Job, {
      get() {
        throw new Error('no');
      },
    });
    expect(await instrumentBullmqProcessor(async (_job: Job) => 'value')(bad)).toBe('value');
    await sink.shutdown();
  });
});
