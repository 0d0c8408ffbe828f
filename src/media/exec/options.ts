import type { Readable, Writable } from 'node:stream';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';

/** How a program is run. */
export interface ExecOptions {
  /** Folder it runs in. Default: that of this process. */
  cwd?: string;
  /** Its whole environment. Default: that of this process. The trace context is added. */
  env?: NodeJS.ProcessEnv;
  /** Ends it with SIGTERM when aborted. */
  signal?: AbortSignal;
  /** Ends it with SIGTERM, and 5 s later with SIGKILL, after so many seconds. Default: never. */
  timeoutSeconds?: number;
  /** Most bytes kept of each output for the result; of more, the end is kept. Default 1 MiB. */
  maxBuffer?: number;
  /**
   * Whether it has to keep up with real time, so that a speed below 1 is told. Default: seen from ffmpeg's arguments
   * (`-re`, RTMP and the like, live HLS).
   */
  streaming?: boolean;
}

/** How a program ended that did not fail. */
export interface ExecResult {
  readonly exitCode: number;
  /** What it wrote, or the end of it. */
  readonly stdout: string;
  readonly stderr: string;
  readonly durationSeconds: number;
  /** What it complained of and survived. Messages are not redacted. */
  readonly warnings: readonly Diagnosis[];
}

/** A program that is running: a promise of its end, with its streams. */
export interface Execution extends Promise<ExecResult> {
  readonly pid: number | undefined;
  readonly stdin: Writable;
  /** As the program writes it, untouched. Listen before the next turn of the event loop, or the beginning is missed. */
  readonly stdout: Readable;
  /** As the program writes it, untouched. */
  readonly stderr: Readable;
  kill(signal?: NodeJS.Signals): boolean;
}
