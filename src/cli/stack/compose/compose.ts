import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { OtelMediaError } from '../../../errors.ts';
import { type ComponentName, componentsOf, readinessUrl } from '../endpoints.ts';
import { waitUntilReady } from '../health.ts';
import { type Environment, shortPath } from '../paths.ts';
import type { Ports } from '../ports.ts';
import { saysDiskFull } from '../programs/disk_space.ts';
import { formatSeconds, type Progress } from '../progress.ts';
import { runProgram } from '../run_program.ts';
import { logFolder, type StackState, type StartedWith, writeState } from '../state.ts';
import { lastLines } from '../tail.ts';
import { stackRuleVariables } from '../thresholds/alert_rules.ts';
import { composeCommand, composeVariables, portVariables, projectName } from './compose_command.ts';

export interface ComposeStart {
  readonly folder: string;
  readonly ports: Ports;
  /** The command that stands for `docker compose`. */
  readonly command: readonly string[];
  readonly startedWith: StartedWith;
  readonly timeoutMs: number;
  readonly onProgress: Progress;
  readonly signal?: AbortSignal | undefined;
  readonly env: Environment;
}

const STOP_MS = 120_000;
const ERROR_LINES = 8;

/**
 * Starts the containers and waits, from outside, until each is ready: the Collector's image has nothing in it to ask
 * with. Images are pulled the first time; that does not count towards `timeoutMs`.
 *
 * @throws {OtelMediaError} `OTEL_MEDIA_STACK_NOT_READY`, `OTEL_MEDIA_DISK_FULL`
 */
export async function startCompose(start: ComposeStart): Promise<StackState> {
  const compose = { command: start.command, project: projectName(start.folder, start.env) };
  let state: StackState = {
    format: 1,
    engine: 'compose',
    phase: 'starting',
    startedAt: new Date().toISOString(),
    ports: start.ports,
    processes: {},
    programs: {},
    readyMs: {},
    compose,
    ...start.startedWith,
    variables: composeVariables(start.env),
  };
  const change = (part: Partial<StackState>) => {
    state = { ...state, ...part };
    writeState(start.folder, state);
  };
  change({});
  try {
    await composeUp(state, start);
    const waitFor = async (name: ComponentName) => {
      const readyMs = await waitUntilReady(readinessUrl(name, start.ports), {
        timeoutMs: start.timeoutMs,
        ...(start.signal ? { signal: start.signal } : {}),
      });
      if (readyMs === undefined) throw await notReady(name, state, start);
      change({ readyMs: { ...state.readyMs, [name]: readyMs } });
      start.onProgress(`${name} ready after ${formatSeconds(readyMs / 1000)}`, false);
    };
    await Promise.all(componentsOf('compose').map(waitFor));
  } catch (error) {
    await stopCompose(state, { env: start.env });
    change({ phase: 'stopped' });
    throw error;
  }
  change({ phase: 'running' });
  return state;
}

/**
 * Takes the containers away. The volumes with the data stay unless `volumes`.
 *
 * @throws {OtelMediaError} `OTEL_MEDIA_ENGINE_MISSING` when the engine does not do it
 */
export async function stopCompose(
  state: StackState,
  options: { readonly env: Environment; readonly volumes?: boolean },
): Promise<void> {
  const [file, ...args] = composeCommand(state, [
    'down',
    '--remove-orphans',
    ...(options.volumes ? ['--volumes'] : []),
  ]);
  const env = { ...options.env, ...portVariables(state.ports) };
  const { exitCode, output } = await runProgram(file ?? '', args, { env, timeoutMs: STOP_MS });
  if (exitCode === 0) return;
  const last = output.trim().split('\n').slice(-ERROR_LINES).join('\n');
  throw new OtelMediaError(
    'OTEL_MEDIA_ENGINE_MISSING',
    `the container engine did not stop the stack\n${last}`,
    {
      hint: 'is the engine running?',
    },
  );
}

async function composeUp(state: StackState, start: ComposeStart): Promise<void> {
  const [file, ...args] = composeCommand(state, ['up', '--detach', '--remove-orphans']);
  const log = join(logFolder(start.folder), 'compose.log');
  const kept = createWriteStream(log);
  const child = spawn(file ?? '', args, {
    env: { ...start.env, ...portVariables(start.ports), ...stackRuleVariables(start.folder) },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(start.signal ? { signal: start.signal } : {}),
  });
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      kept.write(`${line}\n`);
      if (line.trim() !== '') start.onProgress(line.trim(), true);
    });
  }
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => kept.end(() => resolve(code)));
  });
  if (exitCode === 0) return;
  const lines = lastLines(log, ERROR_LINES).join('\n');
  const full = saysDiskFull(lines);
  throw new OtelMediaError(
    full ? 'OTEL_MEDIA_DISK_FULL' : 'OTEL_MEDIA_STACK_NOT_READY',
    `${full ? 'the disk is full: ' : ''}compose failed with exit code ${exitCode}\n${lines}`,
    { hint: `the whole log: ${shortPath(log)}` },
  );
}

async function notReady(
  name: ComponentName,
  state: StackState,
  start: ComposeStart,
): Promise<OtelMediaError> {
  const [file, ...args] = composeCommand(state, ['logs', '--no-color', '--tail', String(ERROR_LINES), name]);
  const env = { ...start.env, ...portVariables(start.ports) };
  const { output } = await runProgram(file ?? '', args, { env });
  const time = formatSeconds(start.timeoutMs / 1000);
  return new OtelMediaError(
    'OTEL_MEDIA_STACK_NOT_READY',
    `${name} was not ready within ${time}\n${output.trim()}`,
  );
}
