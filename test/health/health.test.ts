import { setTimeout as sleep } from 'node:timers/promises';
import { trace } from '@opentelemetry/api';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HealthCheckOptions } from '../../src/health/check_set.ts';
import type { HealthCheck } from '../../src/health/finding.ts';
import { type Health, health } from '../../src/health/health.ts';
import { session } from '../../src/media/session/session.ts';
import { startTestSink, type TestSink } from '../../src/testing.ts';
import { everything, pointsOf } from '../media/signals.ts';

const NONE = { system: false, tempDir: false, pipeline: false, telemetry: false } as const;
let sink: TestSink;
let made: Health[] = [];
beforeEach(() => {
  sink = startTestSink();
});
afterEach(() => {
  for (const one of made) one.close();
  made = [];
  return sink.shutdown();
});

function of(checks: Record<string, HealthCheck>, options: HealthCheckOptions = {}): Health {
  const one = health({ ...NONE, checks, ...options });
  made.push(one);
  return one;
}

async function states(): Promise<Record<string, unknown>> {
  const points = await pointsOf(sink, 'media.health.status');
  const found = points.filter(({ value }) => value === 1);
  return Object.fromEntries(
    found.map(({ attributes }) => [attributes['media.health.check'], attributes['media.health.state']]),
  );
}

const throwing = {
  get status(): string {
    throw new Error('planted');
  },
};

