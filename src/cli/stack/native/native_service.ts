import { OtelMediaError } from '../../../errors.ts';
import { readinessUrl } from '../endpoints.ts';
import { waitUntilReady } from '../health.ts';
import { type Environment, shortPath } from '../paths.ts';
import type { Ports } from '../ports.ts';
import { saysDiskFull } from '../programs/disk_space.ts';
import { PROGRAMS, type ServiceName } from '../programs/programs.ts';
import { formatSeconds } from '../progress.ts';
import { logFile } from '../state.ts';
import { lastLines } from '../tail.ts';
import { type Launched, launch } from './launch.ts';
import { prepareService } from './services.ts';

/** What the programs of one stack have in common. */
export interface ServiceContext {
  readonly folder: string;
  readonly ports: Ports;
  /** To become ready, in milliseconds. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  readonly env: Environment;
}

const LOG_LINES = 8;
const LOG_COLUMNS = 240;

/** Starts one program with its settings, data and log in the state folder. */
export function launchService(
  name: ServiceName,
  path: string,
  start: Omit<ServiceContext, 'timeoutMs' | 'signal'>,
): Promise<Launched> {
  const { args, env } = prepareService(name, start.ports, start.folder);
  const log = logFile(start.folder, name);
  return launch({ path, args, env, log, cwd: start.folder, inherited: start.env });
}

/**
 * Waits until a program is ready.
 *
 * @returns the milliseconds that took
 * @throws {OtelMediaError} `OTEL_MEDIA_STACK_NOT_READY` with its last words, when it ends or the time is over
 */
export async function waitForService(
  name: ServiceName,
  launched: Launched,
  options: Omit<ServiceContext, 'env'>,
): Promise<number> {
  const { title } = PROGRAMS[name];
  const readyMs = await waitUntilReady(readinessUrl(name, options.ports), {
    timeoutMs: options.timeoutMs,
    ...(options.signal ? { signal: options.signal } : {}),
    stillThere: () => {
      const how = launched.ended();
      if (how !== undefined) throw notReady(`${title} ended while it started (${how})`, name, options.folder);
    },
  });
  if (readyMs !== undefined) return readyMs;
  throw notReady(
    `${title} was not ready within ${formatSeconds(options.timeoutMs / 1000)}`,
    name,
    options.folder,
  );
}

function notReady(message: string, name: ServiceName, folder: string): OtelMediaError {
  const log = logFile(folder, name);
  const lines = lastLines(log, LOG_LINES).map((line) => `  ${line.slice(0, LOG_COLUMNS)}`);
  const full = saysDiskFull(lines.join('\n'));
  const code = full ? 'OTEL_MEDIA_DISK_FULL' : 'OTEL_MEDIA_STACK_NOT_READY';
  return new OtelMediaError(code, [full ? `the disk is full: ${message}` : message, ...lines].join('\n'), {
    hint: `the whole log: ${shortPath(log)}`,
  });
}
