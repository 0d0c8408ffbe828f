import { trace } from '@opentelemetry/api';
import { describe, expect, it } from 'vitest';
import { interruptAll } from '../../../src/emit/open_operations.ts';
import { job } from '../../../src/media/job/job.ts';
import { session } from '../../../src/media/session/session.ts';
import { messagingDestinationName } from '../../../src/registry/messaging.ts';
import { pointsOf, spanOf } from '../signals.ts';
import { kind, toldJobs } from './told_jobs.ts';

const jobs = toldJobs();
const { states, stateNames, counted, active } = jobs;

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

    const enqueue = await spanOf(jobs.sink, 'media.job.enqueue');
    const run = await spanOf(jobs.sink, 'media.job.run');
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
    const inside = await spanOf(jobs.sink, 'inside');
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
    const { traceId } = (await spanOf(jobs.sink, 'media.job.run')).spanContext();
    for (const record of await jobs.sink.logs()) expect(record.spanContext?.traceId).toBe(traceId);
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
      const points = await pointsOf(jobs.sink, 'media.job.runs');
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
    const { attributes, status } = await spanOf(jobs.sink, 'media.job.enqueue');
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

describe('names that are made up without end', () => {
  it('are few in metrics', async () => {
    for (let at = 0; at < 200; at += 1) await job.run({}, { queue: `q${at}`, type: `t${at}` }, () => {});
    const points = await counted('media.job.runs');
    const queues = new Set(points.map(({ attributes }) => attributes['messaging.destination.name']));
    expect(queues.size).toBeLessThanOrEqual(messagingDestinationName.maxCardinality);
    expect(queues).toContain('other');
  });
});
