import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const ENOUGH_BYTES = 64 * 1024;

/**
 * The last lines of a text file, at most 64 KiB of it.
 *
 * @param skip lines to leave out
 * @returns nothing when there is no such file
 */
export function lastLines(
  path: string,
  count: number,
  skip: (line: string) => boolean = () => false,
): string[] {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return [];
  }
  try {
    const { size } = fstatSync(file);
    const length = Math.min(size, ENOUGH_BYTES);
    const buffer = Buffer.alloc(length);
    readSync(file, buffer, 0, length, size - length);
    const lines = buffer.toString('utf8').split('\n');
    if (size > length) lines.shift(); // Its beginning is cut off.
    return lines.filter((line) => line.trim() !== '' && !skip(line)).slice(-count);
  } finally {
    closeSync(file);
  }
}
