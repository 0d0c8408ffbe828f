import type { EnqueueOptions } from '../../src/media/job/job.ts';

/** The job that is measured. */
export const JOB = {
  queue: 'media',
  type: 'download',
  priority: 4,
  id: '4711',
  payload: { link: 'https://example.org/film' },
} satisfies EnqueueOptions<{ link: string }>;
