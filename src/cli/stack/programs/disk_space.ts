import { existsSync, readFileSync, statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { OtelMediaError } from '../../../errors.ts';
import { shortPath } from '../paths.ts';
import type { GoToolchain } from './go_toolchain.ts';
import { moduleFolder } from './program_cache.ts';
import { PROGRAMS, type ProgramName } from './programs.ts';

/** Disk that is about to be used in a folder. */
export interface DiskNeed {
  readonly folder: string;
  readonly gigabytes: number;
}

const BYTES_PER_GB = 1e9;
/** For each program: itself, and what its linker writes beside it. */
const PROGRAM_GIGABYTES = 0.4;
/** Of a build that was done before, or begun: how much of the compiled packages may still be missing. */
const REBUILT_SHARE = 0.25;

/** What building these programs takes on disk; less when their modules were downloaded before. */
export function diskNeeds(names: readonly ProgramName[], go: GoToolchain, programs: string): DiskNeed[] {
  let modules = 0;
  const packages: number[] = [];
  for (const name of names) {
    const { moduleGigabytes, packageGigabytes } = PROGRAMS[name];
    const downloaded = isDownloaded(name, go);
    modules += downloaded ? 0 : moduleGigabytes;
    packages.push(packageGigabytes * (downloaded ? REBUILT_SHARE : 1));
  }
  // While it builds, Go has the packages twice; two programs are built at a time.
  const twice = packages.toSorted((a, b) => b - a).slice(0, 2);
  return [
    { folder: go.moduleCache, gigabytes: modules },
    { folder: go.buildCache, gigabytes: sum(packages) },
    { folder: programs, gigabytes: PROGRAM_GIGABYTES * names.length + sum(twice) },
  ];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/**
 * Checks that the disks have the space, folders on the same disk taken together.
 *
 * @throws {OtelMediaError} `OTEL_MEDIA_DISK_FULL` naming the folder, what is free and what is needed
 */
export function checkDiskSpace(needs: readonly DiskNeed[]): void {
  const disks = new Map<number, { free: number; needed: number; folder: string }>();
  for (const { folder, gigabytes } of needs) {
    const existing = nearestExisting(folder);
    const { dev } = statSync(existing);
    const disk = disks.get(dev) ?? { free: freeGigabytes(existing), needed: 0, folder };
    disk.needed += gigabytes;
    disks.set(dev, disk);
  }
  for (const { free, needed, folder } of disks.values()) {
    if (free >= needed) continue;
    const amounts = `${free.toFixed(1)} GB free, about ${needed.toFixed(1)} GB needed`;
    throw new OtelMediaError('OTEL_MEDIA_DISK_FULL', `not enough disk for ${shortPath(folder)}: ${amounts}`, {
      hint: 'free some space, or move the caches by OTEL_MEDIA_CACHE, GOCACHE and GOMODCACHE',
    });
  }
}

function isDownloaded(name: ProgramName, go: GoToolchain): boolean {
  const { probe } = PROGRAMS[name];
  const text = readFileSync(join(moduleFolder(name), 'go.mod'), 'utf8');
  const words = text.split('\n').map((line) =>
    line
      .trim()
      .replace(/^require /, '')
      .split(' '),
  );
  const version = words.find(([module]) => module === probe)?.[1];
  return version !== undefined && existsSync(join(go.moduleCache, `${probe}@${version}`));
}

function freeGigabytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return (bavail * bsize) / BYTES_PER_GB;
}

function nearestExisting(folder: string): string {
  const parent = dirname(folder);
  return existsSync(folder) || parent === folder ? folder : nearestExisting(parent);
}

/** Whether a program's words, or an error's, say that a disk is full. */
export function saysDiskFull(text: string): boolean {
  return /no space left on device|ENOSPC|EDQUOT|disk quota exceeded/i.test(text);
}
