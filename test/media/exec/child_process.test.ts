import {
  exec as execCommand,
  execFile,
  execFileSync,
  execSync,
  fork,
  spawn,
  spawnSync,
} from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { trace } from '@opentelemetry/api';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toolFinder } from '../../../src/health/tools.ts';
import { instrumentChildProcess } from '../../../src/media/exec/child_process.ts';
import { exec } from '../../../src/media/exec/exec.ts';
import { knownProgram } from '../../../src/media/exec/known_programs.ts';
import { session } from '../../../src/media/session/session.ts';
import { withoutTelemetry } from '../../../src/media/without_telemetry.ts';
import { startTestSink, type TestSink } from '../../../src/testing.ts';
import { everything, pointsOf, spanOf } from '../signals.ts';

let folder: string;
let sink: TestSink;
let undo: () => void;
const program = (name: string) => join(folder, name);

function script(name: string, text: string): void {
  writeFileSync(program(name), `#!/bin/sh\n${text}\n`);
  chmodSync(program(name), 0o755);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'otel-media-spawn-'));
  script(
    'yt-dlp',
    'echo "[download]  50.0% of 10.00MiB at 1.00MiB/s ETA 00:05"; echo "[$TRACEPARENT]"; echo "$1" >&2; exit 1',
  );
  script('ffmpeg', 'cat; echo "[$TRACEPARENT]" >&2');
  script('ffprobe', 'exec sleep 30');
  script('other', 'echo "[$TRACEPARENT]"');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  sink = startTestSink();
  // Not by the option: that loads it by its path, where the modules of a test are others.
  undo = instrumentChildProcess();
});
afterEach(async () => {
  undo();
  await sink.shutdown();
});

const COMPLAINT = 'ERROR: [youtube] dQw4w9WgXcQ: Video unavailable. This video is private. SID=planted';

function ended(
  child: ReturnType<typeof spawn>,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, stdout, stderr })));
}

describe('a media program started by node:child_process', () => {
  it('has the span, the number and the event of exec, and its streams are untouched', async () => {
    const { code, stdout, stderr } = await session({ id: 's' }, () =>
      ended(spawn(program('yt-dlp'), [COMPLAINT])),
    );
    const span = await spanOf(sink, 'media.exec yt-dlp');
    const { traceId, spanId } = span.spanContext();
    expect({ code, stderr }).toEqual({ code: 1, stderr: `${COMPLAINT}\n` });
    expect(stdout).toBe(
      `[download]  50.0% of 10.00MiB at 1.00MiB/s ETA 00:05\n[00-${traceId}-${spanId}-01]\n`,
    );
    expect(span.attributes).toMatchObject({
      'process.executable.name': 'yt-dlp',
      'process.exit.code': 1,
      'media.exec.argument_count': 1,
      'media.exec.outcome': 'failure',
      'media.exec.progress': 0.5,
      'media.operation': 'exec',
      'error.type': 'private',
      'session.id': 's',
    });
    expect(span.parentSpanContext?.spanId).toBe((await spanOf(sink, 'media.session')).spanContext().spanId);
    expect(await pointsOf(sink, 'media.exec.duration')).toMatchObject([
      { value: 1, attributes: { 'media.exec.outcome': 'failure', 'error.type': 'private' } },
    ]);
    const events = (await sink.logs()).map(({ eventName }) => eventName);
    expect(events).toContain('media.exec.ended');
    const found = await everything(sink);
    for (const secret of ['planted', 'dQw4w9WgXcQ']) expect(found).not.toContain(secret);
  });

  it('gets every byte in and out, also of much and of media', async () => {
    const child = spawn(program('ffmpeg'));
    const bytes = Buffer.alloc(3_000_000, 'ÿ\n\r');
    child.stdin.end(bytes);
    const chunks: Buffer[] = [];
    for await (const chunk of child.stdout) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).equals(bytes)).toBe(true);
    await new Promise((resolve) =>
      child.exitCode === null ? child.once('exit', resolve) : resolve(undefined),
    );
    await expect.poll(async () => (await sink.spans()).length, { timeout: 5000 }).toBe(1);
    expect((await spanOf(sink, 'media.exec ffmpeg')).attributes['media.exec.outcome']).toBe('success');
  });

  it('by execFile and by exec, promisified too', async () => {
    await promisify(execFile)(program('yt-dlp'), [COMPLAINT]).catch(() => {});
    await promisify(execCommand)(`"${program('ffmpeg')}" -v 0 </dev/null | cat`);
    expect((await sink.spans()).map(({ name }) => name)).toEqual(['media.exec yt-dlp', 'media.exec ffmpeg']);
  });

  it('that cannot be started ends as that, and the application gets the error', async () => {
    const error = await new Promise((resolve) =>
      spawn(join(folder, 'none', 'ffmpeg')).once('error', resolve),
    );
    expect(error).toMatchObject({ code: 'ENOENT' });
    expect((await spanOf(sink, 'media.exec ffmpeg')).attributes).toMatchObject({
      'media.exec.outcome': 'failure',
      'error.type': 'ffmpeg_missing',
    });
    expect(() => spawn(program('ffmpeg'), ['\0'])).toThrow();
  });

  it('that is stopped by a signal of the application says so', async () => {
    const control = new AbortController();
    const child = spawn(program('ffmpeg'), { signal: control.signal });
    child.on('error', () => {});
    const end = ended(child);
    control.abort();
    await end;
    expect((await spanOf(sink, 'media.exec ffmpeg')).attributes).toMatchObject({ 'error.type': 'cancelled' });
  });

  it('keeps the trace context that the application gave it on purpose', async () => {
    const env = { PATH: process.env.PATH, TRACEPARENT: 'of-the-application' };
    const { stderr } = await ended(spawn(program('ffmpeg'), { env, stdio: ['ignore', 'pipe', 'pipe'] }));
    expect(stderr).toBe('[of-the-application]\n');
  });
});

