import type { Context } from '@opentelemetry/api';
import { emitEvent } from '../../emit/event.ts';
import { addCount } from '../../emit/metrics.ts';
import { observeGauge, observeUpDown } from '../../emit/observed_metrics.ts';
import {
  jobActive,
  jobOverdueNoticed,
  jobRunningAge,
  jobsOverdue,
  jobTimeouts,
  jobWorkerLastActivity,
} from '../../registry/job.ts';
import { type JobKind, queueName } from './kind.ts';
import type { DescribedJob } from './signals.ts';

/** A run as those that look for stuck jobs need to see it. */
export interface ObservedRun {
  readonly kind: JobKind;
  readonly job: DescribedJob;
  readonly attempt: number;
  readonly context: Context;
  readonly timeoutSeconds: number;
  readonly ageSeconds: number;
  readonly takesTooLong: boolean;
  overdue: boolean;
}

// Queues and kinds are few: names beyond the 50th are one. Runs are what the application itself has under way.
const running = new Map<JobKind, Set<ObservedRun>>();
const lastActivityMs = new Map<string, number>();
let observing = false;

/** Remembers a run until {@link jobEnded} is called, so that it is noticed when it takes too long. */
export function jobStarted(run: ObservedRun): void {
  workerActive(run.kind['messaging.destination.name']);
  const runs = running.get(run.kind);
  if (runs === undefined) running.set(run.kind, new Set([run]));
  else runs.add(run);
}

/** A run has ended. If it took too long and nobody has looked since, it is noticed now. */
export function jobEnded(run: ObservedRun): void {
  workerActive(run.kind['messaging.destination.name']);
  running.get(run.kind)?.delete(run);
  notice(run);
}

/**
 * Says that a worker of a queue is alive, for workers that have nothing to do.
 *
 * @param queue name of the queue
 */
export function heartbeat(queue: string): void {
  workerActive(queueName(queue));
}

function workerActive(queue: string): void {
  lastActivityMs.set(queue, Date.now());
  observe();
}

function notice(run: ObservedRun): boolean {
  if (!run.takesTooLong) return false;
  if (run.overdue) return true;
  run.overdue = true;
  addCount(jobTimeouts, 1, run.kind);
  emitEvent(
    jobOverdueNoticed,
    'WARN',
    'job runs longer than its time-out',
    {
      ...run.job,
      'media.job.attempt': run.attempt,
      'media.job.timeout': run.timeoutSeconds,
      'media.job.duration': run.ageSeconds,
    },
    run.context,
  );
  return true;
}

// Stuck jobs do nothing that could be noticed, so they are looked for at each export.
function observe(): void {
  if (observing) return;
  observing = true;
  observeUpDown(jobActive, (report) => {
    for (const [kind, runs] of running) report(runs.size, kind);
  });
  observeGauge(jobRunningAge, (report) => {
    for (const [kind, runs] of running) {
      let oldest = 0;
      for (const run of runs) oldest = Math.max(oldest, run.ageSeconds);
      report(oldest, kind);
    }
  });
  observeGauge(jobsOverdue, (report) => {
    for (const [kind, runs] of running) {
      let overdue = 0;
      for (const run of runs) if (notice(run)) overdue += 1;
      report(overdue, kind);
    }
  });
  observeGauge(jobWorkerLastActivity, (report) => {
    for (const [queue, ms] of lastActivityMs) report(ms / 1000, { 'messaging.destination.name': queue });
  });
}
