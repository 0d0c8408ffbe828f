import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { interruptAll } from '../../../src/emit/open_operations.ts';
import { download } from '../../../src/media/download/download.ts';
import { session } from '../../../src/media/session/session.ts';
import { stage } from '../../../src/media/stage/stage.ts';
import { STAGES } from '../../../src/registry/stage.ts';
import { startTestSink, type TestSink } from '../../../src/testing.ts';
import { eventOf, everything, pointsOf, spanOf } from '../signals.ts';

let sink: TestSink;
beforeEach(() => {
  sink = startTestSink({ hashKey: 'a key of the tests' });
});
afterEach(async () => {
  vi.useRealTimers();
  await sink.shutdown();
});

const diskFull = () => Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });

describe('stage', () => {
  it('gives back what its work gives back, the very object', async () => {
    const value = {};
    expect(await stage('upload', () => value)).toBe(value);
    expect(await stage('upload', { slowAfterSeconds: 5 }, async () => value)).toBe(value);
  });

  it.each([[new Error('x')], ['a text'], [undefined], [null], [Object.freeze({ code: 1 })]])(
    'throws what its work throws, the very value: %j',
    async (thrown) => {
      const caught = await stage('merging', () => {
        throw thrown;
      }).then(
        () => 'nothing',
        (error: unknown) => error,
      );
      expect(caught).toBe(thrown);
      expect((await spanOf(sink, 'media.stage merging')).attributes['media.stage.outcome']).toBe('failure');
    },
  );

  it('rejects where there is nothing to run', async () => {
    // @ts-expect-error: as from JavaScript
    await expect(stage('upload', {})).rejects.toThrow(TypeError);
  });

  it('is a span below its session, and an event at its start and end, with session and user', async () => {
    await session({ id: 's-1', userId: 'planted user' }, () =>
      stage('compression', (running) => {
        expect(running.name).toBe('compression');
        running.processed({ bytesIn: 1000, files: 1 });
        running.processed({ bytesIn: 500, bytesOut: 300.4, files: 2 });
      }),
    );
    const root = await spanOf(sink, 'media.session');
    const span = await spanOf(sink, 'media.stage compression');
    expect(span.parentSpanContext?.spanId).toBe(root.spanContext().spanId);
    const described = {
      'media.stage.name': 'compression',
      'session.id': 's-1',
      'user.id': expect.stringMatching(/^hmac:/),
    };
    const ended = {
      'media.stage.outcome': 'success',
      'media.stage.size_in': 1500,
      'media.stage.size_out': 300,
      'media.stage.file_count': 3,
    };
    expect(span.attributes).toEqual({ ...described, ...ended, 'media.operation': 'stage' });
    expect(span.status.code).toBe(0);
    const started = await eventOf(sink, 'media.stage.started');
    expect(started.attributes).toMatchObject(described);
    const end = await eventOf(sink, 'media.stage.ended');
    expect(end.attributes).toMatchObject({
      ...described,
      ...ended,
      'media.stage.duration': expect.any(Number),
    });
    for (const event of [started, end]) {
      expect(event.spanContext?.spanId).toBe(span.spanContext().spanId);
      expect(event.severityText).toBe('INFO');
    }
    expect(await everything(sink)).not.toContain('planted');
  });

  it('is counted and measured, by stage', async () => {
    await stage('upload', (s) => s.processed({ bytesIn: 10, files: 2 }));
    await stage('upload', (s) => s.processed({ bytesIn: 10, bytesOut: 5, files: 3 }));
    await stage('merging', () => Promise.reject(diskFull())).catch(() => {});
    const upload = { 'media.stage.name': 'upload' };
    expect(await pointsOf(sink, 'media.stages')).toEqual([
      { value: 2, attributes: { ...upload, 'media.stage.outcome': 'success' } },
      {
        value: 1,
        attributes: {
          'media.stage.name': 'merging',
          'media.stage.outcome': 'failure',
          'error.type': 'disk_full',
          'media.error.category': 'capacity',
        },
      },
    ]);
    expect(await pointsOf(sink, 'media.stage.duration')).toHaveLength(2);
    expect(await pointsOf(sink, 'media.stage.files')).toEqual([{ value: 5, attributes: upload }]);
    expect(await pointsOf(sink, 'media.stage.size')).toEqual([
      { value: 2, attributes: { ...upload, 'media.stage.direction': 'in' } },
      { value: 1, attributes: { ...upload, 'media.stage.direction': 'out' } },
    ]);
    const active = await pointsOf(sink, 'media.stage.active');
    expect(active.length).toBeGreaterThanOrEqual(7);
    expect(active.filter(({ value }) => value !== 0)).toEqual([]);
  });

  it('counts what a clean-up removed', async () => {
    await stage('cleanup', (s) => {
      s.removed({ files: 12, tasks: 3, bytes: 4096 });
      s.removed({ files: 1 });
    });
    expect(await pointsOf(sink, 'media.cleanup.removed')).toEqual([
      { value: 13, attributes: { 'media.cleanup.kind': 'file' } },
      { value: 3, attributes: { 'media.cleanup.kind': 'task' } },
    ]);
    expect(await pointsOf(sink, 'media.cleanup.size')).toEqual([{ value: 4096, attributes: {} }]);
  });
});

