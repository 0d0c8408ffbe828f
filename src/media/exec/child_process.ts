import { ChildProcess } from 'node:child_process';
import { reportTelemetryFailure } from '../../emit/guard.ts';
import { isTrackerOn } from '../../emit/trackers.ts';
import { instrumentChildProcessSync } from './child_process_sync.ts';
import { knownProgram } from './known_programs.ts';
import { isOwnSpawn } from './own_spawn.ts';
import { SpawnedProgram } from './spawned_program.ts';

// What node:child_process has made of `spawn`, `execFile` and `exec` when it comes to starting the program.
interface SpawnCall {
  readonly file?: unknown;
  readonly args?: unknown;
  readonly timeout?: unknown;
  envPairs?: string[];
}

type Spawn = (this: ChildProcess, call: SpawnCall) => unknown;

/**
 * Gives media programs that the application starts with `spawn`, `execFile` or `exec` of `node:child_process` the signals
 * of our own `exec`, and the trace context in their environment. Other programs, and our own, are left alone. The one
 * method that all of these come to is wrapped, so it does not matter how they were imported, or when. So are the functions
 * that wait for a program.
 *
 * @returns takes it back
 */
export function instrumentChildProcess(): () => void {
  const prototype = ChildProcess.prototype as unknown as { spawn: Spawn };
  const original = prototype.spawn;
  let active = true;
  const wrapped: Spawn = function spawn(this: ChildProcess, call) {
    const program = active ? begin(call) : undefined;
    return program === undefined ? original.call(this, call) : start(this, original, call, program);
  };
  prototype.spawn = wrapped;
  const undoSync = instrumentChildProcessSync();
  return () => {
    active = false;
    undoSync();
    if (prototype.spawn === wrapped) prototype.spawn = original;
  };
}

function begin(call: SpawnCall): SpawnedProgram | undefined {
  try {
    const { file, args, timeout } = call;
    if (isOwnSpawn() || typeof file !== 'string' || !isTrackerOn('exec')) return undefined;
    const known = knownProgram(file, Array.isArray(args) ? args.map(String) : []);
    return known && new SpawnedProgram(known, typeof timeout === 'number' ? timeout : 0);
  } catch (error) {
    reportTelemetryFailure('looking at a program that is started', error);
    return undefined;
  }
}

function start(child: ChildProcess, original: Spawn, call: SpawnCall, program: SpawnedProgram): unknown {
  const before = call.envPairs;
  const restore = pass(call, program);
  let result: unknown;
  try {
    result = original.call(child, call);
  } catch (error) {
    program.notStarted(error);
    throw error;
  } finally {
    if (restore) call.envPairs = before ?? [];
  }
  try {
    program.follow(child);
  } catch (error) {
    reportTelemetryFailure('following a program', error);
    program.interrupt();
  }
  return result;
}

// A trace context that the application passes on purpose is its own affair; one that it only handed down is not.
function pass(call: SpawnCall, program: SpawnedProgram): boolean {
  try {
    const { envPairs } = call;
    const inherited = process.env.TRACEPARENT;
    if (!Array.isArray(envPairs)) return false;
    const own = envPairs.some(
      (pair) => pair.startsWith('TRACEPARENT=') && pair !== `TRACEPARENT=${inherited}`,
    );
    const added = own ? [] : program.environment();
    if (added.length === 0) return false;
    call.envPairs = [...envPairs.filter((pair) => !/^TRACE(?:PARENT|STATE)=/.test(pair)), ...added];
    return true;
  } catch (error) {
    reportTelemetryFailure('passing the trace context on', error);
    return false;
  }
}
