import { job } from '../../src/media/job/job.ts';
import type { Comparison } from './comparison.ts';
import { work } from './download_work.ts';
import { jobByHand } from './job_by_hand.ts';
import { JOB } from './job_work.ts';

/** A job that is put on a queue, taken from it and run, beside the same signals made by hand. */
export function jobComparison(): Comparison {
  const byHand = jobByHand();
  return {
    name: 'job (enqueue and run)',
    bound: 1.3,
    helper: async () => {
      const taken = await job.enqueue(JOB, async (payload) => payload);
      return job.run(taken, work);
    },
    baseline: () => byHand(work),
  };
}
