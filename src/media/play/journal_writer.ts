import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** A process that keeps its open plays in a file, told from a later one with the same number. */
export interface PlayWriter {
  readonly pid: number;
  /** Where that number means something: the machine, and on Linux the container. */
  readonly place: string;
  /** Boot and start time of the process, where the system tells them. */
  readonly started?: string;
}

// A writer of another machine or container says that it lives by writing. One that did not for so long is gone: many
// times the longest interval at which it would have.
const SILENT_MS = 180_000;

/** This process. */
export function thisWriter(): PlayWriter {
  const started = startOf(process.pid);
  return { pid: process.pid, place: place(), ...(started !== undefined && { started }) };
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
  if (!answersSignals(writer.pid)) return false;
  return writer.started === undefined || writer.started === startOf(writer.pid);
}

function place(): string {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}

function answersSignals(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function startOf(pid: number): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the name in parentheses and may hold anything; the third is the state, the 22nd the start.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
    return ticks === undefined ? undefined : `${boot} ${ticks}`;
  } catch {
    return undefined;
  }
}
