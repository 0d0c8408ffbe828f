import { ChildProcess, spawn } from 'node:child_process';
import { Readable, Writable } from 'node:stream';
import type { ExecOptions } from './options.ts';

const KILL_AFTER_MS = 5000;

/** A program that was started, with all of its streams. */
export type StartedProgram = ChildProcess & { stdin: Writable; stdout: Readable; stderr: Readable };

/** How a program ended. */
export interface ProgramExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** What kept it from being started, or from being killed. */
  readonly error: Error | undefined;
}

/**
 * Starts a program, without a shell. Never throws: what keeps it from starting is told by its `error` event.
 *
 * @param variables what its environment has besides
 */
export function startProgram(
  program: string,
  args: readonly string[],
  { cwd, env, signal }: ExecOptions,
  variables: Readonly<Record<string, string>>,
): StartedProgram {
  try {
    return spawn(program, [...args], {
      ...(cwd !== undefined && { cwd }),
      env: { ...(env ?? process.env), ...variables },
      ...(signal && { signal }),
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
    });
  } catch (error) {
    // Arguments that are too long, or hold a zero byte, are thrown, and not told as what else keeps it from starting.
    return neverStarted(error);
  }
}

function neverStarted(error: unknown): StartedProgram {
  const child = Object.assign(new ChildProcess(), {
    stdin: new Writable({ write: (_chunk, _encoding, done) => done() }),
    stdout: Readable.from([]),
    stderr: Readable.from([]),
  });
  process.nextTick(() => child.emit('error', error));
  return child;
}

/** Resolves when a program has ended and its streams are closed, or when it could not be started. */
export function programExit(child: StartedProgram): Promise<ProgramExit> {
  return new Promise((resolve) => {
    let failed: Error | undefined;
    child.once('error', (error) => {
      failed = error;
      // A program that never began has no end to wait for.
      if (child.pid === undefined) resolve({ code: null, signal: null, error });
    });
    child.once('close', (code, signal) => resolve({ code, signal, error: failed }));
  });
}

/**
 * Ends a program with SIGTERM, and 5 s later with SIGKILL, when its time is up.
 *
 * @param seconds   its time; undefined for no end
 * @param onTimeout told when its time is up
 * @returns stops the timers
 */
export function limitTime(
  child: StartedProgram,
  seconds: number | undefined,
  onTimeout: () => void,
): () => void {
  if (seconds === undefined) return () => {};
  let timer = setTimeout(() => {
    onTimeout();
    child.kill('SIGTERM');
    timer = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS);
  }, seconds * 1000);
  return () => clearTimeout(timer);
}
