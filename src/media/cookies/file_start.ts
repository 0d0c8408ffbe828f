import { close, constants, fstat, open, read, type Stats } from 'node:fs';
import { promisify } from 'node:util';

// Opening a pipe would wait for its writer. Windows has neither.
const WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

// Of descriptors, not handles: those take a third longer.
const opened = promisify(open);
const facts = promisify(fstat);

/** A file, and how it begins. */
export interface FileStart {
  readonly facts: Stats;
  /** Undefined of what is no file: a folder, a pipe, a device. */
  readonly bytes: Buffer | undefined;
}

/**
 * Reads the beginning of a file without waiting for what has no end. Rejects with the system's error.
 *
 * @param most most bytes that are read
 */
export async function readFileStart(path: string, most: number): Promise<FileStart> {
  const file = await opened(path, WITHOUT_WAITING);
  try {
    const found = await facts(file);
    if (!found.isFile()) return { facts: found, bytes: undefined };
    return { facts: found, bytes: await bytesOf(file, Math.min(found.size, most)) };
  } finally {
    // What was read is known; nobody need wait for this.
    close(file, () => {});
  }
}

function bytesOf(file: number, size: number): Promise<Buffer> {
  // No part of a pool: what is in it is nobody else's.
  const bytes = Buffer.allocUnsafeSlow(size);
  if (size === 0) return Promise.resolve(bytes);
  return new Promise((resolve, reject) => {
    read(file, bytes, 0, size, 0, (error, count) =>
      error === null ? resolve(bytes.subarray(0, count)) : reject(error),
    );
  });
}
