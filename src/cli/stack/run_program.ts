import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import type { Environment } from './paths.ts';

/** What a short-lived program did. */
export interface RunResult {
  /** Null when it was ended by a signal or could not be started at all. */
  readonly exitCode: number | null;
  /** Standard output and standard error, as they came. */
  readonly output: string;
  readonly stdout: string;
}

/**
 * Runs a program to its end. Never throws: what cannot be started has no exit code.
 *
 * @param options.timeoutMs ended with SIGKILL after this many milliseconds; default 10,000
 */
export function runProgram(
  file: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: Environment; readonly timeoutMs?: number } = {},
): Promise<RunResult> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: options.cwd,
      env: { ...(options.env ?? process.env) },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: options.timeoutMs ?? 10_000,
      killSignal: 'SIGKILL',
    });
    let output = '';
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.on('error', (error) => resolve({ exitCode: null, output: error.message, stdout }));
    child.on('close', (exitCode) => resolve({ exitCode, output, stdout }));
  });
}

/** The full path of a program on PATH, or undefined. Relative folders on PATH are not searched. */
export function findOnPath(name: string, env: Environment = process.env): string | undefined {
  return (env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => isAbsolute(folder))
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

/** Whether the path is a file that may be executed. */
export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
