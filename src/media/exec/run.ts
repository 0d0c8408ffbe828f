import { performance } from 'node:perf_hooks';
import { type Context, context, type Span } from '@opentelemetry/api';
import { diagnoseError } from '../../diagnosis/errors.ts';
import { diagnoseExit } from '../../diagnosis/exit.ts';
import { reportTelemetryFailure } from '../../emit/guard.ts';
import { closed, opened } from '../../emit/open_operations.ts';
import { scopeOf, withScope } from '../../emit/scope.ts';
import { withSpan } from '../../emit/span.ts';
import { isTrackerOn } from '../../emit/trackers.ts';
import { baseName } from '../../redact/truncate.ts';
import type { Outcome } from '../../registry/operation.ts';
import { type Failure, failureOf } from '../failure.ts';
import { isStreaming, tellsOnStdout } from './ffmpeg_arguments.ts';
import { KeptOutput } from './kept_output.ts';
import type { ExecOptions, ExecResult, Execution } from './options.ts';
import { asOwn } from './own_spawn.ts';
import { ProgramError } from './program_error.ts';
import { ExecProgress } from './progress.ts';
import { startExecSpan, tellEnded, tellSlow } from './signals.ts';
import { limitTime, programExit, type StartedProgram, startProgram } from './start_program.ts';
import { traceVariables } from './trace_variables.ts';
import { ExecWatch } from './watch.ts';

const DEFAULT_MAX_BUFFER = 1024 * 1024;

/** A program that `exec()` runs. */
export class ProgramRun {
  readonly #name: string;
  readonly #started = performance.now();
  readonly #active = isTrackerOn('exec');
  readonly #context: Context;
  readonly #span: Span | undefined;
  readonly #watch: ExecWatch;
  readonly #sessionId: string | undefined;
  readonly #videoId: string | undefined;
  readonly #stdout: KeptOutput;
  readonly #stderr: KeptOutput;
  readonly #child: StartedProgram;
  readonly #options: ExecOptions;
  readonly #tellsOnStdout: boolean;
  #timedOut = false;
  #ended = false;

  constructor(program: string, args: readonly string[], options: ExecOptions) {
    this.#name = baseName(program);
    this.#options = options;
    this.#tellsOnStdout = tellsOnStdout(this.#name, args);
    const limit = options.maxBuffer ?? DEFAULT_MAX_BUFFER;
    this.#stdout = new KeptOutput(limit);
    this.#stderr = new KeptOutput(limit);
    const parent = context.active();
    const scope = scopeOf(parent);
    this.#sessionId = scope?.sessionId;
    this.#videoId = scope?.attempt?.videoId;
    const encoding = new ExecProgress(this.#name, {
      streaming: options.streaming ?? isStreaming(this.#name, args),
      active: this.#active,
      onSlow: (speed) => this.#tellSlow(speed),
    });
    this.#watch = new ExecWatch(this.#name, scope?.attempt, encoding);
    this.#span = this.#active ? startExecSpan(this.#name, args.length, this.#sessionId, parent) : undefined;
    this.#context = this.#span
      ? withScope(withSpan(parent, this.#span), {
          operation: 'exec',
          sessionId: this.#sessionId,
          totals: scope?.totals,
          attempt: scope?.attempt,
        })
      : parent;
    this.#child = context.with(this.#context, () =>
      asOwn(() => startProgram(program, args, options, this.#traceVariables())),
    );
    if (this.#active) opened(this);
  }

  execution(): Execution {
    const child = this.#child;
    const promise = this.#wait();
    return Object.assign(promise, {
      pid: child.pid,
      stdin: child.stdin,
      stdout: child.stdout,
      stderr: child.stderr,
      kill: (signal?: NodeJS.Signals) => child.kill(signal),
    });
  }

  interrupt(): void {
    this.#end('interrupted', undefined, null, null);
  }

  #traceVariables(): Record<string, string> {
    try {
      return this.#span ? traceVariables(this.#context) : {};
    } catch (error) {
      reportTelemetryFailure('passing the trace context on', error);
      return {};
    }
  }

  async #wait(): Promise<ExecResult> {
    const child = this.#child;
    // A program that ends before it has read its input makes writing fail; its exit tells why.
    child.stdin.on('error', () => {});
    const stopTimers = limitTime(child, this.#options.timeoutSeconds, () => {
      this.#timedOut = true;
    });
    this.#tap('stdout', this.#stdout);
    this.#tap('stderr', this.#stderr);
    const { code, signal, error } = await programExit(child);
    stopTimers();
    this.#watch.end();
    return this.#finish(code, signal, error);
  }

  #finish(code: number | null, signal: NodeJS.Signals | null, startError: Error | undefined): ExecResult {
    const diagnosis = startError
      ? diagnoseError(startError)
      : diagnoseExit({
          program: this.#name,
          exitCode: code,
          signal,
          output: this.#watch.output,
          timedOut: this.#timedOut,
          cancelled: this.#options.signal?.aborted ?? false,
        });
    const stdout = this.#stdout.toString();
    const stderr = this.#stderr.toString();
    if (diagnosis === undefined) {
      this.#end('success', undefined, code, signal);
      return {
        exitCode: code ?? 0,
        stdout,
        stderr,
        durationSeconds: (performance.now() - this.#started) / 1000,
        warnings: this.#watch.warnings(),
      };
    }
    const error = new ProgramError(this.#name, {
      exitCode: code,
      signal,
      stdout,
      stderr,
      diagnosis,
      cause: startError,
    });
    this.#end('failure', failureOf(error, this.#videoId), code, signal);
    throw error;
  }

  #tap(name: 'stdout' | 'stderr', kept: KeptOutput): void {
    this.#child[name].on('data', (chunk: Buffer | string) => {
      // The caller may have set an encoding on the stream, which is the caller's to set.
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      kept.push(bytes);
      if (name === 'stderr' || this.#tellsOnStdout) this.#watch.push(name, bytes);
    });
    this.#child[name].on('error', () => {});
  }

  #tellSlow(speed: number): void {
    if (this.#ended || !this.#active) return;
    tellSlow(this.#name, speed, this.#watch.encoding, this.#sessionId, this.#context);
  }

  #end(
    outcome: Outcome,
    failure: Failure | undefined,
    code: number | null,
    signal: NodeJS.Signals | null,
  ): void {
    if (this.#ended || !this.#active) return;
    this.#ended = true;
    closed(this);
    if (this.#span === undefined) return;
    const program = {
      name: this.#name,
      outcome,
      failure,
      pid: this.#child.pid,
      exitCode: code,
      signal,
      durationSeconds: (performance.now() - this.#started) / 1000,
      watch: this.#watch,
      sessionId: this.#sessionId,
    };
    tellEnded(program, this.#span, this.#context);
  }
}
