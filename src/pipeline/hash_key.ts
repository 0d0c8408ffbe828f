import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from '../make_folder.ts';

/** Name of the file in the state folder that the key is kept in. */
export const HASH_KEY_FILE = 'hash.key';

/** Folder for what is kept between runs, where none is set: `otel-media` in the state folder of the user (XDG). */
export function defaultStateDir(env: NodeJS.ProcessEnv = process.env): string {
  return join(env.XDG_STATE_HOME || join(homedir(), '.local', 'state'), 'otel-media');
}

/**
 * The key of the keyed hashes: made once and kept in the state folder, so that hashes join across processes and
 * restarts. Where the folder cannot be used, a key of this process only, and a problem to tell.
 */
export function keptHashKey(stateDir: string): { key: Buffer; problem?: string } {
  const path = join(stateDir, HASH_KEY_FILE);
  try {
    return { key: readKey(path) };
  } catch (error) {
    if (!isMissing(error)) return ofThisProcess(path, error);
  }
  try {
    makeFolder(stateDir, 0o700);
    const key = randomBytes(32);
    writeFileSync(path, key.toString('hex'), { mode: 0o600, flag: 'wx' });
    return { key };
  } catch (error) {
    // Another process may have made it in the meantime; then its key is the one.
    try {
      return { key: readKey(path) };
    } catch {
      return ofThisProcess(stateDir, error);
    }
  }
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

// Named as it is: the line is printed here, and sent nowhere.
function ofThisProcess(path: string, error: unknown): { key: Buffer; problem: string } {
  const reason = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
  return {
    key: randomBytes(32),
    problem: `${path} cannot be used (${reason}): hashes join only within this process. Set OTEL_MEDIA_STATE to a folder that can be written, or OTEL_MEDIA_HASH_KEY`,
  };
}

function readKey(path: string): Buffer {
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'hex');
  if (key.length < 16) throw new Error('it holds no key');
  return key;
}
