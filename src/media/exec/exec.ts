import type { ExecOptions, Execution } from './options.ts';
import { ProgramRun } from './run.ts';

/**
 * Runs a program, without a shell, as a child of the active span: with the trace context in its environment
 * (`TRACEPARENT`), its progress read and its complaints classified. Its arguments never leave.
 *
 * @param program name or path
 * @param args    its arguments
 * @param options folder, environment, signal, time-out, buffer
 * @returns resolves when it exits with 0; rejects with a `ProgramError` when it fails, cannot be started, is
 *          killed, or its time is up
 */
export function exec(program: string, args: readonly string[] = [], options: ExecOptions = {}): Execution {
  return new ProgramRun(program, args, options).execution();
}
