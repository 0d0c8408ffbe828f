import { trace } from '@opentelemetry/api';
import { describe, expect, it, vi } from 'vitest';
import { isTelemetryActive } from '../src/emit/provider.ts';
import { download } from '../src/media/download/download.ts';
import { startTestSink } from '../src/testing.ts';

const HASH_KEY = 'a key of the tests';

describe('startTestSink', () => {
  it('has what left, and forgets it when told to', async () => {
    const sink = startTestSink({ hashKey: HASH_KEY });
    await download({}, () => {});
    expect(await sink.spans()).toHaveLength(1);
    expect(await sink.logs()).toHaveLength(2);
    expect((await sink.metrics()).map(({ descriptor }) => descriptor.name)).toContain(
      'media.download.attempts',
    );
    sink.reset();
    expect(await sink.spans()).toEqual([]);
    expect(await sink.logs()).toEqual([]);
    await sink.shutdown();
  });

  it('leaves the process as it was, so that there can be another', async () => {
    for (const name of ['one', 'two']) {
      expect(isTelemetryActive()).toBe(false);
      const before = process.listenerCount('SIGTERM');
      const sink = startTestSink({ hashKey: HASH_KEY, serviceName: name });
      expect(process.listenerCount('SIGTERM')).toBe(before);
      await download({}, () => {});
      const [span, ...more] = await sink.spans();
      expect(more).toEqual([]);
      expect(span?.resource.attributes['service.name']).toBe(name);
      await sink.shutdown();
    }
    expect(isTelemetryActive()).toBe(false);
    expect(trace.getTracer('x').startSpan('x').isRecording()).toBe(false);
  });

  it('hashes alike in every run', async () => {
    const sink = startTestSink();
    await download({ id: 'dQw4w9WgXcQ' }, () => {});
    expect((await sink.spans())[0]?.attributes['media.video.hash']).toBe('hmac:bcfe348bbd0a82c4');
    await sink.shutdown();
  });

  it('does not ask the environment', async () => {
    vi.stubEnv('OTEL_SERVICE_NAME', '');
    vi.stubEnv('OTEL_MEDIA_CONTENT', 'drop');
    vi.stubEnv('OTEL_TRACES_EXPORTER', 'none');
    const sink = startTestSink({ hashKey: HASH_KEY, content: 'keep' });
    await download({}, () => {});
    expect(await sink.spans()).toHaveLength(1);
    await sink.shutdown();
    vi.unstubAllEnvs();
  });

  it('says what is wrong with its settings', async () => {
    const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const sink = startTestSink({ exportIntervalSeconds: -1 });
    const said = write.mock.calls.join();
    write.mockRestore();
    expect(said).toContain('otel-media: option exportIntervalSeconds');
    await sink.shutdown();
  });
});