describe('health', () => {
  it.each<[string, HealthCheck, string]>([
    ['nothing', () => undefined, 'ok'],
    ['true', () => true, 'ok'],
    ['a state', () => 'degraded', 'degraded'],
    ['a promise of a finding', async () => ({ status: 'critical', message: 'no' }), 'critical'],
    ['false', () => false, 'critical'],
    ['garbage', () => 42, 'degraded'],
    ['an unknown state', () => ({ status: 'splendid' }), 'degraded'],
    ['null', () => null, 'degraded'],
    ['an object whose getter throws', () => throwing, 'degraded'],
    ['a frozen finding', () => Object.freeze({ status: 'ok', facts: Object.freeze({ a: {} }) }), 'ok'],
    [
      'an error at once',
      () => {
        throw new Error('no');
      },
      'critical',
    ],
    ['a rejection', () => Promise.reject('text'), 'critical'],
    ['a promise that never settles', () => new Promise(() => {}), 'critical'],
  ])('understands a check that answers with %s', async (_name, check, status) => {
    const found = await of({ it: check }, { timeoutSeconds: 0.05 }).check();
    expect(found.status).toBe(status);
    expect(found.checks.get('it')?.status).toBe(status);
  });

  it('runs checks side by side, cuts off what hangs, and is as bad as the worst', async () => {
    let running = 0;
    let most = 0;
    const slow: HealthCheck = async () => {
      running += 1;
      most = Math.max(most, running);
      await sleep(20);
      running -= 1;
    };
    let aborted = false;
    const hanging: HealthCheck = (signal) => {
      signal.addEventListener('abort', () => {
        aborted = true;
      });
      return new Promise(() => {});
    };
    const found = await of({ a: slow, b: slow, c: slow, hanging }, { timeoutSeconds: 0.2 }).check();
    expect(most).toBe(3);
    expect(found.checks.get('a')?.status).toBe('ok');
    expect(found.checks.get('hanging')).toMatchObject({ message: 'gave no answer within 0.2 s' });
    expect(found.status).toBe('critical');
    expect(aborted).toBe(true);
  });

  it('runs once for many who ask at a time, and keeps what it found', async () => {
    let runs = 0;
    const one = of({
      it: async () => {
        runs += 1;
        await sleep(20);
      },
    });
    const all = await Promise.all(Array.from({ length: 100 }, () => one.check()));
    expect(runs).toBe(1);
    expect(new Set(all).size).toBe(1);
    await one.check();
    expect(runs).toBe(1);
  });

  it('looks again when what it found is old', async () => {
    let runs = 0;
    const check = () => {
      runs += 1;
    };
    const one = of({ it: check }, { maxAgeSeconds: 0 });
    await one.check();
    await one.check();
    expect(runs).toBe(2);
  });

  it('does not start a check again that has not come back', async () => {
    let starts = 0;
    let release: () => void = () => {};
    const one = of(
      {
        it: () => {
          starts += 1;
          return new Promise<void>((resolve) => {
            release = resolve;
          });
        },
      },
      { maxAgeSeconds: 0, timeoutSeconds: 0.02 },
    );
    await one.check();
    expect((await one.check()).checks.get('it')?.message).toMatch(/has not come back/);
    expect(starts).toBe(1);
    release();
    await sleep(0);
    await one.check();
    expect(starts).toBe(2);
  });

  it('is a metric, all 0 at first, which every export brings up to date in the background', async () => {
    let answer = 'ok';
    of({ it: () => answer }, { maxAgeSeconds: 0 });
    const first = await pointsOf(sink, 'media.health.status');
    expect(first).toHaveLength(6);
    expect(first.every(({ value }) => value === 0)).toBe(true);
    await vi.waitFor(async () => expect(await states()).toEqual({ it: 'ok', overall: 'ok' }));
    answer = 'critical';
    await vi.waitFor(async () => expect(await states()).toEqual({ it: 'critical', overall: 'critical' }));
  });

  it('an export does not wait for a check that hangs', async () => {
    of({ it: () => new Promise(() => {}) });
    expect(await pointsOf(sink, 'media.health.status')).toHaveLength(6);
  });

  it('tells of changes by events, not of what stays', async () => {
    let answer: unknown = 'ok';
    const one = of({ it: () => answer, other: () => true }, { maxAgeSeconds: 0 });
    await one.check();
    await one.check();
    answer = { status: 'critical', message: 'at /planted/folder/x with token=planted' };
    await session({ id: 'of-somebody' }, () => one.check());
    await one.check();
    answer = 'ok';
    await one.check();
    const events = (await sink.logs()).filter(({ eventName }) => eventName === 'media.health.changed');
    expect(
      events.map(({ severityText, attributes }) => [
        severityText,
        attributes['media.health.check'],
        attributes['media.health.previous_state'],
        attributes['media.health.state'],
      ]),
    ).toEqual([
      ['FATAL', 'it', 'ok', 'critical'],
      ['FATAL', 'overall', 'ok', 'critical'],
      ['INFO', 'it', 'critical', 'ok'],
      ['INFO', 'overall', 'critical', 'ok'],
    ]);
    expect(events.every(({ attributes }) => attributes['session.id'] === undefined)).toBe(true);
    expect(await everything(sink)).not.toContain('planted');
  });

  it('makes no spans by what its checks do, and leaves who asked out of it', async () => {
    const one = of({
      it: () => {
        trace.getTracer('of-a-library').startSpan('noise').end();
        return trace.getActiveSpan() === undefined;
      },
    });
    const { status } = await session({ id: 'of-somebody' }, () => one.check());
    expect(status).toBe('ok');
    expect((await sink.spans()).map(({ name }) => name)).toEqual(['media.session']);
  });

  it('leaves out what it cannot look after', async () => {
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`c${at}`, () => true]));
    const one = of({ overall: () => false, ...many }, { redis: { url: 'no url' } });
    const { checks } = await one.check();
    expect(checks.size).toBe(100);
    expect(checks.has('overall')).toBe(false);
    expect(checks.get('redis')?.status).toBe('critical');
  });

  it('looks at whatever it is told to, each by its name', async () => {
    const nowhere = '/planted/nowhere';
    const one = of(
      { own: () => true },
      {
        ffmpeg: { program: nowhere },
        ytDlp: { program: nowhere },
        storage: [{ url: 'http://127.0.0.1:1/planted' }, { folder: nowhere }],
        redis: { port: 1, password: 'planted' },
        tcp: { database: { port: 1 } },
        tempDir: { folder: nowhere },
        logFiles: { files: [nowhere] },
        timeoutSeconds: 2,
      },
    );
    const { checks } = await one.check();
    expect(Object.fromEntries([...checks].map(([name, { status }]) => [name, status]))).toEqual({
      ffmpeg: 'critical',
      yt_dlp: 'critical',
      storage_1: 'critical',
      storage_2: 'critical',
      redis: 'critical',
      database: 'critical',
      temp_dir: 'critical',
      log_files: 'degraded',
      own: 'ok',
    });
    expect(JSON.stringify([...checks])).not.toContain('planted');
    expect(await everything(sink)).not.toContain('planted');
  });

  it('has checks of its own that need no settings', async () => {
    const one = health();
    made.push(one);
    const { checks } = await one.check();
    expect([...checks.keys()]).toEqual(['system', 'temp_dir', 'pipeline', 'telemetry']);
    expect(checks.get('system')?.facts).toMatchObject({ memory_percent: expect.any(Number) });
  });
});
