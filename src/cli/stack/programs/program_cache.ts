import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, type Environment, packageRoot } from '../paths.ts';
import { PROGRAMS, type ProgramName } from './programs.ts';

/** Flags that every program is built with; part of what identifies a build. */
export const BUILD_FLAGS: readonly string[] = [
  '-mod=readonly',
  '-buildvcs=false',
  '-trimpath',
  '-ldflags',
  '-s -w',
];

/** The folder of a program's Go module, in the package. */
export function moduleFolder(name: ProgramName): string {
  const { module, folder = join('collector', 'native', module) } = PROGRAMS[name];
  return join(packageRoot(), folder);
}

/**
 * Where a program that was built from this package's modules lies. The folder's name follows from everything that the
 * build follows from, so another version of a module is another program.
 */
export function cachedProgram(name: ProgramName, env: Environment = process.env): string {
  const { package: packagePath, tags = '' } = PROGRAMS[name];
  const hash = createHash('sha256').update(JSON.stringify([packagePath, tags, BUILD_FLAGS, process.arch]));
  const folder = moduleFolder(name);
  for (const file of readdirSync(folder).sort()) {
    if (/^go\.(?:mod|sum)$|\.go$/.test(file)) hash.update(file).update(readFileSync(join(folder, file)));
  }
  return join(cacheFolder(env), 'bin', `${name}-${hash.digest('hex').slice(0, 12)}`, name);
}
