import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { stopProcess } from '../src/cli/stack/stop_process.ts';
import { identify, isRunning, signalProcess } from '../src/process_identity.ts';

async function sleeper(command = 'exec sleep 60'): Promise<number> {
  const child = spawn('/bin/sh', ['-c', command], { stdio: 'ignore' });
  await once(child, 'spawn');
  return child.pid ?? 0;
}

describe('a process identity', () => {
  it('is that of a running process until it ends', async () => {
    const identity = identify(await sleeper());
    expect(isRunning(identity)).toBe(true);
    expect(await stopProcess(identity, 5000)).toBe(false);
    expect(isRunning(identity)).toBe(false);
  });

  it.skipIf(process.platform !== 'linux')('is not that of another process with the same number', async () => {
    const pid = await sleeper();
    const reused = { pid, started: 'boot-of-yesterday:1' };
    expect(isRunning(reused)).toBe(false);
    expect(signalProcess(reused, 'SIGKILL')).toBe(false);
    expect(await stopProcess(reused, 1000)).toBe(false);
    expect(isRunning(identify(pid))).toBe(true);
    process.kill(pid, 'SIGKILL');
  });

  it.skipIf(process.platform !== 'linux')('of a process that had ended already is never running', () => {
    expect(identify(4_194_304)).toEqual({ pid: 4_194_304, started: 'ended' });
    expect(isRunning({ pid: 1, started: 'ended' })).toBe(false);
  });

  it('is one that runs, of the process that asks, whatever it may read', () => {
    expect(isRunning(identify(process.pid))).toBe(true);
    expect(identify(process.pid, { ps: false }).started).not.toBe('ended');
    // Of an earlier version, or of a system that tells no start.
    expect(isRunning({ pid: process.pid })).toBe(true);
  });

  it('kills what does not want to end', async () => {
    const child = spawn(process.execPath, [
      '-e',
      'process.on("SIGTERM", () => {}); console.log(1); setInterval(() => {}, 9)',
    ]);
    await once(child.stdout, 'data');
    const identity = identify(child.pid ?? 0);
    expect(await stopProcess(identity, 200)).toBe(true);
    expect(isRunning(identity)).toBe(false);
  });
});
