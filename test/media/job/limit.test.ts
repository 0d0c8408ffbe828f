import { describe, expect, it } from 'vitest';
import { job } from '../../../src/media/job/job.ts';
import { pointsOf, spanOf } from '../signals.ts';
import { kind, toldJobs } from './told_jobs.ts';

const jobs = toldJobs();
const { states, stateNames, counted } = jobs;

describe('a job that takes too long', () => {
  it.each([
    ['download', 3600],
    ['video_info', 30],
    ['subtitle', 60],
    ['thumbnail', 30],
    ['of_their_own', 3600],
  ])('%s has a time-out of %i s', async (type, seconds) => {
    await job.run({}, { queue: 'media', type }, () => {});
    expect((await spanOf(jobs.sink, 'media.job.run')).attributes['media.job.timeout']).toBe(seconds);
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
    expect((await pointsOf(jobs.sink, 'media.job.running.overdue')).map(({ value }) => value)).not.toContain(
      1,
    );
    expect(await counted('media.job.timeouts')).toEqual([
      { value: 1, attributes: kind('download', 'stuck') },
    ]);
    const noticed = (await jobs.sink.logs()).filter(({ eventName }) => eventName === 'media.job.overdue');
    expect(noticed.map(({ severityText }) => severityText)).toEqual(['WARN']);
    const { attributes } = await spanOf(jobs.sink, 'media.job.run');
    expect(attributes).toMatchObject({ 'media.job.overdue': true, 'media.job.state': 'completed' });
  });

  it('is ended where that is asked for, and has failed for that reason', async () => {
    const options = { queue: 'media', type: 'download', timeoutSeconds: 0.01, enforceTimeout: true };
    const work = ({ signal }: { signal: AbortSignal }) =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('closed'))));
    await expect(job.run({}, options, work)).rejects.toThrow('closed');
    const { attributes } = await spanOf(jobs.sink, 'media.job.run');
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
    for (const { status } of await jobs.sink.spans()) expect(status.code).toBe(0);
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
