import { context, trace } from '@opentelemetry/api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { interruptAll } from '../../../src/emit/open_operations.ts';
import { job } from '../../../src/media/job/job.ts';
import { session } from '../../../src/media/session/session.ts';
import { messagingDestinationName } from '../../../src/registry/messaging.ts';
import { startTestSink, type TestSink } from '../../../src/testing.ts';
import { pointsOf, spanOf } from '../signals.ts';

let sink: TestSink;
beforeEach(() => {
  sink = startTestSink({ hashKey: 'a key of the tests' });
});
afterEach(() => sink.shutdown());

/** The states that jobs went through, in order, with what else is told of each. */
async function states(): Promise<Record<string, unknown>[]> {
  const events = (await sink.logs()).filter(({ eventName }) => eventName === 'media.job.state_changed');
  return events.map(({ attributes, severityText }) => ({ ...attributes, severityText }));
}

const stateNames = async () => (await states()).map((one) => one['media.job.state']);

/** Only the points that were counted: series begin at 0. */
async function counted(name: string) {
  return (await pointsOf(sink, name)).filter(({ value }) => value > 0);
}

const kind = (type: string, queue = 'media') => ({
  'messaging.destination.name': queue,
  'media.job.type': type,
});

/** How many jobs are under way, of all queues and kinds. */
async function active(): Promise<number> {
  const points = await pointsOf(sink, 'media.job.active');
  expect(points.length).toBeGreaterThan(0);
  return points.reduce((sum, { value }) => sum + value, 0);
}

