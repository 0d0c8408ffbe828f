import { threshold } from '../../emit/thresholds.ts';
import { type HealthCheck, percent, stateAbove, worseOf } from '../finding.ts';
import { systemLooker } from '../system_figures.ts';

/** From which shares on the system is in trouble; each from 0 to 1. */
export interface SystemCheckOptions {
  /** Default 0.9. Busy processors are never critical. */
  readonly cpuRatio?: number;
  /** Default 0.8; critical from 0.95. */
  readonly memoryRatio?: number;
  /** Default 0.9; critical from 0.98. */
  readonly diskRatio?: number;
  /** A folder on the disk that matters. Default: the current one. */
  readonly folder?: string;
}

/** Looks at processors, memory and disk. */
export function systemCheck(options: SystemCheckOptions = {}): HealthCheck {
  const look = systemLooker(options.folder ?? process.cwd());
  const cpuFrom = options.cpuRatio ?? threshold('healthCpuRatio');
  const memoryFrom = options.memoryRatio ?? threshold('healthMemoryRatio');
  const diskFrom = options.diskRatio ?? threshold('healthDiskRatio');
  return async () => {
    const { cpuRatio, memoryRatio, diskRatio } = await look();
    const cpu = stateAbove(cpuRatio ?? 0, cpuFrom, Number.POSITIVE_INFINITY);
    const memory = stateAbove(
      memoryRatio,
      memoryFrom,
      Math.max(memoryFrom, threshold('healthMemoryCriticalRatio')),
    );
    const disk = stateAbove(
      diskRatio ?? 0,
      diskFrom,
      Math.max(diskFrom, threshold('healthDiskCriticalRatio')),
    );
    const parts = [
      cpuRatio === undefined ? undefined : `processors ${percent(cpuRatio)}`,
      `memory ${percent(memoryRatio)}`,
      diskRatio === undefined ? undefined : `disk ${percent(diskRatio)}`,
    ];
    return {
      status: worseOf(cpu, worseOf(memory, disk)),
      message: `in use: ${parts.filter((part) => part !== undefined).join(', ')}`,
      facts: {
        cpu_percent: cpuRatio === undefined ? null : round(cpuRatio),
        memory_percent: round(memoryRatio),
        disk_percent: diskRatio === undefined ? null : round(diskRatio),
      },
    };
  };
}

function round(ratio: number): number {
  return Math.round(ratio * 1000) / 10;
}
