import {
  context,
  defaultTextMapGetter,
  defaultTextMapSetter,
  ROOT_CONTEXT,
  SeverityNumber,
  SpanKind,
  trace,
} from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { jobActive, jobRunDuration, jobRuns, jobsEnqueued, jobWaitDuration } from '../../src/registry/job.ts';
import { JOB } from './job_work.ts';
import { handTools } from './plain_sdk.ts';

const KIND = { 'messaging.destination.name': JOB.queue, 'media.job.type': JOB.type };
const DESCRIBED = { ...KIND, 'media.job.priority': 'critical', 'messaging.message.id': JOB.id };
const BUCKETS = (metric: { buckets: readonly number[] }) => ({
  advice: { explicitBucketBoundaries: [...metric.buckets] },
});

/** What one would write, with OpenTelemetry alone, to get the signals that `job` makes of a success. */
export function jobByHand(): (work: () => Promise<void>) => Promise<void> {
  const { tracer, logger, meter } = handTools();
  const propagator = new W3CTraceContextPropagator();
  const enqueued = meter.createCounter(jobsEnqueued.name);
  const active = meter.createUpDownCounter(jobActive.name);
  const runs = meter.createCounter(jobRuns.name);
  const wait = meter.createHistogram(jobWaitDuration.name, BUCKETS(jobWaitDuration));
  const duration = meter.createHistogram(jobRunDuration.name, BUCKETS(jobRunDuration));

  const changed = (state: string, more: Record<string, unknown>, inside: typeof ROOT_CONTEXT) =>
    logger.emit({
      eventName: 'media.job.state_changed',
      severityNumber: SeverityNumber.INFO,
      severityText: 'INFO',
      body: `job ${state}`,
      attributes: { ...DESCRIBED, 'media.job.state': state, ...(more as Record<string, number>) },
      context: inside,
    });

  const enqueue = async (): Promise<Record<string, unknown>> => {
    const parent = context.active();
    const span = tracer.startSpan(
      'media.job.enqueue',
      {
        kind: SpanKind.PRODUCER,
        attributes: {
          ...DESCRIBED,
          'messaging.operation.name': 'enqueue',
          'messaging.operation.type': 'send',
          'media.operation': 'job',
        },
      },
      parent,
    );
    const inside = trace.setSpan(parent, span);
    const carrier: Record<string, string> = {};
    propagator.inject(inside, carrier, defaultTextMapSetter);
    const payload = { ...JOB.payload, carrier, at: Date.now() };
    const taken = await context.with(inside, async () => payload);
    enqueued.add(1, { ...KIND, 'media.job.priority': 'critical' });
    changed('queued', {}, inside);
    span.setAttributes({ 'media.job.state': 'queued' });
    span.end();
    return taken;
  };

  return async (work) => {
    const payload = await enqueue();
    const started = performance.now();
    const parent = propagator.extract(ROOT_CONTEXT, payload.carrier, defaultTextMapGetter);
    const waited = (Date.now() - Number(payload.at)) / 1000;
    const attempted = { 'media.job.attempt': 1, 'media.job.timeout': 3600, 'media.job.wait': waited };
    const span = tracer.startSpan(
      'media.job.run',
      {
        kind: SpanKind.CONSUMER,
        attributes: {
          ...DESCRIBED,
          ...attempted,
          'messaging.operation.name': 'run',
          'messaging.operation.type': 'process',
          'media.operation': 'job',
        },
      },
      parent,
    );
    const inside = trace.setSpan(parent, span);
    active.add(1, KIND);
    wait.record(waited, { ...KIND, 'media.job.priority': 'critical' });
    changed('running', { ...attempted, 'media.job.previous_state': 'queued' }, inside);
    await context.with(inside, work);
    const seconds = (performance.now() - started) / 1000;
    const counted = { ...KIND, 'media.job.state': 'completed' };
    active.add(-1, KIND);
    runs.add(1, counted);
    duration.record(seconds, counted);
    changed(
      'completed',
      { ...attempted, 'media.job.previous_state': 'running', 'media.job.duration': seconds },
      inside,
    );
    span.setAttributes({ 'media.job.state': 'completed' });
    span.end();
  };
}
