import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OtelMediaError } from '../../../errors.ts';
import type { Environment } from '../paths.ts';
import { findOnPath, runProgram } from '../run_program.ts';
import { moduleFolder } from './program_cache.ts';
import type { ProgramName } from './programs.ts';
import { compareVersions } from './version.ts';

/** An installed Go that can build the programs. */
export interface GoToolchain {
  readonly path: string;
  readonly version: string;
  /** Where Go keeps downloaded modules. */
  readonly moduleCache: string;
  /** Where Go keeps compiled packages. */
  readonly buildCache: string;
}

/** Since this version, Go fetches a newer one by itself when a module asks for it and `GOTOOLCHAIN` allows it. */
const SWITCHES_SINCE = '1.21';

/** The newest Go that any of these programs asks for, from their go.mod files. */
export function goVersionNeeded(names: readonly ProgramName[]): string {
  const versions = names.map((name) => {
    const text = readFileSync(join(moduleFolder(name), 'go.mod'), 'utf8');
    return /^go (\S+)/m.exec(text)?.[1] ?? '1.0';
  });
  return versions.sort(compareVersions).at(-1) ?? '1.0';
}

/**
 * Finds Go on PATH.
 *
 * @param needed oldest version that will do
 * @throws {OtelMediaError} `OTEL_MEDIA_GO_MISSING`, `OTEL_MEDIA_GO_TOO_OLD`
 */
export async function findGo(needed: string, env: Environment = process.env): Promise<GoToolchain> {
  const hint = `install Go ${needed} or newer, or a container engine (docker or podman, with compose)`;
  const path = findOnPath('go', env);
  if (path === undefined) {
    throw new OtelMediaError('OTEL_MEDIA_GO_MISSING', 'there is no Go on PATH to build the programs with', {
      hint,
    });
  }
  // Outside of any module: inside one, Go may already switch versions and answer for another.
  const asked = await runProgram(path, ['env', 'GOVERSION', 'GOTOOLCHAIN', 'GOMODCACHE', 'GOCACHE'], {
    cwd: tmpdir(),
    env,
  });
  const [version = '', toolchain = '', moduleCache = '', buildCache = ''] = asked.stdout.split('\n');
  if (asked.exitCode !== 0 || !version.startsWith('go')) {
    const output = asked.output.trim().split('\n').at(-1) ?? '';
    throw new OtelMediaError('OTEL_MEDIA_GO_MISSING', `${path} does not work: ${output}`, { hint });
  }
  const number = version.slice('go'.length);
  const switches = /^auto$|\+auto$/.test(toolchain) && compareVersions(number, SWITCHES_SINCE) >= 0;
  if (compareVersions(number, needed) < 0 && !switches) {
    throw new OtelMediaError(
      'OTEL_MEDIA_GO_TOO_OLD',
      `Go ${number} is too old: ${needed} or newer is needed`,
      { hint },
    );
  }
  return { path, version: number, moduleCache, buildCache };
}
