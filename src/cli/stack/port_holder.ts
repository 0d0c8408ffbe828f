import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';

/** Who listens on a port. */
export interface PortHolder {
  readonly pid: number;
  /** The name of its program only: arguments of other people's processes may hold secrets. */
  readonly program: string;
}

/**
 * Finds the process that listens on a TCP port of this machine.
 *
 * @returns undefined when nothing listens, and when the system does not tell: on other systems than Linux, for
 *   processes of other users, for processes in other containers
 */
export function findPortHolder(port: number): PortHolder | undefined {
  const sockets = new Set(['tcp', 'tcp6'].flatMap((table) => listeningSockets(table, port)));
  if (sockets.size === 0) return undefined;
  for (const entry of list('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const held = list(`/proc/${entry}/fd`).some((fd) => sockets.has(link(`/proc/${entry}/fd/${fd}`)));
    if (held) return { pid: Number(entry), program: programName(entry) };
  }
  return undefined;
}

/** The same for people: `prometheus (pid 4711)` or `an unknown process`. */
export function describePortHolder(port: number): string {
  const holder = findPortHolder(port);
  return holder ? `${holder.program} (pid ${holder.pid})` : 'an unknown process';
}

const LISTEN = '0A';

function listeningSockets(table: string, port: number): string[] {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return read(`/proc/net/${table}`)
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[1]?.endsWith(suffix) && fields[3] === LISTEN)
    .map((fields) => `socket:[${fields[9]}]`);
}

function programName(pid: string): string {
  // The file says more than the thread's name, which for Node.js is "MainThread".
  const file = basename(link(`/proc/${pid}/exe`)).replace(/ \(deleted\)$/, '');
  return file || read(`/proc/${pid}/comm`).trim() || 'unknown';
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function list(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

function link(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
