import { opendir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { threshold } from '../../emit/thresholds.ts';
import { errorName, type HealthCheck, type HealthFinding, percent, stateAbove, worseOf } from '../finding.ts';
import { diskFigures } from '../system_figures.ts';

/** Where files are worked on, and what may be left there. */
export interface TempDirCheckOptions {
  /** Default: the system's, where leftovers are not counted, since it is everybody's. */
  readonly folder?: string;
  /** Share of the disk in use from which it counts as degraded. Default 0.9; critical from 0.98. */
  readonly diskRatio?: number;
  /** Age in hours from which a file counts as left over. Default 24. */
  readonly leftoverHours?: number;
  /** How many of them count as degraded. Default 100. */
  readonly leftoverCount?: number;
}

// So many entries tell enough, and a folder of a million would take the time of the whole check.
const MAX_ENTRIES = 5000;
const HOUR_MS = 3_600_000;

/** Looks at the space of the temp folder, and at what was left in it. */
export function tempDirCheck(options: TempDirCheckOptions = {}): HealthCheck {
  const folder = options.folder ?? tmpdir();
  const diskFrom = options.diskRatio ?? threshold('healthDiskRatio');
  const hours = options.leftoverHours ?? threshold('healthLeftoverHours');
  const tooMany = options.leftoverCount ?? threshold('healthLeftoverCount');
  return async (signal): Promise<HealthFinding> => {
    const { diskRatio, diskFreeBytes } = await diskFigures(folder);
    if (diskRatio === undefined) return { status: 'critical', message: 'the temp folder is not there' };
    const disk = stateAbove(diskRatio, diskFrom, Math.max(diskFrom, threshold('healthDiskCriticalRatio')));
    const facts = { disk_percent: Math.round(diskRatio * 1000) / 10, free_bytes: diskFreeBytes ?? null };
    const space = `disk ${percent(diskRatio)} in use`;
    if (options.folder === undefined) return { status: disk, message: space, facts };
    try {
      const old = await countOld(folder, Date.now() - hours * HOUR_MS, signal);
      return {
        status: worseOf(disk, old >= tooMany ? 'degraded' : 'ok'),
        message: `${space}, ${old} files older than ${hours} h`,
        facts: { ...facts, leftover_files: old },
      };
    } catch (error) {
      return { status: 'critical', message: `the temp folder cannot be read: ${errorName(error)}`, facts };
    }
  };
}

async function countOld(folder: string, beforeMs: number, signal: AbortSignal): Promise<number> {
  let seen = 0;
  let old = 0;
  for await (const entry of await opendir(folder)) {
    seen += 1;
    if (seen > MAX_ENTRIES || signal.aborted) break;
    // One that is gone by now is no leftover.
    const found = await stat(join(folder, entry.name)).catch(() => undefined);
    if (found !== undefined && found.mtimeMs < beforeMs) old += 1;
  }
  return old;
}
