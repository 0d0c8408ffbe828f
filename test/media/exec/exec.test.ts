import { once } from 'node:events';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { interruptAll } from '../../../src/emit/open_operations.ts';
import { isOtelMediaError } from '../../../src/errors.ts';
import { download } from '../../../src/media/download/download.ts';
import { exec } from '../../../src/media/exec/exec.ts';
import type { ExecOptions } from '../../../src/media/exec/options.ts';
import { ProgramError } from '../../../src/media/exec/program_error.ts';
import { session } from '../../../src/media/session/session.ts';
import { startTestSink, type TestSink } from '../../../src/testing.ts';
import { eventOf, everything, pointsOf, spanOf } from '../signals.ts';

let sink: TestSink;
beforeEach(() => {
  sink = startTestSink({ hashKey: 'a key of the tests' });
});
afterEach(() => sink.shutdown());

function sh(script: string, options?: ExecOptions) {
  return exec('/bin/sh', ['-c', script], options);
}

async function failure(work: PromiseLike<unknown>): Promise<ProgramError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof ProgramError) return error;
    throw error;
  }
  throw new Error('it did not fail');
}

describe('a program that succeeds', () => {
  it('gives its output, exit code and time', async () => {
    const result = await sh('echo out; echo complaint >&2');
    expect(result).toEqual({
      exitCode: 0,
      stdout: 'out\n',
      stderr: 'complaint\n',
      durationSeconds: expect.any(Number),
      warnings: [],
    });
  });

  it('is a client span by its base name, with no event', async () => {
    await sh('true');
    const span = await spanOf(sink, 'media.exec sh');
    expect(span.kind).toBe(2);
    expect(span.attributes).toEqual({
      'process.executable.name': 'sh',
      'process.pid': expect.any(Number),
      'process.exit.code': 0,
      'media.exec.argument_count': 2,
      'media.exec.outcome': 'success',
      'media.exec.warning_count': 0,
      'media.operation': 'exec',
    });
    expect(await sink.logs()).toEqual([]);
    expect(await pointsOf(sink, 'media.exec.duration')).toEqual([
      { value: 1, attributes: { 'process.executable.name': 'sh', 'media.exec.outcome': 'success' } },
    ]);
  });

  it('is a child of what it runs in, and hands that on in its environment', async () => {
    const { stdout } = await session({ id: 's' }, () =>
      download({}, () => sh('printf %s "$TRACEPARENT"', { env: { PATH: process.env.PATH } })),
    );
    const attempt = await spanOf(sink, 'media.download.attempt');
    const span = await spanOf(sink, 'media.exec sh');
    const { traceId, spanId } = span.spanContext();
    expect(span.parentSpanContext?.spanId).toBe(attempt.spanContext().spanId);
    expect(span.attributes['session.id']).toBe('s');
    expect(stdout).toBe(`00-${traceId}-${spanId}-01`);
  });

  it('gets the environment and the folder that it is given, and standard input', async () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'otel-media-exec-')));
    const running = sh('pwd; printf %s "$OWN-$HOME"; cat', {
      cwd: folder,
      env: { OWN: 'yes', PATH: process.env.PATH },
    });
    running.stdin.end(' input');
    expect((await running).stdout).toBe(`${folder}\nyes- input`);
    rmSync(folder, { recursive: true });
  });

  it('has its output passed on byte for byte', async () => {
    const running = sh("printf '\\377\\000\\376\\n'; printf '\\200' >&2");
    const chunks: Buffer[] = [];
    running.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    await running;
    expect(Buffer.concat(chunks)).toEqual(Buffer.from([0xff, 0, 0xfe, 0x0a]));
  });

  it('can be read by the caller in its own way', async () => {
    const running = sh('printf é; echo no >&2');
    running.stdout.setEncoding('latin1');
    const [out, err, result] = await Promise.all([
      text(running.stderr),
      once(running.stdout, 'data'),
      running,
    ]);
    expect(out).toBe('no\n');
    expect(err).toEqual(['Ã©']);
    expect(result.exitCode).toBe(0);
  });

  it('has no more of its output kept than is asked for: the end', async () => {
    const { stdout } = await sh('i=0; while [ $i -lt 3000 ]; do echo "line $i"; i=$((i+1)); done', {
      maxBuffer: 100,
    });
    expect(Buffer.byteLength(stdout)).toBe(100);
    expect(stdout.endsWith('line 2998\nline 2999\n')).toBe(true);
  });

  it('that never reads its input makes nothing fail', async () => {
    const running = sh('exit 0');
    running.stdin.write('x'.repeat(1_000_000));
    expect((await running).exitCode).toBe(0);
  });
});

