import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const FILE_NAME = 'hash.key';

/** Folder for what is kept between runs, where none is set: `otel-media` in the state folder of the user (XDG). */
export function defaultStateDir(env: NodeJS.ProcessEnv = process.env): string {
  return join(env.XDG_STATE_HOME || join(homedir(), '.local', 'state'), 'otel-media');
}

/**
 * The key of the keyed hashes: made once and kept in the state folder, so that hashes join across processes and
 * restarts. Where the folder cannot be written, a key of this process only.
 */
export function keptHashKey(stateDir: string): Buffer {
  const path = join(stateDir, FILE_NAME);
  try {
    return readKey(path);
  } catch {
    const key = randomBytes(32);
    try {
      mkdirSync(stateDir, { recursive: true, mode: 0o700 });
      writeFileSync(path, key.toString('hex'), { mode: 0o600, flag: 'wx' });
      return key;
    } catch {
      // Another process may have made it in the meantime; then its key is the one.
      try {
        return readKey(path);
      } catch {
        return key;
      }
    }
  }
}

function readKey(path: string): Buffer {
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'hex');
  if (key.length < 16) throw new Error('too short');
  return key;
}