describe('a media program that is waited for', () => {
  it('by spawnSync has its span and the trace context, and the application the same result', async () => {
    const { status, stderr, stdout } = spawnSync(program('yt-dlp'), [COMPLAINT], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 1, stderr: `${COMPLAINT}\n` });
    const span = await spanOf(sink, 'media.exec yt-dlp');
    expect(stdout).toContain(`[00-${span.spanContext().traceId}-${span.spanContext().spanId}-01]`);
    expect(span.attributes).toMatchObject({
      'error.type': 'private',
      'process.exit.code': 1,
      'process.pid': expect.any(Number),
      'media.exec.argument_count': 1,
    });
    for (const secret of ['planted', 'dQw4w9WgXcQ']) expect(await everything(sink)).not.toContain(secret);
  });

  it('by execFileSync and execSync too, with what they throw', async () => {
    const input = 'media';
    expect(execFileSync(program('ffmpeg'), { input, stdio: 'pipe' }).toString()).toBe(input);
    expect(execSync(`"${program('ffmpeg')}" -v 0`, { input, stdio: 'pipe', encoding: 'utf8' })).toBe(input);
    expect(() => execFileSync(program('yt-dlp'), [COMPLAINT], { stdio: 'pipe' })).toThrow(
      expect.objectContaining({ status: 1, stderr: Buffer.from(`${COMPLAINT}\n`) }),
    );
    expect(() => execFileSync(join(folder, 'none', 'ffmpeg'))).toThrow(
      expect.objectContaining({ code: 'ENOENT' }),
    );
    const found = (await sink.spans()).map(({ name, attributes }) => [name, attributes['error.type']]);
    expect(found).toEqual([
      ['media.exec ffmpeg', undefined],
      ['media.exec ffmpeg', undefined],
      ['media.exec yt-dlp', 'private'],
      ['media.exec ffmpeg', 'ffmpeg_missing'],
    ]);
  });

  it('and that took too long says so', async () => {
    const { error } = spawnSync(program('ffprobe'), { timeout: 200 });
    expect(error).toMatchObject({ code: 'ETIMEDOUT' });
    expect((await spanOf(sink, 'media.exec ffprobe')).attributes).toMatchObject({
      'media.exec.outcome': 'failure',
      'media.exec.signal': 'SIGTERM',
      'error.type': 'timeout',
    });
  });

  it('is left alone where it is another program, or nobody asked', async () => {
    expect(spawnSync(program('other'), { encoding: 'utf8' }).stdout).toBe(
      `[${process.env.TRACEPARENT ?? ''}]\n`,
    );
    undo();
    spawnSync(program('yt-dlp'), [COMPLAINT]);
    expect(await sink.spans()).toEqual([]);
    expect(() => spawnSync(undefined as unknown as string)).toThrow(TypeError);
  });
});

