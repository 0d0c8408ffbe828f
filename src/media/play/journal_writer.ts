import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { identify, isRunning, type ProcessIdentity } from '../../process_identity.ts';

/** A process that keeps its open plays in a file, told from a later one with the same number. */
export interface PlayWriter extends ProcessIdentity {
  /** Where its number means something: the machine, and on Linux the container. */
  readonly place: string;
}

// In somebody's application: no program is run for it.
const ASKING = { ps: false };

// A writer of another machine or container says that it lives by writing. One that did not for so long is gone: many
// times the longest interval at which it would have.
const SILENT_MS = 180_000;

/** This process. */
export function thisWriter(): PlayWriter {
  return { ...identify(process.pid, ASKING), place: place() };
}

/**
 * Whether the process that wrote a file may still write to it. Of our own file nobody may ask: another one of our number
 * is of an earlier process.
 *
 * @param updatedMs when it wrote last, in milliseconds since 1970
 */
export function mayStillWrite(writer: PlayWriter, updatedMs: number): boolean {
  if (writer.place !== place()) return Date.now() - updatedMs < SILENT_MS;
  if (writer.pid === process.pid) return false;
  return isRunning(writer, ASKING);
}

function place(): string {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}
