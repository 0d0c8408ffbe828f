import type { JobPriority } from 'otel-media';

/** Name of the queue that web service and worker share. */
export const QUEUE = 'media';

/** Most jobs that may be waiting: beyond it the service asks to come back later. */
export const CAPACITY = 1_000;

/** How many jobs a worker runs at a time. */
export const CONCURRENCY = 10;

/** The kinds of jobs that there are. */
export const KINDS = ['download', 'video_info'] as const;

export type Kind = (typeof KINDS)[number];

/** What a job says. It has nothing of telemetry in it: the trace context travels beside it. */
export interface JobData {
  readonly link: string;
}

/** What a request asks for. */
export interface Order extends JobData {
  readonly kind: Kind;
  readonly priority?: JobPriority;
}

/** Where Redis is, by `REDIS_URL`. */
export function connection(): { host: string; port: number; password?: string } {
  const url = new URL(process.env.REDIS_URL || 'redis://127.0.0.1:6379');
  return {
    host: url.hostname,
    port: Number(url.port || 6379),
    ...(url.password && { password: decodeURIComponent(url.password) }),
  };
}