describe('left alone', () => {
  it('is any other program', async () => {
    const { stdout } = await ended(spawn(program('other')));
    expect(stdout).toBe(`[${process.env.TRACEPARENT ?? ''}]\n`);
    writeFileSync(program('child.mjs'), 'process.exit(0)');
    await new Promise((resolve) => fork(program('child.mjs')).once('exit', resolve));
    expect(await sink.spans()).toEqual([]);
  });

  it('is what exec runs: one span, not two', async () => {
    await exec(program('yt-dlp'), [COMPLAINT]).catch(() => {});
    expect((await sink.spans()).map(({ name }) => name)).toEqual(['media.exec yt-dlp']);
  });

  it('is what health looks for', async () => {
    const tools = await toolFinder({ ytDlp: program('yt-dlp'), ffmpeg: program('ffmpeg') })();
    expect(tools.ffmpegAvailable).toBe(true);
    expect(await sink.spans()).toEqual([]);
  });

  it('is who asked to be left out', async () => {
    const { stdout } = await trace.getTracer('t').startActiveSpan('theirs', async (span) => {
      span.end();
      return withoutTelemetry(() => ended(spawn(program('yt-dlp'), [COMPLAINT])));
    });
    expect(stdout).toContain(`[${process.env.TRACEPARENT ?? ''}]`);
    expect((await sink.spans()).map(({ name }) => name)).toEqual(['theirs']);
  });

  it('is everything once it is taken back', async () => {
    undo();
    await ended(spawn(program('yt-dlp'), [COMPLAINT]));
    expect(await sink.spans()).toEqual([]);
  });
});

describe('knownProgram', () => {
  it.each<[string, string[], string | undefined]>([
    ['/usr/bin/ffmpeg', ['ffmpeg', '-i', 'x'], 'ffmpeg'],
    ['C:\\tools\\yt-dlp.exe', ['yt-dlp.exe'], 'yt-dlp'],
    ['./yt-dlp_linux_aarch64', ['x'], 'yt-dlp'],
    ['python3.12', ['python3.12', '-m', 'yt_dlp', 'url'], 'yt-dlp'],
    ['python3', ['python3', 'ffmpeg'], undefined],
    ['/bin/sh', ['/bin/sh', '-c', 'A=1 B=2 exec nice -n 10 /opt/ffmpeg -i x'], 'ffmpeg'],
    ['/bin/sh', ['/bin/sh', '-c', "'/opt/x y/ffmpeg' -i x"], undefined],
    ['cmd.exe', ['/d', '/s', '/c', '"ffprobe x"'], 'ffprobe'],
    ['/bin/sh', ['/bin/sh', '-c', 'cat ffmpeg'], undefined],
    ['ffmpeg-helper', ['x'], undefined],
    ['', [], undefined],
  ])('%s %j is %s', (file, args, name) => {
    expect(knownProgram(file, args)?.name).toBe(name);
  });

  it('does not read as text what may be media', () => {
    expect(knownProgram('yt-dlp', ['yt-dlp', 'u'])?.tellsOnStdout).toBe(true);
    expect(knownProgram('yt-dlp', ['yt-dlp', '-o', '-', 'u'])?.tellsOnStdout).toBe(false);
    expect(knownProgram('ffmpeg', ['ffmpeg'])?.tellsOnStdout).toBe(false);
  });
});
