import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/cli/run_command_line.ts';

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

describe('the command line as a process', { timeout: 30_000 }, () => {
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
});

describe('Ctrl-C', () => {
  it.each(['explain', 'redact'])(
    'ends %s without complaint, though its writer ended first',
    async (command) => {
      let stderr = '';
      const output = {
        write: (text: string) => {
          stderr += text;
        },
      };
      const interrupted = new AbortController();
      const stdin = Readable.from([]).once('close', () => interrupted.abort());
      await runCommandLine([command], {
        env: { OTEL_MEDIA_HASH_KEY: 'a key of the tests' },
        stdin: () => stdin,
        stdout: output,
        stderr: output,
        signal: interrupted.signal,
      });
      expect(stderr).toBe('');
    },
  );
});
