import { describe, expect, it } from 'vitest';
import { job } from '../../../src/media/job/job.ts';
import { spanOf } from '../signals.ts';
import { kind, toldJobs } from './told_jobs.ts';

const jobs = toldJobs();
const { states, stateNames, counted } = jobs;

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
    const { status, attributes } = await spanOf(jobs.sink, 'media.job.run');
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
