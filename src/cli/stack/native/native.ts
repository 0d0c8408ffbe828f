import { PROGRAMS, SERVICE_NAMES, type ServiceName } from '../programs/programs.ts';
import { formatSeconds, type Progress } from '../progress.ts';
import { type StackState, type StartedWith, writeState } from '../state.ts';
import { stopProcess } from '../stop_process.ts';
import { launchService, type ServiceContext, waitForService } from './native_service.ts';

export interface NativeStart extends ServiceContext {
  /** The files to start. */
  readonly programs: Readonly<Record<ServiceName, string>>;
  readonly startedWith: StartedWith;
  readonly onProgress: Progress;
}

/** Time to end by itself; the Collector writes its queues, Loki its last chunks. */
const STOP_GRACE_MS = 20_000;
/**
 * Tempo 2.8 never ends by itself once it was queried: its queue waits for queriers that have gone. All that holds data
 * has ended long before, so it is killed without a word.
 */
const TEMPO_GRACE_MS = 4000;
const TICK_MS = 1000;

/**
 * Starts all programs at once and waits until each is ready.
 *
 * @throws {OtelMediaError} `OTEL_MEDIA_STACK_NOT_READY` when one ends or the time is over; then none is left running
 */
export async function startNative(start: NativeStart): Promise<StackState> {
  let state: StackState = {
    format: 1,
    engine: 'native',
    phase: 'starting',
    startedAt: new Date().toISOString(),
    ports: start.ports,
    processes: {},
    programs: start.programs,
    readyMs: {},
    ...start.startedWith,
  };
  const change = (part: Partial<StackState>) => {
    state = { ...state, ...part };
    writeState(start.folder, state);
  };
  const failed = new AbortController();
  const signal = start.signal ? AbortSignal.any([start.signal, failed.signal]) : failed.signal;
  const waiting = new Set(SERVICE_NAMES);
  const startOne = async (name: ServiceName) => {
    const launched = await launchService(name, start.programs[name], start);
    // At once, so that nothing is ever running that the file does not know of.
    change({ processes: { ...state.processes, [name]: launched.identity } });
    const readyMs = await waitForService(name, launched, { ...start, signal });
    waiting.delete(name);
    change({ readyMs: { ...state.readyMs, [name]: readyMs } });
    start.onProgress(`${PROGRAMS[name].title} ready after ${formatSeconds(readyMs / 1000)}`, false);
  };
  change({});
  const ticking = tick(waiting, start.onProgress);
  const starts = SERVICE_NAMES.map((name) =>
    startOne(name).catch((error: unknown) => {
      failed.abort(error);
    }),
  );
  await Promise.all(starts);
  clearInterval(ticking);
  if (signal.aborted) {
    await stopNative(state, start.onProgress);
    change({ phase: 'stopped', processes: {} });
    throw signal.reason;
  }
  change({ phase: 'running' });
  return state;
}

/** Starts one program again on the ports and with the data it had, and waits until it is ready. */
export async function restartNative(
  name: ServiceName,
  state: StackState,
  options: Omit<NativeStart, 'ports' | 'programs' | 'startedWith'>,
): Promise<StackState> {
  const running = state.processes[name];
  if (running) await stopProcess(running, graceOf(name));
  const launched = await launchService(name, state.programs[name] ?? '', { ...options, ports: state.ports });
  const changed = { ...state, processes: { ...state.processes, [name]: launched.identity } };
  writeState(options.folder, changed);
  const readyMs = await waitForService(name, launched, { ...options, ports: state.ports });
  const ready = { ...changed, readyMs: { ...state.readyMs, [name]: readyMs } };
  writeState(options.folder, ready);
  return ready;
}

/**
 * Ends all programs: the Collector first, as long as the stores can still take what it holds.
 */
export async function stopNative(state: StackState, onProgress: Progress): Promise<void> {
  const stop = async (name: ServiceName) => {
    const identity = state.processes[name];
    const killed = identity !== undefined && (await stopProcess(identity, graceOf(name)));
    if (!killed || name === 'tempo') return;
    onProgress(`${PROGRAMS[name].title} did not end within ${STOP_GRACE_MS / 1000} s and was killed`, false);
  };
  await stop('collector');
  await Promise.all(SERVICE_NAMES.filter((name) => name !== 'collector').map(stop));
}

function graceOf(name: ServiceName): number {
  return name === 'tempo' ? TEMPO_GRACE_MS : STOP_GRACE_MS;
}

function tick(waiting: ReadonlySet<ServiceName>, onProgress: Progress): NodeJS.Timeout {
  const started = performance.now();
  return setInterval(() => {
    const titles = [...waiting].map((name) => PROGRAMS[name].title).join(', ');
    onProgress(`waiting for ${titles}: ${formatSeconds((performance.now() - started) / 1000)}`, true);
  }, TICK_MS);
}
