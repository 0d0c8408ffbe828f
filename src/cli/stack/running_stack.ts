import { OtelMediaError } from '../../errors.ts';
import { type ProcessIdentity, signalProcess } from '../../process_identity.ts';
import { stopCompose } from './compose/compose.ts';
import { type ComponentName, type Endpoints, endpointsOf } from './endpoints.ts';
import type { Engine } from './engine.ts';
import { restartNative, stopNative } from './native/native.ts';
import type { Environment } from './paths.ts';
import type { ServiceName } from './programs/programs.ts';
import { silent } from './progress.ts';
import { takeStackLock } from './stack_lock.ts';
import { purgeState, removeStateFolder, type StackState, writeState } from './state.ts';
import { waitUntilGone } from './stop_process.ts';
import type { NewThreshold, OwnThresholds } from './thresholds/running_thresholds.ts';

const GONE_MS = 30_000;
const RESTART_MS = 120_000;

interface RunningOptions {
  readonly env: Environment;
  readonly alreadyRunning: boolean;
  readonly applied?: readonly NewThreshold[];
  readonly waiting?: readonly NewThreshold[];
  readonly reverted?: readonly NewThreshold[];
  readonly waitingVariables?: readonly string[];
}

/** A stack that is ready. */
export class RunningStack {
  readonly engine: Engine;
  readonly stateDir: string;
  readonly endpoints: Endpoints;
  /** Milliseconds each part took to become ready. */
  readonly readyMs: Readonly<Partial<Record<ComponentName, number>>>;
  /** It ran before it was asked for: whoever finds it so should leave it running. */
  readonly alreadyRunning: boolean;
  /** The version of this package that started it, if that said so. */
  readonly version: string | undefined;
  /** The thresholds that its alert rules go by, where they are not the registry's. */
  readonly thresholds: OwnThresholds;
  /** Those that it was given while it ran. */
  readonly applied: readonly NewThreshold[];
  /** Those that it has not, and will not have before it is started anew. */
  readonly waiting: readonly NewThreshold[];
  /** Those that its last start had from a settings file, and this one not: none was named. */
  readonly reverted: readonly NewThreshold[];
  /** The names of variables that it was not started with, and that have no effect before it is started anew. */
  readonly waitingVariables: readonly string[];
  readonly #env: Environment;
  #state: StackState;

  constructor(stateDir: string, state: StackState, options: RunningOptions) {
    this.engine = state.engine;
    this.stateDir = stateDir;
    this.endpoints = endpointsOf(state.engine, state.ports);
    this.readyMs = state.readyMs;
    this.alreadyRunning = options.alreadyRunning;
    this.version = state.version;
    this.thresholds = state.thresholds ?? {};
    this.applied = options.applied ?? [];
    this.waiting = options.waiting ?? [];
    this.reverted = options.reverted ?? [];
    this.waitingVariables = options.waitingVariables ?? [];
    this.#env = options.env;
    this.#state = state;
  }

  /**
   * Stops it.
   *
   * @param options.purge deletes data and logs too
   */
  async stop(options: { readonly purge?: boolean } = {}): Promise<void> {
    const { purge = false } = options;
    const lock = await takeStackLock(this.stateDir, { waitMs: GONE_MS });
    try {
      if (this.engine === 'compose') await stopCompose(this.#state, { env: this.#env, volumes: purge });
      else await stopNative(this.#state, silent);
      this.#state = { ...this.#state, phase: 'stopped', processes: {} };
      writeState(this.stateDir, this.#state);
      if (purge) purgeState(this.stateDir);
    } finally {
      lock.release();
      if (purge) removeStateFolder(this.stateDir);
    }
  }

  /** The process number of a program; native only. */
  pid(name: ServiceName): number {
    return this.#process(name).pid;
  }

  /**
   * Sends a signal to one program and waits until it is gone, to see what happens then; native only. For SIGSTOP and
   * SIGCONT there is no waiting.
   *
   * @param signal default SIGKILL
   */
  async kill(name: ServiceName, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const process = this.#process(name);
    signalProcess(process, signal);
    if (signal !== 'SIGSTOP' && signal !== 'SIGCONT') await waitUntilGone(process, GONE_MS);
  }

  /** Starts one program again, with its data and on its ports, and waits until it is ready; native only. */
  async restart(name: ServiceName): Promise<void> {
    this.#process(name);
    this.#state = await restartNative(name, this.#state, {
      folder: this.stateDir,
      timeoutMs: RESTART_MS,
      onProgress: silent,
      env: this.#env,
    });
  }

  #process(name: ServiceName): ProcessIdentity {
    const process = this.#state.processes[name];
    if (process) return process;
    throw new OtelMediaError('OTEL_MEDIA_STACK_NOT_READY', `${name} is no native program of this stack`);
  }
}