describe('a stage that fails', () => {
  it('tells why, with the context and what the host looked like', async () => {
    const error = diskFull();
    await stage('storage upload', { context: { bucket: 'media', token: 'planted', size: 5 } }, () =>
      Promise.reject(error),
    ).catch(() => {});
    const failure = { 'error.type': 'disk_full', 'media.error.category': 'capacity' };
    const host = {
      'media.host.memory_utilization': expect.any(Number),
      'media.host.load': expect.any(Number),
      'media.host.process_memory': expect.any(Number),
    };
    const span = await spanOf(sink, 'media.stage storage_upload');
    expect(span.status).toEqual({ code: 2, message: 'disk_full' });
    expect(span.attributes).toMatchObject({ ...failure, ...host });
    const end = await eventOf(sink, 'media.stage.ended');
    expect(end.severityText).toBe('ERROR');
    expect(end.attributes).toMatchObject({
      ...failure,
      ...host,
      'media.stage.context': '{"bucket":"media","token":"****","size":5}',
      'exception.type': 'Error',
      'exception.stacktrace': expect.stringContaining('at '),
    });
    const memory = Number(end.attributes['media.host.memory_utilization']);
    expect(memory).toBeGreaterThan(0);
    expect(memory).toBeLessThanOrEqual(1);
    expect(await everything(sink)).not.toContain('planted');
  });

  it('may say so without throwing', async () => {
    expect(await stage('analysis', (s) => s.failed(new Error('HTTP Error 429: Too Many Requests')))).toBe(
      undefined,
    );
    expect((await spanOf(sink, 'media.stage analysis')).attributes).toMatchObject({
      'media.stage.outcome': 'failure',
      'error.type': 'rate_limited',
    });
  });

  it.each([
    ['alone', () => stage('merging', () => Promise.reject(diskFull())), 1],
    [
      'and a stage around it',
      () => stage('preparation', () => stage('merging', () => Promise.reject(diskFull()))),
      1,
    ],
    ['with a download in it', () => stage('upload', () => download({}, () => Promise.reject(diskFull()))), 1],
    [
      'and another beside it',
      () =>
        Promise.allSettled([
          stage('merging', () => Promise.reject(diskFull())),
          stage('analysis', () => Promise.reject(diskFull())),
        ]),
      2,
    ],
  ])('counts as one error of its session: %s', async (_name, work, errors) => {
    await session({}, async () => {
      await work().catch(() => {});
    });
    expect((await spanOf(sink, 'media.session')).attributes['media.session.error_count']).toBe(errors);
  });
});

