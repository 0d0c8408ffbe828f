import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isLockHeld, LockHeld, takeLock } from '../../../src/cli/stack/lock.ts';
import { identify } from '../../../src/process_identity.ts';
import { temporaryFolder } from '../workspace.ts';

describe('a lock', () => {
  it('is held by one only, and can be taken again after its release', async () => {
    const path = join(temporaryFolder(), 'lock');
    const lock = await takeLock(path);
    expect(isLockHeld(path)).toBe(true);
    await expect(takeLock(path)).rejects.toThrow(LockHeld);
    lock.release();
    expect(isLockHeld(path)).toBe(false);
    (await takeLock(path)).release();
  });

  it('can be waited for', async () => {
    const path = join(temporaryFolder(), 'lock');
    const lock = await takeLock(path);
    const holders: number[] = [];
    const waiting = takeLock(path, { waitMs: 5000, onWait: ({ pid }) => holders.push(pid) });
    setTimeout(() => lock.release(), 100);
    (await waiting).release();
    expect(holders).toEqual([process.pid]);
  });

  it.each([
    { what: 'an ended process', holder: { pid: spawnSync('true').pid, started: 'some-boot:1' } },
    {
      what: 'another process with the same number',
      holder: { ...identify(process.pid), started: 'some-boot:1' },
    },
    { what: 'nobody, as it is damaged', holder: '{"pid":' },
  ])('of $what is taken over', async ({ holder }) => {
    const folder = temporaryFolder();
    const path = join(folder, 'lock');
    writeFileSync(path, typeof holder === 'string' ? holder : JSON.stringify(holder));
    expect(isLockHeld(path)).toBe(false);
    const lock = await takeLock(path);
    expect(readdirSync(folder)).toEqual(['lock']);
    lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('goes to one of many that find it stale', async () => {
    const path = join(temporaryFolder(), 'lock');
    writeFileSync(path, JSON.stringify({ pid: process.pid, started: 'some-boot:1' }));
    const attempts = await Promise.allSettled(Array.from({ length: 20 }, () => takeLock(path)));
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
