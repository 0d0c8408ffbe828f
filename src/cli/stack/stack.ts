import { OtelMediaError } from '../../errors.ts';
import { VERSION } from '../../version.ts';
import { attach, type Wanted, withThresholds } from './attach.ts';
import { startCompose } from './compose/compose.ts';
import { chooseEngine, type Engine, type EngineChoice } from './engine.ts';
import { startNative } from './native/native.ts';
import { type Environment, shortPath, stateFolder } from './paths.ts';
import { checkPorts, freePorts, type Ports, resolvePorts } from './ports.ts';
import { ensurePrograms } from './programs/build.ts';
import { SERVICE_NAMES } from './programs/programs.ts';
import { type Progress, silent } from './progress.ts';
import { RunningStack } from './running_stack.ts';
import { takeStackLock } from './stack_lock.ts';
import {
  hasLogs,
  logFolder,
  makeStateFolder,
  readState,
  removeEmptyFolders,
  type StackState,
  type StartedWith,
} from './state.ts';
import { cleanUp } from './stop_stack.ts';
import { prepareStackRules, thresholdsOfFile } from './thresholds/alert_rules.ts';
import { differences, ownThresholds } from './thresholds/running_thresholds.ts';

export { canRunStack } from './can_run_stack.ts';
export type { RunningStack } from './running_stack.ts';
export { type StackStatus, stackStatus } from './status.ts';
export { stopStack } from './stop_stack.ts';

export interface StartOptions {
  /** Default `auto`: a container engine with compose if one answers, else native programs. */
  readonly engine?: Engine | 'auto';
  /** Folder of state, logs and data; default `OTEL_MEDIA_STATE`, else in the user's state folder. */
  readonly stateDir?: string;
  /** Settings file whose thresholds the alert rules get; default `OTEL_MEDIA_CONFIG`. */
  readonly settings?: string;
  /** Default: those of the environment, else the usual ones. `free`: any that nobody uses. */
  readonly ports?: 'default' | 'free' | Partial<Ports>;
  /** For all to become ready, in milliseconds, not counting builds and pulled images; default 120,000. */
  readonly timeoutMs?: number;
  readonly onProgress?: Progress;
  /** Gives up, and ends what was started. */
  readonly signal?: AbortSignal;
  /** Default: that of the process. */
  readonly env?: Environment;
}

const READY_MS = 120_000;
const FREE_PORT_ATTEMPTS = 3;

/**
 * Starts the stack and returns once all of it is ready. One that runs already is returned as it is; what is left of one
 * that died is cleaned up first.
 *
 * @throws {OtelMediaError} `OTEL_MEDIA_PORT_TAKEN`, `OTEL_MEDIA_STACK_BUSY`, `OTEL_MEDIA_STACK_NOT_READY`,
 *   `OTEL_MEDIA_ENGINE_MISSING`, those of a settings file, and those of building; nothing is left running then
 */
export async function startStack(options: StartOptions = {}): Promise<RunningStack> {
  const { env = process.env, onProgress = silent } = options;
  const folder = stateFolder(options.stateDir, env);
  const settings = options.settings || env.OTEL_MEDIA_CONFIG?.trim() || undefined;
  // Before anything takes minutes: a wrong threshold is told at once.
  const thresholds = ownThresholds(thresholdsOfFile(settings));
  const wanted: Wanted = { settings, thresholds };
  const asked = { engine: options.engine ?? 'auto', ports: chosenPorts(options) };
  const running = await attach(folder, asked);
  if (running) return await withThresholds(running, folder, wanted, env);
  const start = await prepare(options, env, onProgress);
  const made = makeStateFolder(folder);
  const lock = await takeStackLock(folder);
  try {
    // Another `up` may have finished meanwhile.
    const started = await attach(folder, asked);
    if (started) return new RunningStack(folder, started, { env, alreadyRunning: true });
    const before = readState(folder)?.thresholds ?? {};
    await cleanUp(folder, env, onProgress);
    prepareStackRules(folder, settings);
    const startedWith = { version: VERSION, thresholds };
    const state = await startOnPorts(folder, { ...start, startedWith }, options, env, onProgress);
    // Whoever names a file knows what is in it.
    const reverted = settings === undefined ? differences(before, thresholds) : [];
    return new RunningStack(folder, state, { env, alreadyRunning: false, reverted });
  } catch (error) {
    throw withLogs(error, folder);
  } finally {
    lock.release();
    removeEmptyFolders(folder, made);
  }
}

