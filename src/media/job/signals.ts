import type { Context } from '@opentelemetry/api';
import { emitEvent } from '../../emit/event.ts';
import { addCount } from '../../emit/metrics.ts';
import { currentMeter } from '../../emit/provider.ts';
import type { AttributesOf } from '../../registry/define.ts';
import {
  JOB_END_STATES,
  type JobState,
  jobRetries,
  jobRuns,
  jobStateChanged,
  jobTimeouts,
} from '../../registry/job.ts';
import type { JobKind } from './kind.ts';

/** What every signal of a job says of it. */
export interface DescribedJob {
  readonly 'messaging.destination.name': string;
  readonly 'media.job.type': string;
  readonly 'media.job.priority': string;
  readonly 'messaging.message.id': string | undefined;
  readonly 'session.id': string | undefined;
}

const SEVERITY: Readonly<Partial<Record<JobState, 'WARN' | 'ERROR'>>> = {
  failed: 'ERROR',
  cancelled: 'WARN',
  retrying: 'WARN',
  interrupted: 'WARN',
};

/** Tells that a job is in another state now. */
export function stateChanged(
  job: DescribedJob,
  state: JobState,
  previous: JobState | undefined,
  more: Partial<AttributesOf<typeof jobStateChanged>>,
  context: Context,
): void {
  const type = more['error.type'];
  emitEvent(
    jobStateChanged,
    SEVERITY[state] ?? 'INFO',
    type === undefined ? `job ${state}` : `job ${state}: ${type}`,
    { ...job, 'media.job.state': state, 'media.job.previous_state': previous, ...more },
    context,
  );
}

let owner: unknown;
let begun = new Set<JobKind>();

/**
 * Has the series of a kind of job begin at 0, once: a counter whose first value is 1 has not increased, for Prometheus, and
 * a first failure would be overlooked.
 *
 * @param kind as `jobKind` gives it
 */
export function beginSeries(kind: JobKind): void {
  const meter = meterOrNone();
  if (meter !== owner) {
    owner = meter;
    begun = new Set();
  }
  if (begun.has(kind)) return;
  begun.add(kind);
  for (const state of JOB_END_STATES) addCount(jobRuns, 0, { ...kind, 'media.job.state': state });
  addCount(jobTimeouts, 0, { ...kind });
  addCount(jobRetries, 0, { ...kind });
}

function meterOrNone(): unknown {
  try {
    return currentMeter();
  } catch {
    // No meter to be had: counting will say so.
    return undefined;
  }
}
