import { logs, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { isTracingSuppressed, suppressTracing } from '@opentelemetry/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isSuppressed, suppressed } from '../../src/emit/suppression.ts';
import { cookies } from '../../src/media/cookies/cookies.ts';
import { attemptTotals } from '../../src/media/download/attempt_totals.ts';
import { download } from '../../src/media/download/download.ts';
import { reportError, resolveError } from '../../src/media/error/report_error.ts';
import { exec } from '../../src/media/exec/exec.ts';
import { session } from '../../src/media/session/session.ts';
import { withoutTelemetry } from '../../src/media/without_telemetry.ts';
import { startTestSink, type TestSink } from '../../src/testing.ts';
import { eventOf, everything, pointsOf, spanOf } from './signals.ts';

let sink: TestSink;
beforeEach(() => {
  sink = startTestSink({ hashKey: 'a key of the tests' });
});
afterEach(() => sink.shutdown());

async function allHelpers(): Promise<string> {
  await cookies.check('/nowhere/planted.txt');
  reportError(new Error('planted'));
  resolveError('planted');
  await fetch('http://127.0.0.1:9/planted').catch(() => {});
  await download({ id: 'dQw4w9WgXcQ' }, () => Promise.reject(new Error('planted'))).catch(() => {});
  trace.getTracer('own').startSpan('planted').end();
  logs.getLogger('own').emit({ body: 'planted' });
  const { stdout } = await exec('/bin/sh', ['-c', 'printf "[%s]" "$TRACEPARENT"'], { env: { PATH: '/bin' } });
  return stdout;
}

async function nothing(): Promise<void> {
  expect(await sink.spans()).toEqual([]);
  expect(await sink.logs()).toEqual([]);
  for (const name of ['media.download.attempts', 'media.errors', 'media.exec.duration', 'media.sessions'])
    expect(await pointsOf(sink, name)).toEqual([]);
  expect(await everything(sink)).not.toContain('planted');
}

it('the key is that of OpenTelemetry', () => {
  expect(isTracingSuppressed(suppressed(ROOT_CONTEXT))).toBe(true);
  expect(isSuppressed(suppressTracing(ROOT_CONTEXT))).toBe(true);
  expect(isSuppressed(ROOT_CONTEXT)).toBe(false);
});

describe('withoutTelemetry', () => {
  it('leaves nothing, of nobody', async () => {
    const before = attemptTotals().total;
    await cookies.check('/nowhere/seen.txt');
    await sink.spans();
    sink.reset();
    expect(await withoutTelemetry(() => session({ id: 'planted' }, allHelpers))).toBe('[]');
    await nothing();
    const files = (await pointsOf(sink, 'media.cookies.status')).map(({ attributes }) => attributes);
    expect(files).toContainEqual(expect.objectContaining({ 'media.cookies.file_name': 'seen.txt' }));
    expect(attemptTotals().total).toBe(before);
  });

  it('gives back and throws what its work does', async () => {
    const value = {};
    expect(withoutTelemetry(() => value)).toBe(value);
    const thrown = new Error('x');
    expect(() =>
      withoutTelemetry(() => {
        throw thrown;
      }),
    ).toThrow(thrown);
    await expect(withoutTelemetry(() => Promise.reject(thrown))).rejects.toBe(thrown);
  });

  it('leaves what is around it alone, and what comes after', async () => {
    await session({ id: 's' }, async () => {
      await withoutTelemetry(() => download({}, () => {}));
      await download({}, () => {});
    });
    expect((await sink.spans()).map(({ name }) => name)).toEqual(['media.download.attempt', 'media.session']);
    expect(await pointsOf(sink, 'media.download.attempts')).toMatchObject([{ value: 1 }]);
  });
});

describe('a session that opts out', () => {
  it('leaves nothing', async () => {
    const address = { clientAddress: '203.0.113.77', userAgent: 'planted' };
    expect(await session({ id: 'planted', optOut: true, ...address }, allHelpers)).toBe('[]');
    await nothing();
  });

  it('inside of another leaves that one', async () => {
    await session({ id: 'outer' }, () => session({ id: 'planted', optOut: true }, allHelpers));
    expect((await sink.spans()).map(({ name }) => name)).toEqual(['media.session']);
    expect(await everything(sink)).not.toContain('planted');
  });
});

describe('trackers that are off', () => {
  it('leave the application its own work', async () => {
    await sink.shutdown();
    sink = startTestSink({
      trackers: { session: false, download: false, cookies: false, exec: false, errors: false },
    });
    const got = await session({ id: 's' }, async () => {
      reportError(new Error('x'));
      await cookies.check('/nowhere/x.txt');
      const { stdout } = await exec('/bin/sh', ['-c', 'printf hello']);
      return download({}, () => stdout);
    });
    expect(got).toBe('hello');
    expect(await sink.spans()).toEqual([]);
    expect(await sink.logs()).toEqual([]);
  });

  it('leave the others, which still know the session', async () => {
    await sink.shutdown();
    sink = startTestSink({ trackers: { session: false } });
    await session({ id: 's' }, () => download({}, () => {}));
    expect((await spanOf(sink, 'media.download.attempt')).attributes['session.id']).toBe('s');
    expect((await eventOf(sink, 'media.download.attempt.ended')).attributes['session.id']).toBe('s');
  });
});
