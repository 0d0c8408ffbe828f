import type { Tally } from './minutes.ts';
import type { SystemSample } from './system_history.ts';

/** A share as a percentage with one decimal; null where there is nothing to have a share of. */
export function percentOf(part: number, whole: number | undefined): number | null {
  return whole === undefined || whole <= 0 ? null : Math.round((part / whole) * 1000) / 10;
}

/** How many of those that ended did so well, as a percentage with one decimal; null where none has. */
export function successRate({ succeeded, failed }: Tally): number | null {
  return percentOf(succeeded, succeeded + failed);
}

/** How long they took on average, in seconds, to the millisecond; null where that is not known of any. */
export function secondsOf({ seconds, timed }: Tally): number | null {
  return timed === 0 ? null : Math.round((seconds / timed) * 1000) / 1000;
}

/** Figures of the machine as the endpoints show them. */
export function systemFields(sample: SystemSample): object {
  return {
    cpu_percent: percentage(sample.cpuRatio),
    memory_percent: percentage(sample.memoryRatio),
    disk_percent: percentage(sample.diskRatio),
    memory_bytes: sample.memoryBytes,
    memory_used_bytes: sample.memoryUsedBytes,
    disk_bytes: sample.diskBytes ?? null,
    disk_free_bytes: sample.diskFreeBytes ?? null,
    process_memory_bytes: sample.processMemoryBytes,
    uptime: Math.round(sample.processUptimeSeconds),
    timestamp: sample.at.toISOString(),
  };
}

function percentage(ratio: number | undefined): number | null {
  return ratio === undefined ? null : Math.round(ratio * 1000) / 10;
}
