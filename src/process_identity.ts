import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process that can be told from a later one with the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Boot and start time of the process, as the system tells them; absent where it does not. */
  readonly started?: string;
}

/** Where more may be asked than the files of the system. */
export interface Asking {
  /** Whether `ps` may be run where the system has no such files: it takes some milliseconds. Default true. */
  readonly ps?: boolean;
}

/** Takes down who a running process is. */
export function identify(pid: number, asking: Asking = {}): ProcessIdentity {
  const started = startOf(pid, asking);
  if (started !== undefined) return { pid, started };
  // Where start times are told, having none means that it has ended: its number may already be somebody else's.
  return process.platform === 'linux' && pid !== process.pid ? { pid, started: 'ended' } : { pid };
}

/**
 * Whether this very process still runs. A zombie counts as gone, and so does another process that was given the same
 * number: that one must never be signalled.
 */
export function isRunning(identity: ProcessIdentity, asking: Asking = {}): boolean {
  if (!answersSignals(identity.pid)) return false;
  if (identity.started === undefined) return true;
  return startOf(identity.pid, asking) === identity.started;
}

/**
 * Signals the process if it is still the same one.
 *
 * @returns whether there was such a process
 */
export function signalProcess(identity: ProcessIdentity, signal: NodeJS.Signals): boolean {
  if (!isRunning(identity)) return false;
  try {
    return process.kill(identity.pid, signal);
  } catch {
    return false; // It ended between the look and the signal.
  }
}

// Some sandboxes hide it. The start alone still tells processes apart, but for a reboot.
function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}

function answersSignals(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function startOf(pid: number, { ps = true }: Asking): string | undefined {
  if (process.platform === 'linux') return startFromProc(pid);
  if (!ps) return undefined;
  try {
    const output = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      timeout: 2000,
    });
    return output.trim() || undefined;
  } catch {
    return undefined;
  }
}

function startFromProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the name in parentheses and may hold anything; the third is the state, the 22nd the start.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state] = fields;
    const ticks = fields[19];
    return state === 'Z' || state === 'X' || ticks === undefined ? undefined : `${bootId()}:${ticks}`;
  } catch {
    return undefined;
  }
}
