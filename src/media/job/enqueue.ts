import { type Context, context, type Span } from '@opentelemetry/api';
import { addCount } from '../../emit/metrics.ts';
import { scopeOf, withScope } from '../../emit/scope.ts';
import { endSpan, startSpan, withSpan } from '../../emit/span.ts';
import { traceContextOf } from '../../emit/trace_context.ts';
import { jobEnqueueSpan, jobsEnqueued } from '../../registry/job.ts';
import { failureAttributes, failureOf } from '../failure.ts';
import type { JobCarrier } from './carrier.ts';
import { type JobPriority, type JobType, jobKind, priorityName, queueName, typeName } from './kind.ts';
import { beginSeries, type DescribedJob, stateChanged } from './signals.ts';

/** What is known of a job when it is put on a queue. */
export interface JobDescription {
  /** Name of the queue; must be of few values. */
  queue: string;
  /** Kind of the job. */
  type: JobType;
  /** Priority: lowest 0, low 1, normal 2, high 3, critical 4. Default 2. */
  priority?: JobPriority;
  /** Id of the job in its queue. */
  id?: string;
  /** After how many seconds it is due at the earliest; until then it is `pending`. Default 0. */
  delaySeconds?: number;
  /** What the queue is made of: `bullmq`, `p-queue`, …. */
  system?: string;
}

/** A job on its way to a queue. */
export class JobEnqueue {
  readonly #span: Span;
  readonly #context: Context;
  readonly #delayed: boolean;
  #job: DescribedJob;
  #ended = false;
  /** What the run of the job is joined by. */
  readonly carrier: JobCarrier;

  constructor(job: JobDescription) {
    const parent = context.active();
    const scope = scopeOf(parent);
    const priority = job.priority ?? 2;
    this.#delayed = (job.delaySeconds ?? 0) > 0;
    this.#job = {
      'messaging.destination.name': queueName(job.queue),
      'media.job.type': typeName(job.type),
      'media.job.priority': priorityName(priority),
      'messaging.message.id': job.id,
      'session.id': scope?.sessionId,
    };
    this.#span = startSpan(
      jobEnqueueSpan,
      {
        ...this.#job,
        'messaging.system': job.system,
        'messaging.operation.name': 'enqueue',
        'messaging.operation.type': 'send',
        'media.operation': 'job',
      },
      parent,
    );
    this.#context = withScope(withSpan(parent, this.#span), {
      operation: 'job',
      sessionId: scope?.sessionId,
      totals: scope?.totals,
      attempt: undefined,
    });
    this.carrier = {
      ...traceContextOf(this.#span),
      enqueuedAt: Date.now() + (this.#delayed ? (job.delaySeconds ?? 0) * 1000 : 0),
      queue: job.queue,
      type: job.type,
      priority,
      ...(job.id !== undefined && { id: job.id }),
      ...(scope?.sessionId !== undefined && { sessionId: scope.sessionId }),
    };
  }

  /** Calls `add` so that what it makes belongs to the enqueuing. */
  inside<T>(add: () => T): T {
    return context.with(this.#context, add);
  }

  /** The queue has taken it. */
  queued(id?: string): void {
    if (this.#ended) return;
    this.#ended = true;
    if (id !== undefined) this.#job = { ...this.#job, 'messaging.message.id': id };
    const state = this.#delayed ? 'pending' : 'queued';
    const kind = jobKind(this.#job['messaging.destination.name'], this.#job['media.job.type']);
    beginSeries(kind);
    addCount(jobsEnqueued, 1, { ...kind, 'media.job.priority': this.#job['media.job.priority'] });
    stateChanged(this.#job, state, undefined, {}, this.#context);
    endSpan(jobEnqueueSpan, this.#span, { 'messaging.message.id': id, 'media.job.state': state });
  }

  /** The queue has not taken it. */
  failed(error: unknown): void {
    if (this.#ended) return;
    this.#ended = true;
    const failure = failureOf(error);
    const attributes = failureAttributes(failure);
    stateChanged(this.#job, 'failed', undefined, attributes, this.#context);
    endSpan(
      jobEnqueueSpan,
      this.#span,
      { ...attributes, 'media.job.state': 'failed' },
      failure.diagnosis.type,
    );
  }

  /** It was taken from the queue again before it ran. */
  cancelledWaiting(reason: unknown): void {
    stateChanged(this.#job, 'cancelled', 'queued', failureAttributes(failureOf(reason)), this.#context);
  }
}
