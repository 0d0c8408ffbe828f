import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collectorConfigArguments } from '../collector_config.ts';
import type { Environment } from '../paths.ts';
import { type Progress, silent } from '../progress.ts';
import { findOnPath, isExecutable, runProgram } from '../run_program.ts';
import { cachedProgram } from './program_cache.ts';
import { PROGRAMS, type ProgramName } from './programs.ts';
import { compareVersions, majorVersion } from './version.ts';

/**
 * Finds a program that can be used as it is: in the folder `OTEL_MEDIA_BIN_DIR` (trusted: no version is asked for), on
 * PATH if its version fits, or in the cache of programs built earlier.
 *
 * @param onProgress told why a program on PATH is not used
 * @returns its full path, or undefined when it has to be built
 */
export async function findProgram(
  name: ProgramName,
  env: Environment = process.env,
  onProgress: Progress = silent,
): Promise<string | undefined> {
  const ready = env.OTEL_MEDIA_BIN_DIR ? join(env.OTEL_MEDIA_BIN_DIR, name) : undefined;
  if (ready && isExecutable(ready)) return ready;
  for (const command of PROGRAMS[name].commands) {
    const path = findOnPath(command, env);
    const objection = path && (await objectionTo(name, path));
    if (path && objection === undefined) return path;
    if (path) onProgress(`${path} is not used: ${objection}`, false);
  }
  const cached = cachedProgram(name, env);
  return isExecutable(cached) ? cached : undefined;
}

/** Why a program on PATH can not be used; undefined when it can. */
async function objectionTo(name: ProgramName, path: string): Promise<string | undefined> {
  const { pattern, from } = PROGRAMS[name].version;
  const version = pattern.exec((await runProgram(path, ['--version'])).output)?.[1];
  const wanted = `${from} or newer is needed`;
  if (version === undefined) return `it does not tell its version; ${wanted}`;
  if (compareVersions(version, from) < 0) return `it is version ${version}; ${wanted}`;
  if (majorVersion(version) !== majorVersion(from)) {
    return `it is version ${version}; the settings are for ${majorVersion(from)}.x`;
  }
  return name === 'collector' ? objectionOfCollector(path) : undefined;
}

/** Collectors differ in their components: only one that accepts our settings has those we need. */
async function objectionOfCollector(path: string): Promise<string | undefined> {
  const storage = mkdtempSync(join(tmpdir(), 'otel-media-'));
  try {
    const env = { ...process.env, OTEL_MEDIA_COLLECTOR_STORAGE: storage };
    const { exitCode } = await runProgram(path, ['validate', ...collectorConfigArguments()], { env });
    return exitCode === 0 ? undefined : 'it lacks components that collector/config.yaml needs';
  } finally {
    rmSync(storage, { recursive: true, force: true });
  }
}