describe('a job', () => {
  it('is one trace from the queue to the worker, by its payload alone', async () => {
    const payload = Object.freeze({ url: 'https://example.org/' });
    let onQueue = '';
    const added = await session({ id: 'session-of-the-job' }, () =>
      job.enqueue({ queue: 'media', type: 'download', priority: 4, id: '4711', payload }, async (found) => {
        onQueue = JSON.stringify(found);
        return 'added';
      }),
    );
    expect(added).toBe('added');
    expect(payload).toEqual({ url: 'https://example.org/' });
    const taken = JSON.parse(onQueue);
    expect(taken.url).toBe('https://example.org/');

    const done = await job.run(taken, async (running) => {
      running.progress({ done: 1, total: 4 });
      trace.getTracer('theirs').startSpan('inside').end();
      return 'done';
    });
    expect(done).toBe('done');

    const enqueue = await spanOf(sink, 'media.job.enqueue');
    const run = await spanOf(sink, 'media.job.run');
    expect([enqueue.kind, run.kind]).toEqual([3, 4]);
    expect(run.parentSpanContext).toMatchObject({ spanId: enqueue.spanContext().spanId, isRemote: true });
    expect(run.spanContext().traceId).toBe(enqueue.spanContext().traceId);
    const described = {
      ...kind('download'),
      'media.job.priority': 'critical',
      'messaging.message.id': '4711',
      'session.id': 'session-of-the-job',
    };
    expect(enqueue.attributes).toEqual({
      ...described,
      'media.job.state': 'queued',
      'messaging.operation.name': 'enqueue',
      'messaging.operation.type': 'send',
      'media.operation': 'job',
    });
    expect(run.attributes).toEqual({
      ...described,
      'media.job.state': 'completed',
      'media.job.attempt': 1,
      'media.job.timeout': 3600,
      'media.job.wait': expect.any(Number),
      'media.job.progress': 0.25,
      'messaging.operation.name': 'run',
      'messaging.operation.type': 'process',
      'media.operation': 'job',
    });
    const inside = await spanOf(sink, 'inside');
    expect(inside.parentSpanContext?.spanId).toBe(run.spanContext().spanId);
    expect(inside.attributes).toEqual({ 'media.operation': 'job', 'session.id': 'session-of-the-job' });
  });

  it('tells its states as events of its trace', async () => {
    await job.enqueue({ queue: 'media', type: 'thumbnail', payload: {} }, (payload) =>
      job.run(payload, () => {}),
    );
    const [running, completed, queued] = await states();
    // It was run before `add` came back.
    expect(running).toMatchObject({ 'media.job.state': 'running', 'media.job.previous_state': 'queued' });
    expect(completed).toMatchObject({
      'media.job.state': 'completed',
      'media.job.previous_state': 'running',
    });
    expect(queued).toMatchObject({ 'media.job.state': 'queued', severityText: 'INFO' });
    const { traceId } = (await spanOf(sink, 'media.job.run')).spanContext();
    for (const record of await sink.logs()) expect(record.spanContext?.traceId).toBe(traceId);
  });

  it('is counted exactly, by queue, kind, priority and state', async () => {
    const one = (type: string, priority: 0 | 4, work: () => void) =>
      job
        .enqueue({ queue: 'media', type, priority, payload: {} }, (payload) => job.run(payload, work))
        .catch(() => {});
    await one('download', 4, () => {});
    await one('download', 4, () => {});
    await one('subtitle', 0, () => {
      throw new Error('HTTP Error 429: Too Many Requests');
    });
    expect(await counted('media.job.enqueued')).toEqual([
      { value: 2, attributes: { ...kind('download'), 'media.job.priority': 'critical' } },
    ]);
    expect(await counted('media.job.runs')).toEqual([
      { value: 2, attributes: { ...kind('download'), 'media.job.state': 'completed' } },
      { value: 1, attributes: { ...kind('subtitle'), 'media.job.state': 'failed' } },
    ]);
    expect(await counted('media.job.failures')).toEqual([
      {
        value: 1,
        attributes: {
          ...kind('subtitle'),
          'error.type': 'rate_limited',
          'media.error.category': 'blocked',
        },
      },
    ]);
    expect(await counted('media.job.wait.duration')).toHaveLength(2);
    expect(await active()).toBe(0);
  });

  it('has its series begin at 0, so that the first failure is an increase', async () => {
    await job.run({}, { queue: 'fresh', type: 'download' }, async () => {
      const points = await pointsOf(sink, 'media.job.runs');
      expect(points.map(({ value, attributes }) => [attributes['media.job.state'], value])).toEqual(
        ['completed', 'failed', 'cancelled', 'retrying', 'interrupted'].map((state) => [state, 0]),
      );
    });
  });

  it('that is not due yet is pending', async () => {
    await job.enqueue({ queue: 'media', type: 'download', delaySeconds: 60 }, () => {});
    expect(await stateNames()).toEqual(['pending']);
  });

  it('that the queue does not take has failed, and was not enqueued', async () => {
    const refused = new Error('connect ECONNREFUSED 127.0.0.1:6379');
    await expect(
      job.enqueue({ queue: 'media', type: 'download' }, () => Promise.reject(refused)),
    ).rejects.toBe(refused);
    expect(await stateNames()).toEqual(['failed']);
    const { attributes, status } = await spanOf(sink, 'media.job.enqueue');
    expect(attributes['error.type']).toBe('connection_refused');
    expect(status.code).toBe(2);
    expect(await counted('media.job.enqueued')).toEqual([]);
  });

  it('ends as interrupted when the process does, once', async () => {
    let go = (_: string) => {};
    const running = job.run(
      {},
      { queue: 'media', type: 'download' },
      () => new Promise<string>((done) => (go = done)),
    );
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await active()).toBe(1);
    expect(interruptAll()).toBe(1);
    go('value');
    expect(await running).toBe('value');
    expect(await stateNames()).toEqual(['running', 'interrupted']);
    expect(await active()).toBe(0);
  });
});

