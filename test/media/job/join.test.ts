import { context, trace } from '@opentelemetry/api';
import { describe, expect, it } from 'vitest';
import { job } from '../../../src/media/job/job.ts';
import { spanOf } from '../signals.ts';
import { toldJobs } from './told_jobs.ts';

const jobs = toldJobs();

describe('the join of a run', () => {
  const enqueued = async () => {
    let carried: unknown;
    await job.enqueue({ queue: 'media', type: 'download', payload: {} }, (payload) => {
      carried = payload;
    });
    return carried;
  };

  it('is a link where that is asked for: a trace of its own', async () => {
    await job.run(await enqueued(), { join: 'link' }, () => {});
    const enqueue = (await spanOf(jobs.sink, 'media.job.enqueue')).spanContext();
    const run = await spanOf(jobs.sink, 'media.job.run');
    expect(run.parentSpanContext).toBeUndefined();
    expect(run.spanContext().traceId).not.toBe(enqueue.traceId);
    expect(run.links.map((link) => link.context.spanId)).toEqual([enqueue.spanId]);
  });

  it('as a child links to what was active where it is run', async () => {
    const payload = await enqueued();
    const polling = trace.getTracer('theirs').startSpan('polling');
    await context.with(trace.setSpan(context.active(), polling), () => job.run(payload, () => {}));
    polling.end();
    const run = await spanOf(jobs.sink, 'media.job.run');
    expect(run.parentSpanContext?.spanId).toBe(
      (await spanOf(jobs.sink, 'media.job.enqueue')).spanContext().spanId,
    );
    expect(run.links.map((link) => link.context.spanId)).toEqual([polling.spanContext().spanId]);
  });

  it.each([['a text'], [7], [null], [['a', 'list']], [new Date(0)], [Buffer.from('bytes')]])(
    'of a payload without a place for it, %j, is by the carrier',
    async (payload) => {
      let given: unknown;
      let carrier: unknown;
      await job.enqueue({ queue: 'media', type: 'download', payload }, (...all) => {
        [given, carrier] = all;
      });
      expect(given).toBe(payload);
      await job.run(JSON.parse(JSON.stringify(carrier)), () => {});
      const enqueue = await spanOf(jobs.sink, 'media.job.enqueue');
      expect((await spanOf(jobs.sink, 'media.job.run')).parentSpanContext?.spanId).toBe(
        enqueue.spanContext().spanId,
      );
    },
  );

  it.each([
    ['nothing', undefined],
    ['something else', { traceparent: 'nonsense', queue: 'media' }],
    [
      'rubbish',
      { 'otel-media': { traceparent: 'x'.repeat(1e6), enqueuedAt: 'soon', id: {}, priority: NaN } },
    ],
    ['an invalid trace', { 'otel-media': { traceparent: `00-${'0'.repeat(32)}-${'0'.repeat(16)}-01` } }],
    ['a list', { 'otel-media': [[]] }],
  ])('by %s is none: the job runs in a trace of its own', async (_name, payload) => {
    expect(await job.run(payload, () => 'value')).toBe('value');
    const run = await spanOf(jobs.sink, 'media.job.run');
    expect(run.parentSpanContext).toBeUndefined();
    expect(run.attributes).toMatchObject({ 'media.job.type': 'other', 'media.job.priority': 'normal' });
  });
});
