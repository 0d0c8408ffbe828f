import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { exec } from '../../../src/media/exec/exec.ts';
import { ExecProgress } from '../../../src/media/exec/progress.ts';
import { ExecWatch } from '../../../src/media/exec/watch.ts';
import { startTestSink, type TestSink } from '../../../src/testing.ts';
import { eventOf, everything, pointsOf, spanOf } from '../signals.ts';

const REPORT = `frame=50
fps=24.9
stream_0_0_q=28.0
bitrate= 838.9kbits/s
total_size=262192
out_time_us=2500000
out_time_ms=2500000
out_time=00:00:02.500000
dup_frames=0
drop_frames=3
speed=1.25x
progress=end
`;

let folder: string;
let sink: TestSink;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'otel-media-progress-'));
  sink = startTestSink({ hashKey: 'a key of the tests' });
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await sink.shutdown();
});

/** Something called ffmpeg that runs a script, as its arguments say. */
function ffmpeg(script: string, args: readonly string[] = []) {
  const path = join(folder, 'ffmpeg');
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return exec(path, args);
}

describe('what ffmpeg tells of its progress', () => {
  it.each([
    ['on stdout', ['-progress', 'pipe:1'], `cat <<'END'\n${REPORT}END`],
    ['on stderr', ['-progress', 'pipe:2'], `cat >&2 <<'END'\n${REPORT}END`],
    [
      'in the line it overwrites',
      [],
      "printf 'frame=   20 fps=0.0 q=28.0 size=      0kB time=00:00:01.00 bitrate=   0.4kbits/s speed=2.1x    \\r' >&2;" +
        "printf 'frame=   50 fps= 25 q=-1.0 Lsize=     256KiB time=00:00:02.50 bitrate= 838.9kbits/s dup=0 drop=3 speed=1.25x    \\n' >&2",
    ],
  ])('is on its span and counted: %s', async (_name, args, script) => {
    await ffmpeg(script, args);
    expect((await spanOf(sink, 'media.exec ffmpeg')).attributes).toMatchObject({
      'media.exec.speed': 1.25,
      'media.exec.frame_count': 50,
      'media.exec.dropped_frame_count': 3,
      'media.exec.output_time': 2.5,
    });
    const program = { 'process.executable.name': 'ffmpeg' };
    expect(await pointsOf(sink, 'media.exec.frames')).toEqual([{ value: 50, attributes: program }]);
    expect(await pointsOf(sink, 'media.exec.output.time')).toEqual([{ value: 2.5, attributes: program }]);
  });

  it('takes no place among the lines that explain a failure', () => {
    const watch = new ExecWatch('ffmpeg', undefined);
    watch.push('stderr', Buffer.from(`a.mp4: No such file or directory\n${REPORT.repeat(100)}`));
    watch.end();
    expect(watch.output.lineCount).toBe(1);
    expect(watch.output.cause?.type).toBe('file_not_found');
  });

  it('is not looked for in media written to stdout', async () => {
    await ffmpeg(`cat <<'END'\n${REPORT}END`, ['-i', 'x', '-f', 'mp3', 'pipe:1']);
    expect((await spanOf(sink, 'media.exec ffmpeg')).attributes['media.exec.frame_count']).toBe(undefined);
  });
});

describe('a stream', () => {
  const at = (
    progress: ExecProgress,
    speed: number,
    fromS: number,
    toS: number,
    position: number,
  ): number => {
    for (let second = fromS; second < toS; second += 0.5) {
      position += speed / 2;
      progress.take({ timeSeconds: position }, second * 1000);
    }
    return position;
  };

  it('that falls behind is told once an episode, with its speed of late', () => {
    const speeds: number[] = [];
    const progress = new ExecProgress('ffmpeg', { streaming: true, onSlow: (speed) => speeds.push(speed) });
    let position = at(progress, 1, 0, 600, 0);
    expect(speeds).toEqual([]);
    position = at(progress, 0.7, 600, 700, position);
    expect(speeds).toHaveLength(1);
    expect(speeds[0]).toBeLessThan(0.95);
    expect(progress.slow).toBe(true);
    position = at(progress, 1, 700, 800, position);
    at(progress, 0.7, 800, 900, position);
    expect(speeds).toHaveLength(2);
  });

  it('that stands still without a word is told by the timer', () => {
    const speeds: number[] = [];
    const progress = new ExecProgress('ffmpeg', { streaming: true, onSlow: (speed) => speeds.push(speed) });
    at(progress, 1, 0, 60, 0);
    progress.look(62_000);
    expect(speeds.length).toBeLessThanOrEqual(1);
    progress.look(90_000);
    expect(speeds).toHaveLength(1);
  });

  it('is what has to keep up: a file may take its time', () => {
    const speeds: number[] = [];
    const progress = new ExecProgress('ffmpeg', { onSlow: (speed) => speeds.push(speed) });
    at(progress, 0.1, 0, 600, 0);
    expect(speeds).toEqual([]);
    expect(progress.slow).toBe(false);
  });

  it('has its speed measured, and is marked as one', async () => {
    await ffmpeg("printf 'frame=1 fps=25 q=2 size=1kB time=00:00:01.00 bitrate=1kbits/s speed=0.5x\\r' >&2", [
      '-re',
      '-i',
      'x',
      'rtmp://planted.example/live/planted',
    ]);
    expect(await pointsOf(sink, 'media.exec.speed')).toEqual([
      { value: 1, attributes: { 'process.executable.name': 'ffmpeg', 'media.exec.streaming': true } },
    ]);
    expect((await spanOf(sink, 'media.exec ffmpeg')).attributes['media.exec.streaming']).toBe(true);
    expect(await everything(sink)).not.toContain('planted');
  });

  it('that falls behind is warned of while it runs, and marked when it ends', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const clock = performance.now.bind(performance);
    let later = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => clock() + later);
    const running = ffmpeg(
      "printf 'frame=1 fps=25 q=2 size=1kB time=00:00:01.00 bitrate=1kbits/s speed=1x\\r' >&2; read line",
      ['-re', '-i', 'x', 'rtmp://planted.example/live/planted'],
    );
    await once(running.stderr, 'data');
    later = 60_000;
    vi.advanceTimersByTime(5000);
    vi.useRealTimers();
    vi.restoreAllMocks();
    const warning = await eventOf(sink, 'media.exec.slow');
    expect(warning).toMatchObject({
      severityText: 'WARN',
      body: 'ffmpeg falls behind real time: speed 0.00',
    });
    running.stdin.end('\n');
    await running;
    expect((await spanOf(sink, 'media.exec ffmpeg')).attributes['media.exec.slow']).toBe(true);
  });
});