describe('the join of a run', () => {
  const enqueued = async () => {
    let carried: unknown;
    await job.enqueue({ queue: 'media', type: 'download', payload: {} }, (payload) => {
      carried = payload;
    });
    return carried;
  };

  it('is a link where that is asked for: a trace of its own', async () => {
    await job.run(await enqueued(), { join: 'link' }, () => {});
    const enqueue = (await spanOf(sink, 'media.job.enqueue')).spanContext();
    const run = await spanOf(sink, 'media.job.run');
    expect(run.parentSpanContext).toBeUndefined();
    expect(run.spanContext().traceId).not.toBe(enqueue.traceId);
    expect(run.links.map((link) => link.context.spanId)).toEqual([enqueue.spanId]);
  });

  it('as a child links to what was active where it is run', async () => {
    const payload = await enqueued();
    const polling = trace.getTracer('theirs').startSpan('polling');
    await context.with(trace.setSpan(context.active(), polling), () => job.run(payload, () => {}));
    polling.end();
    const run = await spanOf(sink, 'media.job.run');
    expect(run.parentSpanContext?.spanId).toBe(
      (await spanOf(sink, 'media.job.enqueue')).spanContext().spanId,
    );
    expect(run.links.map((link) => link.context.spanId)).toEqual([polling.spanContext().spanId]);
  });

  it.each([['a text'], [7], [null], [['a', 'list']], [new Date(0)], [Buffer.from('bytes')]])(
    'of a payload without a place for it, %j, is by the carrier',
    async (payload) => {
      let given: unknown;
      let carrier: unknown;
      await job.enqueue({ queue: 'media', type: 'download', payload }, (...all) => {
        [given, carrier] = all;
      });
      expect(given).toBe(payload);
      await job.run(JSON.parse(JSON.stringify(carrier)), () => {});
      const enqueue = await spanOf(sink, 'media.job.enqueue');
      expect((await spanOf(sink, 'media.job.run')).parentSpanContext?.spanId).toBe(
        enqueue.spanContext().spanId,
      );
    },
  );

  it.each([
    ['nothing', undefined],
    ['something else', { traceparent: 'nonsense', queue: 'media' }],
    [
      'rubbish',
      { 'otel-media': { traceparent: 'x'.repeat(1e6), enqueuedAt: 'soon', id: {}, priority: NaN } },
    ],
    ['an invalid trace', { 'otel-media': { traceparent: `00-${'0'.repeat(32)}-${'0'.repeat(16)}-01` } }],
    ['a list', { 'otel-media': [[]] }],
  ])('by %s is none: the job runs in a trace of its own', async (_name, payload) => {
    expect(await job.run(payload, () => 'value')).toBe('value');
    const run = await spanOf(sink, 'media.job.run');
    expect(run.parentSpanContext).toBeUndefined();
    expect(run.attributes).toMatchObject({ 'media.job.type': 'other', 'media.job.priority': 'normal' });
  });
});

describe('retries', () => {
  const attempt = (number: number, work: () => void) =>
    job
      .run({}, { queue: 'media', type: 'download', id: 'r', attempt: number, maxAttempts: 3 }, work)
      .catch(() => {});
  const fail = () => {
    throw new Error('HTTP Error 503: Service Unavailable');
  };

  it('made by the queue are counted, with their waits and what they cost', async () => {
    await attempt(1, fail);
    await new Promise((resolve) => setTimeout(resolve, 30));
    await attempt(2, fail);
    await attempt(3, () => {});
    expect(await stateNames()).toEqual([
      'running',
      'retrying',
      'running',
      'retrying',
      'running',
      'completed',
    ]);
    const [, , second, , , last] = await states();
    expect(second).toMatchObject({ 'media.job.attempt': 2, 'media.job.previous_state': 'retrying' });
    expect(second?.['media.job.retry_wait']).toBeGreaterThan(0.02);
    expect(last?.['media.job.retry_cost']).toBeGreaterThan(0.02);
    expect(await counted('media.job.retries')).toEqual([{ value: 2, attributes: kind('download') }]);
    expect(await counted('media.job.retry.wait.duration')).toEqual([
      { value: 2, attributes: kind('download') },
    ]);
    expect(await counted('media.job.retry.cost.duration')).toEqual([
      { value: 1, attributes: { ...kind('download'), 'media.job.state': 'completed' } },
    ]);
    // The job waited in the queue once.
    expect(await counted('media.job.wait.duration')).toEqual([]);
  });

  it('that are used up leave a job that has failed', async () => {
    await attempt(3, fail);
    expect(await stateNames()).toEqual(['running', 'failed']);
    const { status, attributes } = await spanOf(sink, 'media.job.run');
    expect(status).toEqual({ code: 2, message: 'server_error' });
    expect(attributes).toMatchObject({ 'error.type': 'server_error', 'media.error.category': 'network' });
  });

  it('are told apart by the application where their number does not tell', async () => {
    const options = { queue: 'media', type: 'download', maxAttempts: 3, willRetry: () => false };
    await job.run({}, options, fail).catch(() => {});
    expect(await stateNames()).toEqual(['running', 'failed']);
  });

  it('inside of a run are counted too', async () => {
    await job.run({}, { queue: 'media', type: 'download' }, (running) => {
      running.retrying(new Error('connect ETIMEDOUT'), { waitSeconds: 2 });
      running.retrying(new Error('connect ETIMEDOUT'), { waitSeconds: 4 });
    });
    expect(await counted('media.job.retries')).toEqual([{ value: 2, attributes: kind('download') }]);
    const cost = (await states()).at(-1)?.['media.job.retry_cost'];
    expect(cost).toBeGreaterThanOrEqual(6);
    expect(cost).toBeLessThan(7);
    expect((await states())[1]).toMatchObject({ 'error.type': 'timeout', 'media.job.retry_wait': 2 });
  });
});

