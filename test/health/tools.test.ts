import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toolFinder } from '../../src/health/tools.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'otel-media-tools-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function program(name: string, script: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  return path;
}

describe('toolFinder', () => {
  it('asks the programs', async () => {
    const ytDlp = await program('good-yt-dlp', '[ "$1" = --version ] && echo 2026.10.01');
    const ffmpeg = await program('good-ffmpeg', '[ "$1" = -version ] && echo ffmpeg version 7.1');
    expect(await toolFinder({ ytDlp, ffmpeg })()).toStrictEqual({
      ytDlpVersion: '2026.10.01',
      ffmpegAvailable: true,
    });
  });

  it('finds nothing where nothing is installed', async () => {
    const missing = join(folder, 'missing');
    expect(await toolFinder({ ytDlp: missing, ffmpeg: '' })()).toStrictEqual({
      ytDlpVersion: null,
      ffmpegAvailable: false,
    });
  });

  it('does not count programs that fail', async () => {
    const broken = await program('broken', 'echo 2026.10.01; exit 1');
    expect(await toolFinder({ ytDlp: broken, ffmpeg: broken })()).toStrictEqual({
      ytDlpVersion: null,
      ffmpegAvailable: false,
    });
  });

  it('passes on nothing that is no version', async () => {
    const chatty = await program('chatty', 'echo "config of user jo at /home/jo/.config/yt-dlp"');
    expect((await toolFinder({ ytDlp: chatty, ffmpeg: chatty })()).ytDlpVersion).toBeNull();
  });

  it('looks once a minute, however many ask', async () => {
    const calls = join(folder, 'calls');
    const ytDlp = await program('counted', `echo x >> ${calls}; echo 2026.10.01`);
    let time = 1_000_000;
    const find = toolFinder({ ytDlp, ffmpeg: ytDlp }, () => time);
    const looks = async () => (await readFile(calls, 'utf8')).trim().split('\n').length / 2;
    await Promise.all([find(), find(), find()]);
    time += 59_999;
    await find();
    expect(await looks()).toBe(1);
    time += 1;
    await find();
    expect(await looks()).toBe(2);
  });

  it('gives a program that hangs no more than five seconds', { timeout: 15_000 }, async () => {
    const hung = await program('hung', 'exec sleep 30');
    const started = performance.now();
    expect((await toolFinder({ ytDlp: hung, ffmpeg: hung })()).ytDlpVersion).toBeNull();
    expect(performance.now() - started).toBeLessThan(9_000);
  });
});
