import { describe, expect, it } from 'vitest';
import { job } from '../../../src/media/job/job.ts';
import { pointsOf } from '../signals.ts';
import { toldJobs } from './told_jobs.ts';

const jobs = toldJobs();
const { counted } = jobs;

describe('a queue that is observed', () => {
  it('tells its size by state, who waits by priority, and both capacities', async () => {
    const stop = job.observeQueue('media', () => ({
      states: { queued: 7, running: 3, completed: 0 },
      waiting: { 0: 5, 4: 2 },
    }));
    const queue = { 'messaging.destination.name': 'media' };
    expect(await pointsOf(jobs.sink, 'media.job.queue.size')).toEqual([
      { value: 7, attributes: { ...queue, 'media.job.state': 'queued' } },
      { value: 3, attributes: { ...queue, 'media.job.state': 'running' } },
      { value: 0, attributes: { ...queue, 'media.job.state': 'completed' } },
    ]);
    expect(await pointsOf(jobs.sink, 'media.job.queue.waiting')).toEqual([
      { value: 5, attributes: { ...queue, 'media.job.priority': 'lowest' } },
      { value: 2, attributes: { ...queue, 'media.job.priority': 'critical' } },
    ]);
    expect(await pointsOf(jobs.sink, 'media.job.queue.capacity')).toEqual([
      { value: 1000, attributes: queue },
    ]);
    expect(await pointsOf(jobs.sink, 'media.job.worker.capacity')).toEqual([
      { value: 10, attributes: queue },
    ]);
    expect(await pointsOf(jobs.sink, 'media.job.worker.busy')).toEqual([{ value: 3, attributes: queue }]);
    stop();
    expect(await counted('media.job.queue.size')).toEqual([]);
    expect(await counted('media.job.worker.capacity')).toEqual([]);
  });

  it('that is asked for its figures is waited for, a little', async () => {
    const stop = job.observeQueue('soon', async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return { states: { queued: 8 } };
    });
    expect((await pointsOf(jobs.sink, 'media.job.queue.size')).map(({ value }) => value)).toEqual([8]);
    stop();
  });

  it('that is slow holds up no export for long, and is asked once at a time', async () => {
    let asked = 0;
    let answer = (_: { states: { queued: number } }) => {};
    const stop = job.observeQueue('slow', () => {
      asked += 1;
      return new Promise((resolve) => (answer = resolve));
    });
    expect(await pointsOf(jobs.sink, 'media.job.queue.size')).toEqual([]);
    expect(await pointsOf(jobs.sink, 'media.job.queue.size')).toEqual([]);
    expect(asked).toBe(1);
    answer({ states: { queued: 9 } });
    await new Promise((resolve) => setTimeout(resolve));
    expect((await pointsOf(jobs.sink, 'media.job.queue.size')).map(({ value }) => value)).toEqual([9]);
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
    const points = await pointsOf(jobs.sink, 'media.job.queue.capacity');
    expect(points).toContainEqual({ value: 5, attributes: { 'messaging.destination.name': 'good' } });
    bad();
    good();
  });
});

describe('a worker', () => {
  it('shows when it last did something, or said that it is alive', async () => {
    job.heartbeat('idle');
    const points = await pointsOf(jobs.sink, 'media.job.worker.last_activity');
    const found = points.find(({ attributes }) => attributes['messaging.destination.name'] === 'idle');
    expect(Math.abs((found?.value ?? 0) - Date.now() / 1000)).toBeLessThan(60);
  });
});
