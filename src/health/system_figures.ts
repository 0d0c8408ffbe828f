import { statfs } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';

/** How busy the machine is, or the container where it has limits. Ratios are from 0 to 1. */
export interface SystemFigures {
  /** Share of the processors in use since the look before; undefined at the first one. */
  readonly cpuRatio: number | undefined;
  readonly memoryRatio: number;
  readonly memoryBytes: number;
  readonly memoryUsedBytes: number;
  /** Of the disk that a folder is on; undefined where that cannot be found out. */
  readonly diskRatio: number | undefined;
  readonly diskBytes: number | undefined;
  readonly diskFreeBytes: number | undefined;
  /** Resident memory of this process. */
  readonly processMemoryBytes: number;
  readonly processUptimeSeconds: number;
}

interface Ticks {
  readonly busy: number;
  readonly all: number;
}

/** Makes a function that looks at the machine. Each has its own idea of "since the look before". Never rejects. */
export function systemLooker(folder: string): () => Promise<SystemFigures> {
  let before = ticks();
  let looked = false;
  return async () => {
    const now = ticks();
    const all = now.all - before.all;
    // Too close together, the counters of the system have not moved.
    const cpuRatio = all > 0 ? (now.busy - before.busy) / all : looked ? undefined : loadRatio();
    before = now;
    looked = true;
    const memory = memoryFigures();
    const disk = await diskFigures(folder);
    return {
      cpuRatio: cpuRatio === undefined ? undefined : Math.min(1, Math.max(0, cpuRatio)),
      ...memory,
      ...disk,
      processMemoryBytes: process.memoryUsage.rss(),
      processUptimeSeconds: process.uptime(),
    };
  };
}

function ticks(): Ticks {
  let busy = 0;
  let all = 0;
  for (const { times } of cpus()) {
    const working = times.user + times.nice + times.sys + times.irq;
    busy += working;
    all += working + times.idle;
  }
  return { busy, all };
}

function loadRatio(): number | undefined {
  const [lastMinute = 0] = loadavg();
  return lastMinute > 0 ? lastMinute / availableParallelism() : undefined;
}

// Of a container with a limit, that limit is what there is (Node reads it from the cgroup).
function memoryFigures() {
  const machine = totalmem();
  const limit = process.constrainedMemory();
  const total = limit > 0 && limit < machine ? limit : machine;
  const used = Math.max(0, total - Math.min(total, process.availableMemory()));
  return { memoryRatio: used / total, memoryBytes: total, memoryUsedBytes: used };
}

/** How full the disk of a folder is; `bavail` is what a process without privileges may still write. */
export async function diskFigures(
  folder: string,
): Promise<Pick<SystemFigures, 'diskRatio' | 'diskBytes' | 'diskFreeBytes'>> {
  try {
    const { blocks, bavail, bfree, bsize } = await statfs(folder);
    const used = blocks - bfree;
    // As df does: blocks that are kept for the system count neither as used nor as free.
    const ratio = used + bavail > 0 ? used / (used + bavail) : undefined;
    return { diskRatio: ratio, diskBytes: blocks * bsize, diskFreeBytes: bavail * bsize };
  } catch {
    return { diskRatio: undefined, diskBytes: undefined, diskFreeBytes: undefined };
  }
}
