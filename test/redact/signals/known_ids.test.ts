import { trace } from '@opentelemetry/api';
import { afterEach, describe, expect, it } from 'vitest';
import { download } from '../../../src/media/download/download.ts';
import { concealVideoIds, noteVideoId } from '../../../src/redact/signals/known_ids.ts';
import { startTestSink, type TestSink } from '../../../src/testing.ts';

describe('ids of videos that a helper was told', () => {
  let sink: TestSink | undefined;
  afterEach(async () => {
    await sink?.shutdown();
  });

  it('leave shortened wherever a span or event of the trace has them', async () => {
    sink = startTestSink();
    const id = 'holiday-film';
    await download({ id }, async () => {
      const span = trace.getTracer('app').startSpan(`fetch ${id}`, {
        attributes: { 'url.full': `http://127.0.0.1/media/${id}.mp4`, names: [id, 'other'] },
      });
      span.addEvent('opened', { file: `${id}.mp4` });
      span.end();
      throw new Error(`cannot open ${id}.mp4`);
    }).catch(() => {});
    const spans = (await sink.spans()).map(({ name, attributes, events, status }) => ({
      name,
      attributes,
      events,
      status,
    }));
    const logs = (await sink.logs()).map(({ body, attributes }) => ({ body, attributes }));
    const text = JSON.stringify([spans, logs]);
    expect(text).not.toContain(id);
    expect(text).toContain('holiday-....mp4');
  });

  it('are remembered for a bounded number of traces', () => {
    for (let trace = 0; trace < 3000; trace += 1) noteVideoId(`trace-${trace}`, 'holiday-film');
    expect(concealVideoIds('trace-0', 'holiday-film')).toBe('holiday-film');
    expect(concealVideoIds('trace-2999', 'holiday-film')).toBe('holiday-...');
  });

  it('are shortened in names of fields too, and what has none of them stays the same object', () => {
    noteVideoId('fields', 'holiday-film');
    expect(concealVideoIds('fields', { 'holiday-film': ['of holiday-film'] })).toEqual({
      'holiday-...': ['of holiday-...'],
    });
    const clean = { a: ['b', { c: 1 }] };
    expect(concealVideoIds('fields', clean)).toBe(clean);
  });

  it('are left alone where they are too short to tell from words', () => {
    noteVideoId('short', 'film');
    expect(concealVideoIds('short', 'a film')).toBe('a film');
  });
});
