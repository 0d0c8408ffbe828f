import { isRunning } from '../../process_identity.ts';
import { type ComponentName, componentsOf, type Endpoints, endpointsOf, readinessUrl } from './endpoints.ts';
import type { Engine } from './engine.ts';
import { probe } from './health.ts';
import { isLockHeld } from './lock.ts';
import { stateFolder } from './paths.ts';
import { readState, type StackState, stateLock } from './state.ts';

/** One part of the stack as it is now. `dead`: its process is gone, or nothing answers in place of its container. */
export interface ComponentStatus {
  readonly name: ComponentName;
  readonly state: 'ready' | 'not ready' | 'dead';
  /** Of a native program. */
  readonly pid?: number;
  /** What it took to become ready at the last start. */
  readonly readyMs?: number;
}

/**
 * The stack as it is now. `running`: all parts are ready. `degraded`: some are. `stale`: the state says that it runs,
 * but nothing of it is left, e.g. after a restart of the machine. `starting`: somebody is starting or stopping it.
 */
export interface StackStatus {
  readonly state: 'running' | 'degraded' | 'stale' | 'starting' | 'stopped';
  readonly stateDir: string;
  readonly engine?: Engine;
  /** ISO time. */
  readonly startedAt?: string;
  readonly endpoints?: Endpoints;
  readonly components: readonly ComponentStatus[];
}

/**
 * Looks at the stack of a state folder: the processes, and what they answer. Changes nothing.
 *
 * @param stateDir default: as of the command line
 */
export async function stackStatus(stateDir?: string): Promise<StackStatus> {
  const folder = stateFolder(stateDir);
  const state = readState(folder);
  if (state === undefined || state.phase === 'stopped') {
    return { state: 'stopped', stateDir: folder, components: [] };
  }
  const components = await Promise.all(
    componentsOf(state.engine).map((name) => componentStatus(name, state)),
  );
  return {
    state: overall(components, isLockHeld(stateLock(folder))),
    stateDir: folder,
    engine: state.engine,
    startedAt: state.startedAt,
    endpoints: endpointsOf(state.engine, state.ports),
    components,
  };
}

async function componentStatus(name: ComponentName, state: StackState): Promise<ComponentStatus> {
  const readyMs = state.readyMs[name];
  const about = { name, ...(readyMs === undefined ? {} : { readyMs }) };
  const process = name === 'grafana' ? undefined : state.processes[name];
  // Somebody else may answer on the port of a dead one.
  if (state.engine === 'native' && !(process && isRunning(process))) return { ...about, state: 'dead' };
  const answer = await probe(readinessUrl(name, state.ports));
  if (process) return { ...about, pid: process.pid, state: answer === 'ready' ? 'ready' : 'not ready' };
  return { ...about, state: answer === 'no answer' ? 'dead' : answer };
}

function overall(components: readonly ComponentStatus[], busy: boolean): StackStatus['state'] {
  if (busy) return 'starting';
  if (components.every(({ state }) => state === 'ready')) return 'running';
  if (components.every(({ state }) => state === 'dead')) return 'stale';
  return 'degraded';
}