describe('a job that takes too long', () => {
  it.each([
    ['download', 3600],
    ['video_info', 30],
    ['subtitle', 60],
    ['thumbnail', 30],
    ['of_their_own', 3600],
  ])('%s has a time-out of %i s', async (type, seconds) => {
    await job.run({}, { queue: 'media', type }, () => {});
    expect((await spanOf(sink, 'media.job.run')).attributes['media.job.timeout']).toBe(seconds);
  });

  it('is noticed at the export while it runs, once, with its age', async () => {
    await job.run({}, { queue: 'stuck', type: 'download', timeoutSeconds: 0.01 }, async ({ signal }) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(await counted('media.job.running.overdue')).toEqual([
        { value: 1, attributes: kind('download', 'stuck') },
      ]);
      const [age] = await counted('media.job.running.age');
      expect(age?.value).toBeGreaterThan(0.01);
      expect(signal.aborted).toBe(false);
    });
    expect((await pointsOf(sink, 'media.job.running.overdue')).map(({ value }) => value)).not.toContain(1);
    expect(await counted('media.job.timeouts')).toEqual([
      { value: 1, attributes: kind('download', 'stuck') },
    ]);
    const noticed = (await sink.logs()).filter(({ eventName }) => eventName === 'media.job.overdue');
    expect(noticed.map(({ severityText }) => severityText)).toEqual(['WARN']);
    const { attributes } = await spanOf(sink, 'media.job.run');
    expect(attributes).toMatchObject({ 'media.job.overdue': true, 'media.job.state': 'completed' });
  });

  it('is ended where that is asked for, and has failed for that reason', async () => {
    const options = { queue: 'media', type: 'download', timeoutSeconds: 0.01, enforceTimeout: true };
    const work = ({ signal }: { signal: AbortSignal }) =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('closed'))));
    await expect(job.run({}, options, work)).rejects.toThrow('closed');
    const { attributes } = await spanOf(sink, 'media.job.run');
    expect(attributes).toMatchObject({
      'media.job.state': 'failed',
      'error.type': 'timeout',
      'media.job.overdue': true,
    });
  });
});

describe('a job that is called off', () => {
  it('by its signal is cancelled, whatever its work makes of it', async () => {
    const controller = new AbortController();
    const running = job.run(
      {},
      { queue: 'media', type: 'download', signal: controller.signal },
      ({ signal }) => {
        controller.abort();
        expect(signal.aborted).toBe(true);
        throw new Error('connection closed');
      },
    );
    await expect(running).rejects.toThrow('connection closed');
    expect(await stateNames()).toEqual(['running', 'cancelled']);
    expect(await counted('media.job.failures')).toEqual([]);
  });

  it('by an AbortError, or by its own word, is cancelled', async () => {
    await job.run({}, () => Promise.reject(new DOMException('no', 'AbortError'))).catch(() => {});
    await job.run({}, (running) => running.cancelled());
    expect(await stateNames()).toEqual(['running', 'cancelled', 'running', 'cancelled']);
    for (const { status } of await sink.spans()) expect(status.code).toBe(0);
  });

  it('but is done all the same, is done', async () => {
    await job.run({}, { signal: AbortSignal.abort() }, () => {});
    expect(await stateNames()).toEqual(['running', 'completed']);
  });

  it('by the word of work that does not throw, has failed', async () => {
    await job.run({}, (running) => running.failed(new Error('HTTP Error 403: Forbidden')));
    expect((await states()).at(-1)).toMatchObject({ 'media.job.state': 'failed', 'error.type': 'forbidden' });
  });
});

