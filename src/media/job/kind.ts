import { boundedValue, OTHER } from '../../emit/cardinality.ts';
import { threshold } from '../../emit/thresholds.ts';
import type { AttributeDefinition } from '../../registry/define.ts';
import { JOB_PRIORITIES, jobType } from '../../registry/job.ts';
import { messagingDestinationName } from '../../registry/messaging.ts';
import type { ProcessThreshold } from '../../registry/thresholds.ts';

/** Kind of a job: one of the known ones, which have time-outs of their own, or any other; must be of few values. */
export type JobType = 'download' | 'video_info' | 'subtitle' | 'thumbnail' | (string & {});

/** Priority of a job: 0 is lowest, 1 low, 2 normal, 3 high, 4 critical. */
export type JobPriority = 0 | 1 | 2 | 3 | 4;

export type JobPriorityName = (typeof JOB_PRIORITIES)[number];

const NORMAL = 2;
const MAX_NAME_LENGTH = 64;

const TIMEOUTS: ReadonlyMap<string, ProcessThreshold> = new Map([
  ['download', 'jobDownloadTimeoutSeconds'],
  ['video_info', 'jobVideoInfoTimeoutSeconds'],
  ['subtitle', 'jobSubtitleTimeoutSeconds'],
  ['thumbnail', 'jobThumbnailTimeoutSeconds'],
]);

/** Name of a queue, as signals carry it; one of few. Takes anything. */
export function queueName(name: unknown): string {
  return oneOfFew(messagingDestinationName, name, 'default');
}

/** Kind of a job, as signals carry it; one of few. Takes anything. */
export function typeName(type: unknown): string {
  return oneOfFew(jobType, type, OTHER);
}

function oneOfFew(attribute: AttributeDefinition, given: unknown, fallback: string): string {
  const name = typeof given === 'string' && given !== '' ? given : fallback;
  // Whoever has names this long makes them up, and none of them will be seen again.
  return name.length > MAX_NAME_LENGTH ? OTHER : boundedValue(attribute, name);
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

/** Attributes of a job's metrics that are of one kind of job on one queue. */
export interface JobKind {
  readonly 'messaging.destination.name': string;
  readonly 'media.job.type': string;
}

// Of each queue and kind of job there is one object: names are few, and telling objects apart is quicker than texts.
const kinds = new Map<string, Map<string, JobKind>>();

/** The kind that jobs of a queue and type are. Names as signals carry them, of which there are few. */
export function jobKind(queue: string, type: string): JobKind {
  let ofQueue = kinds.get(queue);
  if (ofQueue === undefined) {
    ofQueue = new Map();
    kinds.set(queue, ofQueue);
  }
  let kind = ofQueue.get(type);
  if (kind === undefined) {
    kind = Object.freeze({ 'messaging.destination.name': queue, 'media.job.type': type });
    ofQueue.set(type, kind);
  }
  return kind;
}
