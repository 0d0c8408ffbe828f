import type { JobState } from '../../registry/job.ts';
import type { JobPriority } from './kind.ts';

/** How it stands with a queue. Whatever is left out is not told. */
export interface QueueFigures {
  /** How many of its jobs are in which state. */
  states?: Partial<Record<JobState, number>>;
  /** How many jobs of which priority are waiting. */
  waiting?: Partial<Record<JobPriority, number>>;
  /** How many jobs it is meant to hold. Default 1,000. */
  capacity?: number;
  /** How many jobs its workers are running, and how many they can run at a time. Default of the latter 10. */
  workers?: { busy?: number; capacity?: number };
}
