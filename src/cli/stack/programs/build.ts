import { renameSync, rmSync } from 'node:fs';
import { totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { takeLock } from '../lock.ts';
import { cacheFolder, type Environment, shortPath } from '../paths.ts';
import { formatSeconds, type Progress, silent } from '../progress.ts';
import { isExecutable } from '../run_program.ts';
import { BuildBoard, estimateSeconds } from './build_board.ts';
import { checkDiskSpace, diskNeeds } from './disk_space.ts';
import { findProgram } from './find_program.ts';
import { goBuild } from './go_build.ts';
import { findGo, type GoToolchain, goVersionNeeded } from './go_toolchain.ts';
import { cachedProgram } from './program_cache.ts';
import { PROGRAMS, type ProgramName } from './programs.ts';

export interface EnsureOptions {
  readonly env?: Environment;
  readonly onProgress?: Progress;
  readonly signal?: AbortSignal;
}

/** One build may wait for another process that builds the same; a build on a slow machine takes long. */
const LOCK_WAIT_MS = 3 * 3600 * 1000;
/** Linking Loki takes about 2 GB of memory. */
const MEMORY_FOR_TWO = 6e9;

/**
 * The full paths of these programs. What is neither at hand nor in the cache is built, two at a time; a build that is
 * interrupted goes on where it was when this is called again.
 *
 * @throws {OtelMediaError} `OTEL_MEDIA_GO_MISSING`, `OTEL_MEDIA_GO_TOO_OLD`, `OTEL_MEDIA_DISK_FULL`, `OTEL_MEDIA_BUILD_FAILED`
 */
export async function ensurePrograms<Name extends ProgramName>(
  names: readonly Name[],
  options: EnsureOptions = {},
): Promise<Record<Name, string>> {
  const { env = process.env, onProgress = silent } = options;
  const paths = new Map<ProgramName, string>();
  for (const name of names) {
    const path = await findProgram(name, env, onProgress);
    if (path) paths.set(name, path);
  }
  const missing = names.filter((name) => !paths.has(name));
  if (missing.length > 0) {
    const toBuild: ProgramName[] = [...missing];
    // It comes with Prometheus nearly for free, and `verify` wants it.
    if (toBuild.includes('prometheus') && !toBuild.includes('promtool')) toBuild.push('promtool');
    await buildAll(toBuild, env, onProgress, options.signal);
    for (const name of missing) paths.set(name, cachedProgram(name, env));
  }
  return Object.fromEntries(names.map((name) => [name, paths.get(name)])) as Record<Name, string>;
}

async function buildAll(
  names: readonly ProgramName[],
  env: Environment,
  onProgress: Progress,
  signal?: AbortSignal,
): Promise<void> {
  const go = await findGo(goVersionNeeded(names), env);
  checkDiskSpace(diskNeeds(names, go, cacheFolder(env)));
  const titles = names.map((name) => PROGRAMS[name].title).join(', ');
  onProgress(`building ${titles} with Go ${go.version}`, false);
  const time = formatSeconds(estimateSeconds(names));
  onProgress(`once, into ${shortPath(cacheFolder(env))}: about ${time} and the downloads`, false);
  const failed = new AbortController();
  const stop = signal ? AbortSignal.any([signal, failed.signal]) : failed.signal;
  using board = new BuildBoard(names, onProgress);
  const queue = byModule(names);
  const worker = async () => {
    for (let group = queue.shift(); group !== undefined; group = queue.shift()) {
      for (const name of group) await buildOne(name, go, env, board, stop);
    }
  };
  const atOnce = totalmem() < MEMORY_FOR_TWO ? 1 : 2;
  const workers = Array.from({ length: atOnce }, () =>
    worker().catch((error: unknown) => {
      failed.abort(error); // What the others have compiled so far stays in Go's own cache.
      throw error;
    }),
  );
  await Promise.allSettled(workers);
  stop.throwIfAborted();
}

/** Programs of one module share nearly all their packages, so one follows the other; the longest work comes first. */
function byModule(names: readonly ProgramName[]): ProgramName[][] {
  const groups = new Map<string, ProgramName[]>();
  for (const name of names) {
    const { module } = PROGRAMS[name];
    groups.set(module, [...(groups.get(module) ?? []), name]);
  }
  return [...groups.values()].sort((a, b) => seconds(b) - seconds(a));
}

function seconds(names: readonly ProgramName[]): number {
  return names.reduce((sum, name) => sum + PROGRAMS[name].buildSeconds, 0);
}

async function buildOne(
  name: ProgramName,
  go: GoToolchain,
  env: Environment,
  board: BuildBoard,
  signal: AbortSignal,
): Promise<void> {
  const started = performance.now();
  const program = cachedProgram(name, env);
  const lock = await takeLock(`${dirname(program)}.lock`, {
    waitMs: LOCK_WAIT_MS,
    onWait: ({ pid }) => board.doing(name, `waits for process ${pid}, which builds it`),
    signal,
  });
  const draft = join(dirname(program), `${name}.partial`);
  const work = join(dirname(program), 'work');
  try {
    if (!isExecutable(program)) {
      const log = join(cacheFolder(env), 'logs', `build-${name}.log`);
      const onActivity = (what: string) => board.doing(name, what);
      onActivity('begins');
      await goBuild({ name, go: go.path, output: draft, work, log, env, signal, onActivity });
      renameSync(draft, program);
    }
    board.done(name, (performance.now() - started) / 1000);
  } finally {
    for (const path of [draft, work]) rmSync(path, { recursive: true, force: true });
    lock.release();
  }
}
