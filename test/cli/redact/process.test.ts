import { spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { streamed } from '../stdin.ts';
import { ENV, ORDINARY, PASSWORD } from './samples.ts';

describe('otel-media redact as a process', { timeout: 30_000 }, () => {
  it('redacts stdin', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/main.ts', 'redact'], {
      input: `${PASSWORD}\n`,
      encoding: 'utf8',
      env: { ...process.env, ...ENV },
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('--password ****');
  });

  it.each(['redact', 'explain'])('does not take a folder on stdin for nothing (%s)', (command) => {
    const folder = openSync('.', 'r');
    const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/main.ts', command], {
      stdio: [folder, 'pipe', 'pipe'],
      encoding: 'utf8',
      env: { ...process.env, ...ENV },
    });
    closeSync(folder);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^otel-media: stdin is a folder\nhint: /);
  });

  it('streams input of any size, and holds little of it', async () => {
    const block = `${ORDINARY} ${'word '.repeat(800)}\n`.repeat(250);
    const run = (times: number) => streamed(['redact', '--json'], block, times, ENV);
    const small = await run(2);
    const large = await run(40);
    expect(small).toMatchObject({ exitCode: 0, lines: 501 });
    expect(large).toMatchObject({ exitCode: 0, lines: 10_001 });
    // 40 MB went through.
    expect(large.kilobytes - small.kilobytes).toBeLessThan(40_000);
  }, 60_000);
});
