import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeFolder } from '../../make_folder.ts';
import { identify, isRunning, type ProcessIdentity } from '../../process_identity.ts';

/** A lock that is held until it is released, or until its process is gone. */
export interface Lock {
  release(): void;
}

export interface LockOptions {
  /** How long to wait for its holder, in milliseconds; default 0: do not wait. */
  readonly waitMs?: number;
  /** Called once, when somebody else holds the lock. */
  readonly onWait?: (holder: ProcessIdentity) => void;
  readonly signal?: AbortSignal;
}

/** The lock could not be had within the time. */
export class LockHeld extends Error {
  readonly holder: ProcessIdentity;

  constructor(path: string, holder: ProcessIdentity) {
    super(`${path} is held by process ${holder.pid}`);
    this.holder = holder;
  }
}

const POLL_MS = 200;
let serial = 0;

/**
 * Takes a lock file. One whose process has ended, or whose number belongs to another process by now, is taken over.
 *
 * @throws {LockHeld} when its holder is still there after `waitMs`
 */
export async function takeLock(path: string, options: LockOptions = {}): Promise<Lock> {
  const until = Date.now() + (options.waitMs ?? 0);
  let told = false;
  makeFolder(dirname(path));
  for (;;) {
    if (tryToTake(path)) return { release: () => rmSync(path, { force: true }) };
    const holder = readHolder(path);
    if (holder === undefined) continue; // It was released in between.
    if (!isRunning(holder)) {
      removeStale(path, holder);
      continue;
    }
    if (Date.now() >= until) throw new LockHeld(path, holder);
    if (!told) options.onWait?.(holder);
    told = true;
    await sleep(POLL_MS, undefined, options.signal ? { signal: options.signal } : {});
  }
}

/** Whether a process that still runs holds this lock. */
export function isLockHeld(path: string): boolean {
  const holder = readHolder(path);
  return holder !== undefined && isRunning(holder);
}

function tryToTake(path: string): boolean {
  serial += 1;
  const draft = `${path}.${process.pid}.${serial}`;
  writeFileSync(draft, JSON.stringify(identify(process.pid)));
  try {
    // A link appears with its content or not at all; creating the file and then writing it would not.
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function readHolder(path: string): ProcessIdentity | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof value === 'object' && value !== null && 'pid' in value && typeof value.pid === 'number') {
      const started = 'started' in value && typeof value.started === 'string' ? value.started : undefined;
      return started === undefined ? { pid: value.pid } : { pid: value.pid, started };
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
  }
  return { pid: 0, started: 'unreadable' };
}

function removeStale(path: string, seen: ProcessIdentity): void {
  serial += 1;
  const aside = `${path}.stale.${process.pid}.${serial}`;
  try {
    renameSync(path, aside);
    const moved = readHolder(aside);
    // Another process may have replaced the stale lock since it was read: then it goes back.
    if (moved !== undefined && (moved.pid !== seen.pid || moved.started !== seen.started))
      linkSync(aside, path);
  } catch {
    // Somebody else was quicker; the next attempt sees what there is.
  } finally {
    rmSync(aside, { force: true });
  }
}