/** Says where the logs are, if there are any and the error has nothing better to say. */
function withLogs(error: unknown, folder: string): unknown {
  const notReady = error instanceof OtelMediaError && error.code === 'OTEL_MEDIA_STACK_NOT_READY';
  if (!notReady || error.hint || !hasLogs(folder)) return error;
  const hint = `the logs: ${shortPath(logFolder(folder))}`;
  return new OtelMediaError(error.code, error.message, { cause: error, hint });
}

type Prepared = {
  readonly choice: EngineChoice;
  readonly programs: Record<(typeof SERVICE_NAMES)[number], string> | undefined;
};

/** All that takes long and needs no lock: choosing the engine, building the programs. */
async function prepare(options: StartOptions, env: Environment, onProgress: Progress): Promise<Prepared> {
  const choice = await chooseEngine(options.engine ?? 'auto', env);
  if (choice.engine === 'compose') return { choice, programs: undefined };
  // Said once there is something to start: else the error says it.
  let reason = choice.because && `native programs, since ${choice.because}`;
  const tellReason = () => {
    if (reason) onProgress(reason, false);
    reason = undefined;
  };
  const progress: Progress = (line, transient) => {
    tellReason();
    onProgress(line, transient);
  };
  try {
    const { signal } = options;
    const programs = await ensurePrograms(SERVICE_NAMES, {
      env,
      onProgress: progress,
      ...(signal ? { signal } : {}),
    });
    tellReason();
    return { choice, programs };
  } catch (error) {
    throw options.engine === 'native' ? error : withEngines(error, choice.whyNotCompose);
  }
}

/** Somebody without Go may rather want a container engine: so both are told. */
function withEngines(error: unknown, whyNotCompose: string): unknown {
  const noGo = error instanceof OtelMediaError && /_GO_(?:MISSING|TOO_OLD)$/.test(error.code);
  if (!noGo) return error;
  const message = `nothing to run the stack with: ${whyNotCompose}; ${error.message}`;
  return new OtelMediaError('OTEL_MEDIA_ENGINE_MISSING', message, {
    cause: error,
    ...(error.hint ? { hint: error.hint } : {}),
  });
}

async function startOnPorts(
  folder: string,
  { choice, programs, startedWith }: Prepared & { readonly startedWith: StartedWith },
  options: StartOptions,
  env: Environment,
  onProgress: Progress,
): Promise<StackState> {
  const { signal, timeoutMs = READY_MS } = options;
  for (let attempt = 1; ; attempt += 1) {
    const free = options.ports === 'free';
    const ports = free ? await freePorts() : resolvePorts(chosenPorts(options), env);
    if (!free) await checkPorts(choice.engine, ports);
    const start = { folder, ports, timeoutMs, onProgress, signal, env, startedWith };
    try {
      if (choice.engine === 'compose') return await startCompose({ ...start, command: choice.command });
      if (programs === undefined) throw new TypeError('native programs were not prepared');
      return await startNative({ ...start, programs });
    } catch (error) {
      // Somebody else took a port between the look and the start: others are as good.
      const taken =
        error instanceof Error && /address already in use|port is already allocated/i.test(error.message);
      if (!free || !taken || attempt === FREE_PORT_ATTEMPTS) throw error;
    }
  }
}

function chosenPorts({ ports }: StartOptions): Partial<Ports> {
  return typeof ports === 'object' ? ports : {};
}
