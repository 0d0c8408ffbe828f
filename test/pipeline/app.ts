import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const APP = fileURLToPath(new URL('../fixtures/app.ts', import.meta.url));
const REGISTER = new URL('../../src/register.ts', import.meta.url).href;

/** How an application ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** An application under test: a real process. */
export interface App {
  /** Resolves once it has begun its work. */
  readonly ready: Promise<void>;
  readonly ended: Promise<Ended>;
  kill(signal: NodeJS.Signals): void;
}

/**
 * Starts test/fixtures/app.ts.
 *
 * @param args its mode, and what that needs
 * @param env  of OpenTelemetry's and our variables, only these
 */
export function startApp(args: readonly string[], env: Record<string, string>, registered = false): App {
  const stateDir = mkdtempSync(join(tmpdir(), 'otel-media-app-'));
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(?:OTEL_|NODE_|VITEST|TRACE)/.test(name),
  );
  const child: ChildProcessWithoutNullStreams = spawn(
    process.execPath,
    [...(registered ? ['--import', REGISTER] : []), APP, ...args],
    { env: { ...Object.fromEntries(inherited), OTEL_MEDIA_STATE: stateDir, ...env } },
  );
  let stdout = '';
  let stderr = '';
  const ready = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
      if (stdout.includes('ready')) resolve();
    });
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code, signal) => {
      rmSync(stateDir, { recursive: true, force: true });
      resolve({ code, signal, stdout, stderr });
    });
  });
  return { ready, ended, kill: (signal) => child.kill(signal) };
}
