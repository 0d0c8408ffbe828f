import { posix } from 'node:path';

// What the kernel says of a control group, version 2. Pure: texts in, numbers out. A text that is not what it should be
// gives `undefined`, never an error: the figures of the host are taken instead.

/** What a container, or any control group around this process, may use and does use. */
export interface ControlGroup {
  /** Processors it may use at once; may be a fraction. `undefined`: no limit. */
  readonly cpuLimit: number | undefined;
  readonly cpuTime: CpuTime | undefined;
  /** Bytes of memory it may use. `undefined`: no limit. */
  readonly memoryLimit: number | undefined;
  /** Bytes of memory it uses, page cache included. */
  readonly memoryUsed: number | undefined;
  /** Bytes of that which the kernel takes back when it needs them. */
  readonly memoryCached: number | undefined;
}

/** Processor time used so far, in seconds. */
export interface CpuTime {
  readonly user: number;
  readonly system: number;
}

const MAX_PATH = 4096;

/** Path of the group of version 2 in `/proc/self/cgroup`: the line `0::/path`. */
export function parseGroupPath(text: string): string | undefined {
  const path = /^0::(\/.*)$/m.exec(text)?.[1];
  // A path that leads out of the namespace (`/../x`) is not to be found below the root.
  return path === undefined || path.length > MAX_PATH || path.split('/').includes('..') ? undefined : path;
}

/** A group and those around it, innermost first: each of them may have the limit. */
export function groupsAround(path: string): string[] {
  const groups = [path];
  while (groups.at(-1) !== '/') groups.push(posix.dirname(groups.at(-1) ?? '/'));
  return groups;
}

/** Processors from `cpu.max`, `quota period` in microseconds; `undefined` for `max`. */
export function parseCpuMax(text: string): number | undefined {
  const match = /^(\d{1,15}) (\d{1,15})\s*$/.exec(text);
  const [quota, period] = [Number(match?.[1]), Number(match?.[2])];
  return quota > 0 && period > 0 ? quota / period : undefined;
}

/** Bytes from `memory.max` or `memory.current`; `undefined` for `max`. */
export function parseBytes(text: string): number | undefined {
  const match = /^(\d{1,20})\s*$/.exec(text);
  return match === null ? undefined : Number(match[1]);
}

/** Processor time from `cpu.stat`. */
export function parseCpuStat(text: string): CpuTime | undefined {
  const user = field(text, 'user_usec');
  const system = field(text, 'system_usec');
  return user === undefined || system === undefined ? undefined : { user: user / 1e6, system: system / 1e6 };
}

/** Bytes that `memory.stat` says can be taken back: file pages that nobody used lately. */
export function parseCached(text: string): number | undefined {
  return field(text, 'inactive_file');
}

function field(text: string, name: string): number | undefined {
  const match = new RegExp(`^${name} (\\d{1,20})$`, 'm').exec(text);
  return match === null ? undefined : Number(match[1]);
}

/**
 * Reads the control group of this process. Never rejects: where there is none, or not of version 2, nothing is known.
 *
 * @param read gives the text of a file, or rejects
 * @param root where control groups are found
 */
export async function readControlGroup(
  read: (path: string) => Promise<string>,
  root = '/sys/fs/cgroup',
): Promise<ControlGroup> {
  const text = (path: string): Promise<string> => read(path).catch(() => '');
  const path = parseGroupPath(await text('/proc/self/cgroup'));
  const groups = path === undefined ? [] : groupsAround(path);
  let cpuLimit: number | undefined;
  let cpuTime: CpuTime | undefined;
  let memory: Pick<ControlGroup, 'memoryLimit' | 'memoryUsed' | 'memoryCached'> | undefined;
  for (const group of groups) {
    const file = (name: string): Promise<string> => text(posix.join(root, group, name));
    // Where a group and one around it both have a limit, the smaller one holds; use is counted where the limit is.
    const cores = parseCpuMax(await file('cpu.max'));
    if (cores !== undefined && cores < (cpuLimit ?? Number.POSITIVE_INFINITY)) {
      cpuLimit = cores;
      cpuTime = parseCpuStat(await file('cpu.stat'));
    }
    const limit = parseBytes(await file('memory.max'));
    if (limit !== undefined && limit < (memory?.memoryLimit ?? Number.POSITIVE_INFINITY)) {
      memory = {
        memoryLimit: limit,
        memoryUsed: parseBytes(await file('memory.current')),
        memoryCached: parseCached(await file('memory.stat')),
      };
    }
  }
  const none = { memoryLimit: undefined, memoryUsed: undefined, memoryCached: undefined };
  return { cpuLimit, cpuTime, ...(memory ?? none) };
}
