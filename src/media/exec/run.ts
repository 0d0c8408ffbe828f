import { ChildProcess, spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { Readable, Writable } from 'node:stream';
import { type Context, context, propagation, type Span } from '@opentelemetry/api';
import { diagnoseError } from '../../diagnosis/errors.ts';
import { diagnoseExit } from '../../diagnosis/exit.ts';
import { emitEvent } from '../../emit/event.ts';
import { reportTelemetryFailure } from '../../emit/guard.ts';
import { closed, opened } from '../../emit/open_operations.ts';
import { scopeOf, withScope } from '../../emit/scope.ts';
import { startSpan, withSpan } from '../../emit/span.ts';
import { isTrackerOn } from '../../emit/trackers.ts';
import { baseName } from '../../redact/truncate.ts';
import { execSlowEvent, execSpan } from '../../registry/exec.ts';
import type { Outcome } from '../../registry/operation.ts';
import { type Failure, failureOf } from '../failure.ts';
import { signalEnd } from './end.ts';
import type { ExecOptions, ExecResult, Execution } from './exec.ts';
import { isStreaming, tellsOnStdout } from './ffmpeg_arguments.ts';
import { KeptOutput } from './kept_output.ts';
import { asOwn } from './own_spawn.ts';
import { ProgramError } from './program_error.ts';
import { ExecProgress } from './progress.ts';
import { ExecWatch } from './watch.ts';

const DEFAULT_MAX_BUFFER = 1024 * 1024;
const KILL_AFTER_MS = 5000;

type Child = ChildProcess & { stdin: Writable; stdout: Readable; stderr: Readable };

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
  readonly #child: Child;
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
    this.#span = this.#active
      ? startSpan(
          execSpan,
          {
            'process.executable.name': this.#name,
            'media.exec.argument_count': args.length,
            'media.operation': 'exec',
            'session.id': this.#sessionId,
          },
          parent,
          this.#name,
        )
      : undefined;
    this.#context = this.#span
      ? withScope(withSpan(parent, this.#span), {
          operation: 'exec',
          sessionId: this.#sessionId,
          totals: scope?.totals,
          attempt: scope?.attempt,
        })
      : parent;
    this.#child = context.with(this.#context, () => asOwn(() => this.#spawn(program, args)));
    if (this.#active) opened(this);
  }

  #spawn(program: string, args: readonly string[]): Child {
    const options = this.#options;
    try {
      return spawn(program, [...args], {
        ...(options.cwd !== undefined && { cwd: options.cwd }),
        env: { ...(options.env ?? process.env), ...this.#traceContext() },
        ...(options.signal && { signal: options.signal }),
        stdio: ['pipe', 'pipe', 'pipe'],
        windowsHide: true,
      });
    } catch (error) {
      // Arguments that are too long, or hold a zero byte, are thrown, and not told as what else keeps it from starting.
      return neverStarted(error);
    }
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

  // W3C trace context in the variables that OpenTelemetry's specification names. Baggage may hold anything, and stays.
  #traceContext(): Record<string, string> {
    if (!this.#span) return {};
    const carrier: Record<string, string> = {};
    try {
      propagation.inject(this.#context, carrier);
    } catch (error) {
      reportTelemetryFailure('passing the trace context on', error);
    }
    return {
      ...(carrier.traceparent && { TRACEPARENT: carrier.traceparent }),
      ...(carrier.tracestate && { TRACESTATE: carrier.tracestate }),
    };
  }

  async #wait(): Promise<ExecResult> {
    const child = this.#child;
    const timers = this.#limitTime();
    this.#tap('stdout', this.#stdout);
    this.#tap('stderr', this.#stderr);
    let startError: Error | undefined;
    const { code, signal } = await new Promise<{ code: number | null; signal: NodeJS.Signals | null }>(
      (resolve) => {
        child.once('error', (error) => {
          startError = error;
          // A program that never began has no end to wait for.
          if (child.pid === undefined) resolve({ code: null, signal: null });
        });
        child.once('close', (exitCode, exitSignal) => resolve({ code: exitCode, signal: exitSignal }));
      },
    );
    for (const timer of timers) clearTimeout(timer);
    this.#watch.end();
    return this.#finish(code, signal, startError);
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

  #limitTime(): NodeJS.Timeout[] {
    const { timeoutSeconds } = this.#options;
    // A program that ends before it has read its input makes writing fail; its exit tells why.
    this.#child.stdin.on('error', () => {});
    if (timeoutSeconds === undefined) return [];
    const timers: NodeJS.Timeout[] = [];
    timers.push(
      setTimeout(() => {
        this.#timedOut = true;
        this.#child.kill('SIGTERM');
        timers.push(setTimeout(() => this.#child.kill('SIGKILL'), KILL_AFTER_MS));
      }, timeoutSeconds * 1000),
    );
    return timers;
  }

  #tellSlow(speed: number): void {
    if (this.#ended || !this.#active) return;
    const { outputSeconds, droppedFrames } = this.#watch.encoding;
    emitEvent(
      execSlowEvent,
      'WARN',
      `${this.#name} falls behind real time: speed ${speed.toFixed(2)}`,
      {
        'process.executable.name': this.#name,
        'media.exec.speed': speed,
        'media.exec.output_time': outputSeconds,
        'media.exec.dropped_frame_count': droppedFrames,
        'session.id': this.#sessionId,
      },
      this.#context,
    );
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
    signalEnd(program, this.#span, this.#context);
  }
}

function neverStarted(error: unknown): Child {
  const child = Object.assign(new ChildProcess(), {
    stdin: new Writable({ write: (_chunk, _encoding, done) => done() }),
    stdout: Readable.from([]),
    stderr: Readable.from([]),
  });
  process.nextTick(() => child.emit('error', error));
  return child;
}
