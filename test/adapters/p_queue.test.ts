import { trace } from '@opentelemetry/api';
import PQueue from 'p-queue';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instrumentPQueue } from '../../src/adapters/p_queue.ts';
import { session } from '../../src/media/session/session.ts';
import { startTestSink, type TestSink } from '../../src/testing.ts';
import { pointsOf, spanOf } from '../media/signals.ts';

let sink: TestSink;
beforeEach(() => {
  sink = startTestSink({ hashKey: 'a key of the tests' });
});
afterEach(() => sink.shutdown());

const made = (options?: ConstructorParameters<typeof PQueue>[0]) =>
  instrumentPQueue(new PQueue(options), { queue: 'tasks', type: 'download' });

const counted = async (name: string) => (await pointsOf(sink, name)).filter(({ value }) => value > 0);

async function states() {
  const events = (await sink.logs()).filter(({ eventName }) => eventName === 'media.job.state_changed');
  return events.map(({ attributes }) => attributes['media.job.state']);
}

const kind = { 'messaging.destination.name': 'tasks', 'media.job.type': 'download' };
const fail = (error: unknown) => () => Promise.reject(error);

describe('a queue of p-queue', () => {
  it('is itself, with its types and values', async () => {
    const queue = new PQueue({ concurrency: 2 });
    expect(instrumentPQueue(queue, { queue: 'tasks' })).toBe(queue);
    expect(instrumentPQueue(queue, { queue: 'tasks' })).toBe(queue);
    const number: number = await queue.add(() => 1);
    const all: [string, number] = await queue.addAll([() => 'a', async () => 2]);
    expect([number, ...all]).toEqual([1, 'a', 2]);
    expect(queue).toBeInstanceOf(PQueue);
    await queue.onIdle();
  });

  it('has each task told as a job, in the trace of who added it', async () => {
    const queue = made({ concurrency: 1 });
    await session({ id: 'session-1' }, (running) =>
      queue.add(
        () => {
          trace.getTracer('theirs').startSpan('inside').end();
          return running.id;
        },
        { priority: 3, id: 'task-1' },
      ),
    );
    const [root, enqueue, run, inside] = await Promise.all(
      ['media.session', 'media.job.enqueue', 'media.job.run', 'inside'].map((name) => spanOf(sink, name)),
    );
    expect(enqueue?.parentSpanContext?.spanId).toBe(root?.spanContext().spanId);
    expect(run?.parentSpanContext?.spanId).toBe(enqueue?.spanContext().spanId);
    expect(inside?.parentSpanContext?.spanId).toBe(run?.spanContext().spanId);
    expect(run?.links).toEqual([]);
    expect(run?.attributes).toMatchObject({
      ...kind,
      'media.job.priority': 'high',
      'messaging.message.id': 'task-1',
      'messaging.system': 'p-queue',
      'session.id': 'session-1',
      'media.job.state': 'completed',
    });
    expect(await states()).toEqual(['queued', 'running', 'completed']);
  });

  it('throws what a task throws, the very value, also one that throws at once', async () => {
    const queue = made();
    const error = Object.freeze(new Error('HTTP Error 403: Forbidden'));
    await expect(queue.add(fail(error))).rejects.toBe(error);
    const thrown = queue.add(() => {
      throw error;
    });
    await expect(thrown).rejects.toBe(error);
    expect(await counted('media.job.failures')).toEqual([
      { value: 2, attributes: { ...kind, 'error.type': 'forbidden', 'media.error.category': 'blocked' } },
    ]);
  });

  it('tells who waits, who runs, and how many there can be', async () => {
    const queue = made({ concurrency: 2 });
    let go = () => {};
    const gate = new Promise<void>((resolve) => (go = resolve));
    const all = [1, 1, 4, 4, 0].map((priority) => queue.add(() => gate, { priority }));
    const size = await pointsOf(sink, 'media.job.queue.size');
    expect(size.map(({ value, attributes }) => [attributes['media.job.state'], value])).toEqual([
      ['queued', 3],
      ['running', 2],
    ]);
    expect(
      (await counted('media.job.queue.waiting')).map(({ value, attributes }) => [
        attributes['media.job.priority'],
        value,
      ]),
    ).toEqual([
      ['lowest', 1],
      ['critical', 2],
    ]);
    expect((await pointsOf(sink, 'media.job.worker.capacity')).map(({ value }) => value)).toEqual([2]);
    expect((await pointsOf(sink, 'media.job.worker.busy')).map(({ value }) => value)).toEqual([2]);
    go();
    await Promise.all(all);
    expect(await counted('media.job.runs')).toEqual([
      { value: 5, attributes: { ...kind, 'media.job.state': 'completed' } },
    ]);
    expect(await counted('media.job.queue.size')).toEqual([]);
  });

  it('without a limit has no capacity', async () => {
    made();
    expect(await pointsOf(sink, 'media.job.worker.capacity')).toEqual([]);
  });

  it('that gives a task up for its time-out says so, even if the task goes on', async () => {
    const queue = made();
    const never = queue.add(() => new Promise((resolve) => setTimeout(resolve, 30)), { timeout: 5 });
    await expect(never).rejects.toMatchObject({ name: 'TimeoutError' });
    expect((await spanOf(sink, 'media.job.run')).attributes).toMatchObject({
      'media.job.state': 'failed',
      'error.type': 'timeout',
      'media.job.timeout': 0.005,
    });
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(await states()).toEqual(['queued', 'running', 'failed']);
  });

  it('tells tasks that are called off while they wait, and while they run', async () => {
    const queue = made({ concurrency: 1 });
    const controller = new AbortController();
    const hangs = () => new Promise(() => {});
    const running = queue.add(hangs, { signal: controller.signal });
    const waiting = queue.add(hangs, { signal: controller.signal });
    const reason = new Error('not wanted any more');
    controller.abort(reason);
    await expect(running).rejects.toBe(reason);
    await expect(waiting).rejects.toBe(reason);
    expect((await states()).filter((state) => state === 'cancelled')).toHaveLength(2);
    expect(await counted('media.job.failures')).toEqual([]);
    const late = queue.add(hangs, { signal: controller.signal });
    await expect(late).rejects.toBe(reason);
    expect((await states()).filter((state) => state === 'cancelled')).toHaveLength(3);
  });

  it('that is cleared tells of those who waited; their rejections stay handled', async () => {
    const queue = made({ concurrency: 1 });
    const first = queue.add(() => new Promise((resolve) => setTimeout(resolve, 5)));
    const ignored = queue.add(() => {});
    queue.clear();
    await first;
    await expect(ignored).rejects.toMatchObject({ name: 'AbortError' });
    expect((await states()).filter((state) => state === 'cancelled')).toHaveLength(1);
  });

  it('that does not take a task says so', async () => {
    const queue = made();
    await expect(queue.add(() => {}, { priority: Number.NaN })).rejects.toBeInstanceOf(TypeError);
    expect(await states()).toEqual(['failed']);
  });

  it('takes a task for added that, as it begins, adds one that is not taken', async () => {
    const queue = made();
    const refused = { priority: Number.NaN };
    const inner = await queue.add(() => queue.add(() => {}, refused).catch((error: Error) => error.name));
    expect(inner).toBe('TypeError');
    expect((await states()).sort()).toEqual(['completed', 'failed', 'queued', 'running']);
  });

  it('leaves a rejection that nobody handles unhandled, as it was', async () => {
    const queue = made();
    const error = new Error('nobody cares');
    const seen: unknown[] = [];
    const listeners = process.listeners('unhandledRejection');
    process.removeAllListeners('unhandledRejection');
    process.on('unhandledRejection', (reason) => seen.push(reason));
    void queue.add(fail(error));
    await new Promise((resolve) => setTimeout(resolve, 20));
    process.removeAllListeners('unhandledRejection');
    for (const listener of listeners) process.on('unhandledRejection', listener);
    expect(seen).toEqual([error]);
  });

  it('adds a thousand tasks with one signal without a warning of Node', async () => {
    const warnings: unknown[] = [];
    const note = (warning: unknown) => warnings.push(warning);
    process.on('warning', note);
    const queue = made({ concurrency: 5 });
    const { signal } = new AbortController();
    await queue.addAll(
      Array.from({ length: 1000 }, () => async () => {}),
      { signal },
    );
    await new Promise((resolve) => setTimeout(resolve, 5));
    process.off('warning', note);
    expect(warnings).toEqual([]);
    expect(await counted('media.job.runs')).toEqual([
      { value: 1000, attributes: { ...kind, 'media.job.state': 'completed' } },
    ]);
  });
});
