import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 250;
const CHUNK_BYTES = 64 * 1024;

/**
 * Gives each line that is appended to a file from now on, also after the file was replaced by a new one, until the
 * signal is aborted.
 */
export async function follow(
  path: string,
  onLine: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  let { inode, size: position } = look(path);
  let decoder = new StringDecoder('utf8');
  let rest = '';
  const buffer = Buffer.alloc(CHUNK_BYTES);
  while (!signal.aborted) {
    const now = look(path);
    if (now.inode !== inode || now.size < position) {
      inode = now.inode;
      position = 0;
      decoder = new StringDecoder('utf8');
      rest = '';
    }
    if (now.size > position) {
      const file = openSync(path, 'r');
      const read = readSync(file, buffer, 0, CHUNK_BYTES, position);
      closeSync(file);
      position += read;
      const lines = (rest + decoder.write(buffer.subarray(0, read))).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) onLine(line);
    }
    if (now.size <= position) await sleep(POLL_MS, undefined, { signal }).catch(() => {});
  }
}

function look(path: string): { inode: number; size: number } {
  const found = statSync(path, { throwIfNoEntry: false });
  return { inode: found?.ino ?? 0, size: found?.size ?? 0 };
}