describe('a program that fails', () => {
  it('rejects with what is known of it', async () => {
    const error = await failure(sh('echo out; echo "ERROR: HTTP Error 429: Too Many Requests" >&2; exit 3'));
    expect(error).toMatchObject({ name: 'ProgramError', exitCode: 3, signal: null, stdout: 'out\n' });
    expect(error.code).toBe('OTEL_MEDIA_PROGRAM_FAILED');
    expect(isOtelMediaError(error)).toBe(true);
    expect(error.diagnosis.type).toBe('rate_limited');
    expect(error.stderr).toContain('429');
    const span = await spanOf(sink, 'media.exec sh');
    expect(span.attributes).toMatchObject({
      'media.exec.outcome': 'failure',
      'process.exit.code': 3,
      'error.type': 'rate_limited',
      'error.message': expect.stringContaining('HTTP Error 429: Too Many Requests'),
    });
    expect(span.status).toEqual({ code: 2, message: 'rate_limited' });
    const event = await eventOf(sink, 'media.exec.ended');
    expect(event).toMatchObject({ severityText: 'ERROR', body: 'sh ended: failure, rate_limited' });
    expect(event.spanContext?.spanId).toBe(span.spanContext().spanId);
    expect(await pointsOf(sink, 'media.exec.duration')).toEqual([
      { value: 1, attributes: expect.objectContaining({ 'error.type': 'rate_limited' }) },
    ]);
  });

  it('makes the download around it fail for the same reason', async () => {
    await failure(download({}, () => sh('echo "ERROR: HTTP Error 429: Too Many Requests" >&2; exit 1')));
    expect((await spanOf(sink, 'media.download.attempt')).attributes['error.type']).toBe('rate_limited');
  });

  it('that does not exist is missing', async () => {
    const error = await failure(exec('no-such-program-anywhere'));
    expect(error).toMatchObject({ exitCode: null, signal: null, diagnosis: { type: 'program_missing' } });
    expect(error.cause).toMatchObject({ code: 'ENOENT' });
    expect((await spanOf(sink, 'media.exec no-such-program-anywhere')).attributes['error.type']).toBe(
      'program_missing',
    );
    expect(interruptAll()).toBe(0);
  });

  it('of arguments that the system does not take rejects, and leaves nothing open', async () => {
    for (const args of [['x'.repeat(4_000_000)], ['a\0b']]) {
      let running: Promise<unknown> | undefined;
      expect(() => {
        running = exec('/bin/echo', args);
      }).not.toThrow();
      await expect(running).rejects.toThrow();
    }
    expect(await sink.spans()).toHaveLength(2);
    expect(interruptAll()).toBe(0);
  });

  it('by a signal names the signal', async () => {
    const error = await failure(sh('kill -KILL $$'));
    expect(error).toMatchObject({ exitCode: null, signal: 'SIGKILL' });
    expect((await spanOf(sink, 'media.exec sh')).attributes['media.exec.signal']).toBe('SIGKILL');
  });

  it('is ended by its handle', async () => {
    const running = sh('exec sleep 20');
    expect(running.pid).toBeGreaterThan(0);
    expect(running.kill('SIGINT')).toBe(true);
    expect((await failure(running)).signal).toBe('SIGINT');
  });

  it('is ended when its time is up, and the failure is of that type', async () => {
    const error = await failure(sh('exec sleep 20', { timeoutSeconds: 0.1 }));
    expect(error.signal).toBe('SIGTERM');
    expect(error.diagnosis.category).toBe('timeout');
    expect((await spanOf(sink, 'media.exec sh')).attributes['error.type']).toBe(error.diagnosis.type);
  });

  it('is ended when it is aborted', async () => {
    const controller = new AbortController();
    const running = sh('exec sleep 20', { signal: controller.signal });
    setTimeout(() => controller.abort(), 20);
    const error = await failure(running);
    expect(error.diagnosis.type).toBe('cancelled');
    expect(interruptAll()).toBe(0);
  });

  it('is never started when it is aborted before', async () => {
    const error = await failure(sh('true', { signal: AbortSignal.abort() }));
    expect(error.diagnosis.type).toBe('cancelled');
  });
});

describe('what a program writes', () => {
  it('tells the progress of the download around it', async () => {
    await download({}, () => sh('echo "[download]  45.2% of 10.00MiB at 1.00MiB/s ETA 00:05"'));
    expect((await spanOf(sink, 'media.download.attempt')).attributes['media.download.progress']).toBeCloseTo(
      0.452,
    );
    expect((await spanOf(sink, 'media.exec sh')).attributes['media.exec.progress']).toBeCloseTo(0.452);
  });

  it('tells of cookies that were turned down, even where the download then succeeds', async () => {
    await download({ cookies: true }, () =>
      sh('echo "WARNING: [youtube] The provided YouTube account cookies are no longer valid." >&2'),
    );
    expect(await pointsOf(sink, 'media.cookies.results')).toEqual([
      { value: 1, attributes: { 'media.cookies.result': 'rejected' } },
    ]);
  });

  it('has the whole id of the video in no signal', async () => {
    const id = 'dQw4w9WgXcQ';
    const error = await failure(
      download({ id }, () => sh(`echo "ERROR: [youtube] ${id}: Private video" >&2; exit 1`)),
    );
    expect(error.stderr).toContain(id);
    expect(await everything(sink)).not.toContain(id);
  });
});

describe('the arguments of a program', () => {
  it.each(['exit 0', 'exit 9', 'kill $$', 'echo "ERROR: no" >&2; exit 1'])(
    'are in no signal: %s',
    async (script) => {
      await exec('/bin/sh', ['-c', script, '--cookies', '/planted/cookies.txt', 'planted-argument']).catch(
        () => {},
      );
      await exec('/planted-folder/no-such', ['planted-argument']).catch(() => {});
      const found = await everything(sink);
      expect(found).toContain('no-such');
      expect(found).not.toContain('planted');
    },
  );
});

describe('a program that is interrupted', () => {
  it('ends as such in its signals, once, and goes on', async () => {
    const running = sh('read line; echo "$line"');
    expect(interruptAll()).toBe(1);
    running.stdin.end('still here\n');
    expect((await running).stdout).toBe('still here\n');
    expect((await spanOf(sink, 'media.exec sh')).attributes['media.exec.outcome']).toBe('interrupted');
    expect((await eventOf(sink, 'media.exec.ended')).severityText).toBe('WARN');
  });
});
