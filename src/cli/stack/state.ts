import { chmodSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OtelMediaError } from '../../errors.ts';
import { makeFolder } from '../../make_folder.ts';
import { fileReason } from '../../options/file_reason.ts';
import type { ProcessIdentity } from '../../process_identity.ts';
import type { ThresholdName } from '../../registry/thresholds.ts';
import type { ComponentName } from './endpoints.ts';
import type { Engine } from './engine.ts';
import { shortPath } from './paths.ts';
import type { Ports } from './ports.ts';
import type { ServiceName } from './programs/programs.ts';

/** What is known of a stack, kept in `stack.json` of its state folder. */
export interface StackState {
  readonly format: 1;
  readonly engine: Engine;
  /** `starting` until all are ready; whoever finds it without a running `up` has found the remains of a killed one. */
  readonly phase: 'starting' | 'running' | 'stopped';
  /** ISO time. */
  readonly startedAt: string;
  readonly ports: Ports;
  /** The native programs that were started. */
  readonly processes: Readonly<Partial<Record<ServiceName, ProcessIdentity>>>;
  /** The files they were started from. */
  readonly programs: Readonly<Partial<Record<ServiceName, string>>>;
  /** Milliseconds each part took to become ready. */
  readonly readyMs: Readonly<Partial<Record<ComponentName, number>>>;
  /** The version of this package that started it; absent where that did not say so yet. */
  readonly version?: string;
  /** The thresholds that its alert rules go by, where they are not the registry's. */
  readonly thresholds?: Readonly<Partial<Record<ThresholdName, number>>>;
  /** The names of those variables that docker-compose.yml reads and that were set; with a container engine only. */
  readonly variables?: readonly string[];
  /** The command that stands for `docker compose`, and the project; with a container engine only. */
  readonly compose?: { readonly command: readonly string[]; readonly project: string };
}

/** What is written down of how a stack was started, for a later `up` to compare with. */
export type StartedWith = Pick<StackState, 'version' | 'thresholds'>;

const FILE = 'stack.json';

/** The folder of the programs' logs in a state folder. */
export function logFolder(folder: string): string {
  return join(folder, 'logs');
}

/** The log of one program. */
export function logFile(folder: string, name: ServiceName): string {
  return join(logFolder(folder), `${name}.log`);
}

/** The lock of whoever starts or stops a stack. */
export function stateLock(folder: string): string {
  return join(folder, 'stack.lock');
}

/**
 * Makes the state folder, for its owner only: the data of the stores is in it.
 *
 * @returns whether it was not there before
 * @throws OtelMediaError `OTEL_MEDIA_STATE_UNUSABLE`
 */
export function makeStateFolder(folder: string): boolean {
  try {
    const made = makeFolder(folder, 0o700);
    if (made) chmodSync(folder, 0o700);
    makeFolder(logFolder(folder));
    return made;
  } catch (cause) {
    throw new OtelMediaError(
      'OTEL_MEDIA_STATE_UNUSABLE',
      `the state folder ${shortPath(folder)} cannot be made: ${fileReason(cause)}`,
      { hint: 'name one that can be written with --state or OTEL_MEDIA_STATE', cause },
    );
  }
}

/** Whether any program has left a log. */
export function hasLogs(folder: string): boolean {
  try {
    return readdirSync(logFolder(folder)).length > 0;
  } catch {
    return false;
  }
}

/**
 * Takes away what {@link makeStateFolder} made, where nothing came of it.
 *
 * @param made whether the state folder itself was made
 */
export function removeEmptyFolders(folder: string, made: boolean): void {
  removeIfEmpty(logFolder(folder));
  if (made) removeIfEmpty(folder);
}

/**
 * Reads the state of a stack.
 *
 * @returns undefined when there never was one in this folder
 * @throws {OtelMediaError} `OTEL_MEDIA_SETTINGS_UNREADABLE` when the file is not one of this version
 */
export function readState(folder: string): StackState | undefined {
  const path = join(folder, FILE);
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (isState(value)) return value;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new OtelMediaError(
    'OTEL_MEDIA_SETTINGS_UNREADABLE',
    `${shortPath(path)} is not the state of a stack`,
    {
      hint: 'end the programs it started, then delete it',
    },
  );
}

/** Writes the state, so that a reader sees the old one or the new one, never a part. */
export function writeState(folder: string, state: StackState): void {
  const path = join(folder, FILE);
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(state, null, 2)}\n`);
  renameSync(draft, path);
}

/** Deletes data, logs, settings and the state; what else is in the folder stays. Only of a folder that has our state. */
export function purgeState(folder: string): void {
  if (readState(folder) === undefined) return;
  for (const name of ['data', 'logs', 'config', FILE])
    rmSync(join(folder, name), { recursive: true, force: true });
}

/** What is in a state folder that is not of the stack: keys and memory of applications. Names, in order. */
export function leftInState(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** Deletes the state folder if nothing is left in it. */
export function removeStateFolder(folder: string): void {
  removeIfEmpty(folder);
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Something is in it, maybe somebody else's.
  }
}

function isState(value: unknown): value is StackState {
  if (typeof value !== 'object' || value === null || !('format' in value)) return false;
  return (
    value.format === 1 && 'engine' in value && 'ports' in value && 'processes' in value && 'phase' in value
  );
}