describe('a queue that is observed', () => {
  it('tells its size by state, who waits by priority, and both capacities', async () => {
    const stop = job.observeQueue('media', () => ({
      states: { queued: 7, running: 3, completed: 0 },
      waiting: { 0: 5, 4: 2 },
    }));
    const queue = { 'messaging.destination.name': 'media' };
    expect(await pointsOf(sink, 'media.job.queue.size')).toEqual([
      { value: 7, attributes: { ...queue, 'media.job.state': 'queued' } },
      { value: 3, attributes: { ...queue, 'media.job.state': 'running' } },
      { value: 0, attributes: { ...queue, 'media.job.state': 'completed' } },
    ]);
    expect(await pointsOf(sink, 'media.job.queue.waiting')).toEqual([
      { value: 5, attributes: { ...queue, 'media.job.priority': 'lowest' } },
      { value: 2, attributes: { ...queue, 'media.job.priority': 'critical' } },
    ]);
    expect(await pointsOf(sink, 'media.job.queue.capacity')).toEqual([{ value: 1000, attributes: queue }]);
    expect(await pointsOf(sink, 'media.job.worker.capacity')).toEqual([{ value: 10, attributes: queue }]);
    expect(await pointsOf(sink, 'media.job.worker.busy')).toEqual([{ value: 3, attributes: queue }]);
    stop();
    expect(await counted('media.job.queue.size')).toEqual([]);
    expect(await counted('media.job.worker.capacity')).toEqual([]);
  });

  it('that is asked for its figures is waited for, a little', async () => {
    const stop = job.observeQueue('soon', async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return { states: { queued: 8 } };
    });
    expect((await pointsOf(sink, 'media.job.queue.size')).map(({ value }) => value)).toEqual([8]);
    stop();
  });

  it('that is slow holds up no export for long, and is asked once at a time', async () => {
    let asked = 0;
    let answer = (_: { states: { queued: number } }) => {};
    const stop = job.observeQueue('slow', () => {
      asked += 1;
      return new Promise((resolve) => (answer = resolve));
    });
    expect(await pointsOf(sink, 'media.job.queue.size')).toEqual([]);
    expect(await pointsOf(sink, 'media.job.queue.size')).toEqual([]);
    expect(asked).toBe(1);
    answer({ states: { queued: 9 } });
    await new Promise((resolve) => setTimeout(resolve));
    expect((await pointsOf(sink, 'media.job.queue.size')).map(({ value }) => value)).toEqual([9]);
    expect(asked).toBe(2);
    stop();
  });

  it.each<[string, () => never]>([
    [
      'throws',
      () => {
        throw new Error('no');
      },
    ],
    ['rejects', () => Promise.reject(new Error('no')) as never],
    ['gives rubbish', () => ({ states: { queued: 'many', running: -1, failed: NaN }, waiting: 7 }) as never],
    ['gives nothing', () => undefined as never],
    [
      'gives getters that throw',
      () =>
        ({
          get states() {
            throw new Error('no');
          },
        }) as never,
    ],
  ])('and %s harms nobody', async (_name, read) => {
    const bad = job.observeQueue('bad', read);
    const good = job.observeQueue('good', () => ({ capacity: 5 }));
    const points = await pointsOf(sink, 'media.job.queue.capacity');
    expect(points).toContainEqual({ value: 5, attributes: { 'messaging.destination.name': 'good' } });
    bad();
    good();
  });
});

describe('a worker', () => {
  it('shows when it last did something, or said that it is alive', async () => {
    job.heartbeat('idle');
    const points = await pointsOf(sink, 'media.job.worker.last_activity');
    const found = points.find(({ attributes }) => attributes['messaging.destination.name'] === 'idle');
    expect(Math.abs((found?.value ?? 0) - Date.now() / 1000)).toBeLessThan(60);
  });
});

describe('names that are made up without end', () => {
  it('are few in metrics', async () => {
    for (let at = 0; at < 200; at += 1) await job.run({}, { queue: `q${at}`, type: `t${at}` }, () => {});
    const points = await counted('media.job.runs');
    const queues = new Set(points.map(({ attributes }) => attributes['messaging.destination.name']));
    expect(queues.size).toBeLessThanOrEqual(messagingDestinationName.maxCardinality);
    expect(queues).toContain('other');
  });
});
