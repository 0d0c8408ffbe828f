import { threshold } from '../emit/thresholds.ts';
import { JOB_PRIORITIES } from '../registry/job.ts';
import type { ProcessThreshold } from '../registry/thresholds.ts';

/** Kind of a job: one of the known ones, which have time-outs of their own, or any other; must be of few values. */
export type JobType = 'download' | 'video_info' | 'subtitle' | 'thumbnail' | (string & {});

/** Priority of a job: 0 is lowest, 1 low, 2 normal, 3 high, 4 critical. */
export type JobPriority = 0 | 1 | 2 | 3 | 4;

export type JobPriorityName = (typeof JOB_PRIORITIES)[number];

const NORMAL = 2;
const OTHER = 'other';
const MAX_NAMES = 50;
const MAX_NAME_LENGTH = 64;

const TIMEOUTS: ReadonlyMap<string, ProcessThreshold> = new Map([
  ['download', 'jobDownloadTimeoutSeconds'],
  ['video_info', 'jobVideoInfoTimeoutSeconds'],
  ['subtitle', 'jobSubtitleTimeoutSeconds'],
  ['thumbnail', 'jobThumbnailTimeoutSeconds'],
]);

/** Values that become attributes of metrics: what comes after the 50th is called `other`. */
class FewNames {
  readonly #names = new Set<string>();

  of(name: unknown, fallback: string): string {
    if (typeof name !== 'string' || name === '') return fallback;
    if (this.#names.has(name)) return name;
    if (this.#names.size >= MAX_NAMES || name.length > MAX_NAME_LENGTH) return OTHER;
    this.#names.add(name);
    return name;
  }
}

const queues = new FewNames();
const types = new FewNames();

/** Name of a queue, as signals carry it. Takes anything. */
export function queueName(name: unknown): string {
  return queues.of(name, 'default');
}

/** Kind of a job, as signals carry it. Takes anything. */
export function typeName(type: unknown): string {
  return types.of(type, OTHER);
}

/** Name of a priority. Takes anything: what is no number is normal, what is beyond the ends is put at the end. */
export function priorityName(priority: unknown): JobPriorityName {
  const level = typeof priority === 'number' && !Number.isNaN(priority) ? priority : NORMAL;
  return JOB_PRIORITIES[Math.min(4, Math.max(0, Math.round(level)))] ?? 'normal';
}

/** How long a job of a kind may run, in seconds. */
export function defaultTimeoutSeconds(type: string): number {
  return threshold(TIMEOUTS.get(type) ?? 'jobOtherTimeoutSeconds');
}
