import childProcess from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';
import { reportTelemetryFailure } from '../../emit/guard.ts';
import { isTrackerOn } from '../../emit/trackers.ts';
import { knownProgram } from './known_programs.ts';
import { isOwnSpawn } from './own_spawn.ts';
import { type ProgramEnd, SpawnedProgram } from './spawned_program.ts';

type Start = (this: unknown, ...parameters: unknown[]) => unknown;

interface StartOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly shell?: unknown;
  readonly timeout?: unknown;
}

const NAMES = ['spawnSync', 'execFileSync', 'execSync'] as const;

/**
 * The same for `spawnSync`, `execFileSync` and `execSync`, which come to no method that they share. These are
 * replaced, in the bindings of ES modules too.
 *
 * @returns takes it back
 */
export function instrumentChildProcessSync(): () => void {
  const functions = childProcess as unknown as Record<(typeof NAMES)[number], Start>;
  let active = true;
  const undo = NAMES.map((name) => {
    const original = functions[name];
    const wrapped: Start = function startSync(...parameters) {
      const run = active ? begin(name, parameters) : undefined;
      return run === undefined ? original.apply(this, parameters) : observed.call(this, original, run);
    };
    Object.defineProperty(wrapped, 'name', { value: name });
    functions[name] = wrapped;
    return () => {
      if (functions[name] === wrapped) functions[name] = original;
    };
  });
  syncBuiltinESMExports();
  return () => {
    active = false;
    for (const one of undo) one();
    syncBuiltinESMExports();
  };
}

interface Run {
  readonly program: SpawnedProgram;
  readonly parameters: readonly unknown[];
}

function begin(name: (typeof NAMES)[number], parameters: readonly unknown[]): Run | undefined {
  try {
    if (isOwnSpawn() || !isTrackerOn('exec')) return undefined;
    const [file, second] = parameters;
    const args = name !== 'execSync' && Array.isArray(second) ? second.map(String) : [];
    const at =
      name !== 'execSync' && (Array.isArray(second) || second === undefined || second === null) ? 2 : 1;
    const options = (parameters[at] ?? {}) as StartOptions;
    if (typeof file !== 'string' || typeof options !== 'object') return undefined;
    const byShell = name === 'execSync' || Boolean(options.shell);
    const known = byShell
      ? knownProgram('sh', [[file, ...args].join(' ')])
      : knownProgram(file, [file, ...args]);
    if (known === undefined) return undefined;
    const program = new SpawnedProgram(known, typeof options.timeout === 'number' ? options.timeout : 0);
    return { program, parameters: withEnvironment(parameters, at, options, program) };
  } catch (error) {
    reportTelemetryFailure('looking at a program that is started', error);
    return undefined;
  }
}

function withEnvironment(
  parameters: readonly unknown[],
  at: number,
  options: StartOptions,
  program: SpawnedProgram,
): readonly unknown[] {
  const env = options.env ?? process.env;
  // One that the application passes on purpose is its own affair.
  if (env.TRACEPARENT !== process.env.TRACEPARENT) return parameters;
  const { TRACESTATE: _inherited, ...others } = env;
  const changed = [...parameters];
  changed[at] = { ...options, env: { ...others, ...Object.fromEntries(program.environment().map(pair)) } };
  return changed;
}

function pair(text: string): [string, string] {
  const equals = text.indexOf('=');
  return [text.slice(0, equals), text.slice(equals + 1)];
}

function observed(this: unknown, original: Start, { program, parameters }: Run): unknown {
  let result: unknown;
  try {
    result = original.apply(this, [...parameters]);
  } catch (error) {
    // What `execFileSync` and `execSync` throw tells of the end as what `spawnSync` returns does.
    program.ended({ status: null, error, ...(error as object) });
    throw error;
  }
  program.ended(isEnd(result) ? result : { status: 0 });
  return result;
}

function isEnd(result: unknown): result is ProgramEnd {
  return typeof result === 'object' && result !== null && 'status' in result && 'signal' in result;
}