describe('a slow stage', () => {
  it('is logged while it runs, once, and marked when it ends', async () => {
    vi.useFakeTimers();
    let go = () => {};
    const running = stage(
      'compression',
      { slowAfterSeconds: 2 },
      () => new Promise<void>((resolve) => (go = resolve)),
    );
    await vi.advanceTimersByTimeAsync(1999);
    vi.useRealTimers();
    expect((await sink.logs()).map(({ eventName }) => eventName)).toEqual(['media.stage.started']);
    vi.useFakeTimers();
    go();
    await running;
    vi.useRealTimers();
    expect((await spanOf(sink, 'media.stage compression')).attributes['media.stage.slow']).toBe(undefined);
  });

  it('leaves its warning before it ends', async () => {
    let go = () => {};
    const running = stage(
      'compression',
      { slowAfterSeconds: 0.01 },
      () => new Promise<void>((resolve) => (go = resolve)),
    );
    await vi.waitFor(async () => expect(await eventOf(sink, 'media.stage.slow')).toBeDefined());
    const warning = await eventOf(sink, 'media.stage.slow');
    expect(warning).toMatchObject({
      severityText: 'WARN',
      body: 'stage compression is slow: still running after 0.01 s',
    });
    expect(warning.attributes).toMatchObject({
      'media.stage.name': 'compression',
      'media.stage.threshold': 0.01,
      'media.host.memory_utilization': expect.any(Number),
    });
    expect(await sink.spans()).toEqual([]);
    go();
    await running;
    const slow = {
      'media.stage.slow': true,
      'media.stage.threshold': 0.01,
      'media.stage.outcome': 'success',
    };
    expect((await spanOf(sink, 'media.stage compression')).attributes).toMatchObject(slow);
    const end = await eventOf(sink, 'media.stage.ended');
    expect(end).toMatchObject({ severityText: 'WARN', body: 'stage compression ended: success, slow' });
    expect(end.attributes).toMatchObject(slow);
    expect(await pointsOf(sink, 'media.stages.slow')).toEqual([
      { value: 1, attributes: { 'media.stage.name': 'compression' } },
    ]);
  });

  it('is one by the settings, where its call does not say', async () => {
    await sink.shutdown();
    sink = startTestSink({ thresholds: { stageUploadSlowSeconds: 0.005, stageMergingSlowSeconds: 0.005 } });
    const wait = () => new Promise((resolve) => setTimeout(resolve, 20));
    await stage('upload', wait);
    await stage('merging', { slowAfterSeconds: 60 }, wait);
    await stage('cleanup', wait);
    expect((await spanOf(sink, 'media.stage upload')).attributes['media.stage.threshold']).toBe(0.005);
    expect((await spanOf(sink, 'media.stage merging')).attributes['media.stage.slow']).toBe(undefined);
    expect((await spanOf(sink, 'media.stage cleanup')).attributes['media.stage.slow']).toBe(undefined);
  });

  it('that never gives the timer a chance is marked all the same', async () => {
    await stage('compression', { slowAfterSeconds: 0.005 }, () => {
      const until = performance.now() + 20;
      while (performance.now() < until);
    });
    expect((await spanOf(sink, 'media.stage compression')).attributes['media.stage.slow']).toBe(true);
    expect((await sink.logs()).some(({ eventName }) => eventName === 'media.stage.slow')).toBe(false);
  });

  it.each([Number.POSITIVE_INFINITY, 1e12])('is none where the threshold is %d', async (slowAfterSeconds) => {
    await stage('upload', { slowAfterSeconds }, () => new Promise((resolve) => setTimeout(resolve, 5)));
    expect((await spanOf(sink, 'media.stage upload')).attributes['media.stage.slow']).toBe(undefined);
    expect((await sink.logs()).map(({ severityText }) => severityText)).toEqual(['INFO', 'INFO']);
  });
});

describe('stages that are running', () => {
  it('tell the age of the oldest of each, and 0 where there is none', async () => {
    let go = () => {};
    const gate = new Promise<void>((resolve) => (go = resolve));
    const older = stage('upload', () => gate);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const younger = stage('upload', () => gate);
    const ages = async () =>
      Object.fromEntries(
        (await pointsOf(sink, 'media.stage.age')).map(({ value, attributes }) => [
          attributes['media.stage.name'],
          value,
        ]),
      );
    const first = await ages();
    for (const name of STAGES) expect(first[name]).toBeGreaterThanOrEqual(name === 'upload' ? 0.015 : 0);
    expect(first.merging).toBe(0);
    const active = await pointsOf(sink, 'media.stage.active');
    expect(active).toContainEqual({ value: 2, attributes: { 'media.stage.name': 'upload' } });
    go();
    await Promise.all([older, younger]);
    expect((await ages()).upload).toBe(0);
  });

  it('are ended as interrupted, once, and go on', async () => {
    let go = (_: string) => {};
    const running = stage('merging', () => new Promise<string>((resolve) => (go = resolve)));
    expect(interruptAll()).toBe(1);
    go('value');
    expect(await running).toBe('value');
    expect((await spanOf(sink, 'media.stage merging')).attributes['media.stage.outcome']).toBe('interrupted');
    expect((await eventOf(sink, 'media.stage.ended')).severityText).toBe('WARN');
    expect(await pointsOf(sink, 'media.stage.active')).toContainEqual({
      value: 0,
      attributes: { 'media.stage.name': 'merging' },
    });
  });
});
