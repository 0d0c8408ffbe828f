import type { ChildProcess } from 'node:child_process';
import { type EventEmitter, errorMonitor } from 'node:events';
import { performance } from 'node:perf_hooks';
import type { Readable } from 'node:stream';
import { type Context, context, type Span } from '@opentelemetry/api';
import { diagnoseError } from '../../diagnosis/errors.ts';
import { diagnoseExit } from '../../diagnosis/exit.ts';
import { reportTelemetryFailure } from '../../emit/guard.ts';
import { closed, opened } from '../../emit/open_operations.ts';
import { scopeOf } from '../../emit/scope.ts';
import { withSpan } from '../../emit/span.ts';
import type { Outcome } from '../../registry/operation.ts';
import { type Failure, failureOf } from '../failure.ts';
import type { KnownProgram } from './known_programs.ts';
import { ProgramError } from './program_error.ts';
import { startExecSpan, tellEnded } from './signals.ts';
import { traceVariables } from './trace_variables.ts';
import { ExecWatch } from './watch.ts';

/** How a program ended that was waited for, as `spawnSync` tells it. */
export interface ProgramEnd {
  readonly status: number | null;
  readonly signal?: NodeJS.Signals | null;
  readonly pid?: number;
  readonly stderr?: unknown;
  readonly error?: unknown;
}

// Output that nobody reads keeps a child from being closed, though it has ended.
const CLOSE_AFTER_MS = 1000;

/** The signals of a media program that the application itself starts and reads: those of `exec`, from the side. */
export class SpawnedProgram {
  readonly #program: KnownProgram;
  readonly #timeoutMs: number;
  readonly #started = performance.now();
  readonly #parent: Context = context.active();
  readonly #watch: ExecWatch;
  readonly #span: Span;
  readonly #sessionId: string | undefined;
  readonly #videoId: string | undefined;
  #pid: number | undefined;
  #startError: unknown;
  #cancelled = false;
  #ended = false;

  /** @param timeoutMs after how long Node ends it by itself; 0 for never */
  constructor(program: KnownProgram, timeoutMs: number) {
    this.#program = program;
    this.#timeoutMs = timeoutMs;
    const scope = scopeOf(this.#parent);
    this.#sessionId = scope?.sessionId;
    this.#videoId = scope?.attempt?.videoId;
    this.#watch = new ExecWatch(program.name, scope?.attempt);
    this.#span = startExecSpan(program.name, program.argumentCount, this.#sessionId, this.#parent);
    opened(this);
  }

  /** The trace context, as pairs for the environment of the program. */
  environment(): string[] {
    const variables = traceVariables(withSpan(this.#parent, this.#span));
    return Object.entries(variables).map(([name, value]) => `${name}=${value}`);
  }

  /** Follows a child until it ends, taking nothing of it from the application. */
  follow(child: ChildProcess): void {
    this.#pid = child.pid;
    tap(child.stderr, (chunk) => this.#watch.push('stderr', chunk));
    if (this.#program.tellsOnStdout) tap(child.stdout, (chunk) => this.#watch.push('stdout', chunk));
    // Not as a listener for errors: with one, an error that the application does not handle would go unseen.
    (child as EventEmitter).on(errorMonitor, (error: unknown) => {
      if (error instanceof Error && error.name === 'AbortError') this.#cancelled = true;
      if (child.pid !== undefined) return;
      this.#startError = error;
      this.#finish(null, null);
    });
    child.once('exit', (code, signal) => {
      setTimeout(() => this.#finish(code, signal), CLOSE_AFTER_MS).unref();
    });
    child.once('close', (code, signal) => this.#finish(code, signal));
  }

  /** It could not even be tried to start it. */
  notStarted(error: unknown): void {
    this.#startError = error;
    this.#finish(null, null);
  }

  /** It has ended already. Never throws. */
  ended({ status, signal, pid, stderr, error }: ProgramEnd): void {
    try {
      if (pid) this.#pid = pid;
      else if (error !== undefined) this.#startError = error;
      if (Buffer.isBuffer(stderr)) this.#watch.push('stderr', stderr);
      else if (typeof stderr === 'string') this.#watch.push('stderr', Buffer.from(stderr));
    } catch (failure) {
      reportTelemetryFailure('reading what a program wrote', failure);
    }
    this.#finish(status, signal ?? null);
  }

  interrupt(): void {
    this.#end('interrupted', undefined, null, null);
  }

  #finish(code: number | null, signal: NodeJS.Signals | null): void {
    if (this.#ended) return;
    try {
      this.#watch.end();
      const failure = this.#failure(code, signal);
      this.#end(failure ? 'failure' : 'success', failure, code, signal);
    } catch (error) {
      reportTelemetryFailure('telling the end of a program', error);
    }
  }

  #failure(code: number | null, signal: NodeJS.Signals | null): Failure | undefined {
    const elapsedMs = performance.now() - this.#started;
    const diagnosis =
      this.#startError !== undefined
        ? diagnoseError(this.#startError)
        : diagnoseExit({
            program: this.#program.name,
            exitCode: code,
            signal,
            output: this.#watch.output,
            timedOut: signal !== null && this.#timeoutMs > 0 && elapsedMs >= this.#timeoutMs,
            cancelled: this.#cancelled,
          });
    if (diagnosis === undefined) return undefined;
    const facts = { exitCode: code, signal, stdout: '', stderr: '', diagnosis, cause: this.#startError };
    return failureOf(new ProgramError(this.#program.name, facts), this.#videoId);
  }

  #end(
    outcome: Outcome,
    failure: Failure | undefined,
    code: number | null,
    signal: NodeJS.Signals | null,
  ): void {
    if (this.#ended) return;
    this.#ended = true;
    closed(this);
    const program = {
      name: this.#program.name,
      outcome,
      failure,
      pid: this.#pid,
      exitCode: code,
      signal,
      durationSeconds: (performance.now() - this.#started) / 1000,
      watch: this.#watch,
      sessionId: this.#sessionId,
    };
    tellEnded(program, this.#span, withSpan(this.#parent, this.#span));
  }
}

// Listening for data would set the stream flowing, and take what the application has yet to read.
function tap(stream: Readable | null | undefined, read: (chunk: Buffer) => void): void {
  if (!stream) return;
  const push = stream.push;
  stream.push = function tapped(this: Readable, chunk: unknown, encoding?: BufferEncoding): boolean {
    if (Buffer.isBuffer(chunk)) {
      try {
        read(chunk);
      } catch (error) {
        reportTelemetryFailure('reading along what a program writes', error);
      }
    }
    return push.call(this, chunk, encoding);
  };
}
