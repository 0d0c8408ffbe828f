import { afterEach, describe, expect, it } from 'vitest';
import { interruptAll } from '../../../src/emit/open_operations.ts';
import { exec, session, stage } from '../../../src/index.ts';
import type { StageOptions } from '../../../src/media/stage/options.ts';
import { startTestSink } from '../../../src/testing.ts';
import { BROKEN_TELEMETRY, fail, mended } from '../../broken_telemetry.ts';

afterEach(mended);

const thrown = Object.freeze(new Error('ENOSPC: no space left on device'));
const cyclic: Record<string, unknown> = {};
cyclic.self = cyclic;

/** Everything about an object that can throw, throws. */
const hostile = <T>(): T =>
  new Proxy({}, { get: fail, has: fail, ownKeys: fail, getOwnPropertyDescriptor: fail }) as T;

const OPTIONS: [string, StageOptions][] = [
  [
    'getters that throw',
    {
      get slowAfterSeconds() {
        return fail();
      },
      get context() {
        return fail();
      },
    },
  ],
  ['a proxy that throws', hostile<StageOptions>()],
  ['a context that throws', { context: hostile<Record<string, unknown>>() }],
  ['a cyclic context', { context: cyclic }],
  ['a huge context', { context: { list: Array.from({ length: 1e5 }, () => 'x'.repeat(100)) } }],
  ['frozen options', Object.freeze({ context: Object.freeze({ a: 1 }), slowAfterSeconds: 0.001 })],
  ['no number', { slowAfterSeconds: Number.NaN }],
];

/** What an application does with stages, and what it gets of them. */
async function application(options: StageOptions): Promise<unknown> {
  const value = Object.freeze({});
  return session({ userId: 'u' }, async () => {
    const given = await stage('compression', options, async (s) => {
      s.processed(hostile());
      s.processed(Object.freeze({ bytesIn: Number.NaN, bytesOut: -1, files: Number.POSITIVE_INFINITY }));
      s.processed({ bytesIn: 1 });
      s.removed(hostile());
      s.removed({ files: 1, tasks: 2 });
      s.failed(hostile());
      const { exitCode } = await exec('/bin/sh', [
        '-c',
        'echo "frame= 10 fps=1 time=00:00:01.00 speed=1x" >&2',
      ]);
      return { value, exitCode };
    });
    const rejected = await stage('merging', options, () => Promise.reject(thrown)).catch((error) => error);
    const strange = await stage('upload', options, () => Promise.reject(hostile())).catch(() => 'rejected');
    return [given.value === value, given.exitCode, rejected === thrown, strange];
  });
}

const EXPECTED = [true, 0, true, 'rejected'];

describe('whatever a stage is given, the application gets the same', () => {
  it.each(OPTIONS)('under our SDK: %s', async (_name, options) => {
    const sink = startTestSink();
    expect(await application(options)).toEqual(EXPECTED);
    expect((await sink.spans()).filter(({ name }) => name.startsWith('media.stage'))).toHaveLength(3);
    await sink.shutdown();
    // And once it is closed.
    expect(await application(options)).toEqual(EXPECTED);
    expect(interruptAll()).toBe(0);
  });

  it.each(OPTIONS)('without any SDK: %s', async (_name, options) => {
    expect(await application(options)).toEqual(EXPECTED);
    expect(interruptAll()).toBe(0);
  });
});

describe('however broken telemetry is, the application gets the same', () => {
  it.each(BROKEN_TELEMETRY)('%s', async (_name, register) => {
    register();
    for (const [, options] of OPTIONS) expect(await application(options)).toEqual(EXPECTED);
    expect(interruptAll()).toBe(0);
  });
});
