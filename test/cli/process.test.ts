import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const MAIN = 'src/cli/main.ts';
const MANY = 'ERROR: unable to download video data: HTTP Error 403\n'.repeat(20_000);

function started(args: readonly string[]) {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  return { child, stderr: () => stderr };
}

describe('the command line as a process', () => {
  it.each([
    [['explain'], MANY],
    [['redact'], MANY],
    [['alerts', '--thresholds'], ''],
    [['--help'], ''],
  ])('ends without a word when its reader has seen enough: %j', async (args, input) => {
    const { child, stderr } = started(args);
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    child.stdout.once('data', () => child.stdout.destroy());
    const [exitCode] = await once(child, 'close');
    expect({ exitCode, stderr: stderr() }).toEqual({ exitCode: 0, stderr: '' });
  });

  it.skipIf(!existsSync('/dev/full'))('says when its output cannot be written', () => {
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [MAIN, 'alerts'], {
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(full);
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: 'otel-media: the output cannot be written: ENOSPC, the disk is full\n',
    });
  });

  it.each(['explain', 'redact'])(
    'ends %s at Ctrl-C without complaint, though nothing was read',
    async (command) => {
      const { child, stderr } = started([command]);
      // Time to be there; a signal that comes before it is, ends it as well.
      await new Promise((resolve) => setTimeout(resolve, 1000));
      child.stdin.end();
      child.kill('SIGINT');
      const [exitCode] = await once(child, 'close');
      expect({ exitCode, stderr: stderr() }).toEqual({ exitCode: 130, stderr: '' });
    },
  );
});
