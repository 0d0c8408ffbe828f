import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { OtelMediaError } from '../../../errors.ts';
import { makeFolder } from '../../../make_folder.ts';
import { type Environment, shortPath } from '../paths.ts';
import { lastLines } from '../tail.ts';
import { saysDiskFull } from './disk_space.ts';
import { BUILD_FLAGS, moduleFolder } from './program_cache.ts';
import { PROGRAMS, type ProgramName } from './programs.ts';

export interface GoBuild {
  readonly name: ProgramName;
  /** Full path of the `go` command. */
  readonly go: string;
  /** The file to write. */
  readonly output: string;
  /** A folder for what Go has in work; it need not exist, and the caller deletes it. */
  readonly work: string;
  /** The file that keeps everything the compiler says. */
  readonly log: string;
  readonly env: Environment;
  readonly signal: AbortSignal;
  /** Told what goes on, in a few words. */
  readonly onActivity: (what: string) => void;
}

const ERROR_LINES = 12;

/**
 * Builds one program from its pinned Go module.
 *
 * @throws {OtelMediaError} `OTEL_MEDIA_BUILD_FAILED`, `OTEL_MEDIA_DISK_FULL`, `OTEL_MEDIA_GO_TOO_OLD`, with the last lines of the
 *   compiler; the signal's reason when aborted
 */
export async function goBuild(build: GoBuild): Promise<void> {
  const { package: packagePath, tags } = PROGRAMS[build.name];
  makeFolder(dirname(build.log));
  makeFolder(dirname(build.output));
  makeFolder(build.work);
  const args = [
    'build',
    '-v',
    ...BUILD_FLAGS,
    ...(tags ? ['-tags', tags] : []),
    '-o',
    build.output,
    packagePath,
  ];
  const exitCode = await run(build, args);
  build.signal.throwIfAborted();
  if (exitCode !== 0) throw failure(build, exitCode);
}

function run(build: GoBuild, args: string[]): Promise<number | null> {
  const log = createWriteStream(build.log);
  // Another GOWORK or cgo would build something else than what was tried; the folder for temporary files is often too
  // small. Its own group, so that the compilers that Go starts can be ended with it.
  const child = spawn(build.go, args, {
    cwd: moduleFolder(build.name),
    env: { ...build.env, CGO_ENABLED: '0', GOWORK: 'off', GOTMPDIR: build.work },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const stop = () => {
    if (child.pid === undefined) return;
    try {
      process.kill(-child.pid, 'SIGTERM');
    } catch {
      // It has just ended.
    }
  };
  build.signal.addEventListener('abort', stop);
  let packages = 0;
  let downloads = 0;
  const onLine = (line: string) => {
    log.write(`${line}\n`);
    if (line.startsWith(DOWNLOADING)) downloads += 1;
    else if (isPackage(line)) packages += 1;
    build.onActivity(packages > 0 ? `${packages} packages` : `${downloads} downloads`);
  };
  createInterface({ input: child.stdout }).on('line', onLine);
  createInterface({ input: child.stderr }).on('line', onLine);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => {
      build.signal.removeEventListener('abort', stop);
      log.end(() => resolve(exitCode));
    });
  });
}

const DOWNLOADING = 'go: downloading ';

/** With `-v`, Go prints the import path of each package it compiles, alone on its line. */
function isPackage(line: string): boolean {
  return /^[\w./~-]+$/.test(line);
}

function failure(build: GoBuild, exitCode: number | null): OtelMediaError {
  const { title } = PROGRAMS[build.name];
  const lines = lastLines(build.log, ERROR_LINES, (line) => line.startsWith(DOWNLOADING) || isPackage(line));
  const text = lines.join('\n');
  const log = `everything it said: ${shortPath(build.log)}`;
  if (saysDiskFull(text)) {
    return new OtelMediaError(
      'OTEL_MEDIA_DISK_FULL',
      `the disk is full: building ${title} failed\n${lines.slice(-3).join('\n')}`,
      {
        hint: 'free some space and run the command again: what is built stays',
      },
    );
  }
  if (/requires go >= /.test(text)) {
    return new OtelMediaError('OTEL_MEDIA_GO_TOO_OLD', `Go is too old to build ${title}\n${text}`, {
      hint: log,
    });
  }
  const how = exitCode === null ? 'was ended by a signal' : `failed with exit code ${exitCode}`;
  return new OtelMediaError('OTEL_MEDIA_BUILD_FAILED', `building ${title} ${how}\n${text}`, { hint: log });
}
