import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, renameSync } from 'node:fs';
import { OtelMediaError } from '../../../errors.ts';
import { identify, type ProcessIdentity } from '../../../process_identity.ts';
import type { Environment } from '../paths.ts';

/** A program that was just started. */
export interface Launched {
  readonly identity: ProcessIdentity;
  /** How it ended, for people, e.g. `exit code 1`; undefined as long as it runs. */
  ended(): string | undefined;
}

/** What a program of the stack gets from the environment besides its settings: no secrets, no OTEL_* of the user's. */
const PASSED_ON =
  /^(?:PATH|HOME|TMPDIR|TZ|LANG|LC_ALL|GOMAXPROCS|GOMEMLIMIT|GOGC|SSL_CERT_(?:FILE|DIR)|(?:HTTPS?|NO)_PROXY)$/i;

/**
 * Starts a program that outlives this process, with a log of its own. The log of the time before is kept beside it.
 *
 * @throws {OtelMediaError} `OTEL_MEDIA_STACK_NOT_READY` when it can not be started at all
 */
export async function launch(options: {
  readonly path: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly log: string;
  readonly cwd: string;
  readonly inherited?: Environment;
}): Promise<Launched> {
  if (existsSync(options.log)) renameSync(options.log, options.log.replace(/\.log$/, '.previous.log'));
  const passedOn = Object.entries(options.inherited ?? process.env).filter(([name]) => PASSED_ON.test(name));
  const log = openSync(options.log, 'a');
  const child = spawn(options.path, [...options.args], {
    cwd: options.cwd,
    env: { ...Object.fromEntries(passedOn), ...options.env },
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  let ended: string | undefined;
  child.once('exit', (code, signal) => {
    ended = signal ? `signal ${signal}` : `exit code ${code}`;
  });
  const pid = await new Promise<number>((resolve, reject) => {
    child.once('error', (cause) => {
      const message = `${options.path} can not be started: ${cause.message}`;
      reject(new OtelMediaError('OTEL_MEDIA_STACK_NOT_READY', message, { cause }));
    });
    child.once('spawn', () => resolve(child.pid ?? 0));
  });
  child.unref();
  // That it is gone is seen in the system a moment before Node tells how, so only Node is asked.
  return { identity: identify(pid), ended: () => ended };
}
