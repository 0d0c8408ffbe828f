import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The downloader, running as a service. */
export interface ServiceProcess {
  readonly url: string;
  /** Stops it as a service manager would: SIGTERM, after which it sends what telemetry it has. */
  stop(): Promise<void>;
}

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));
const START_MS = 20_000;
const STOP_MS = 10_000;

/** The environment of a downloader: ours without what would point its telemetry elsewhere, and what is given. */
export function serviceEnvironment(more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const ours = Object.entries(process.env).filter(([name]) => !/^OTEL_(?!MEDIA_)/.test(name));
  return {
    ...Object.fromEntries(ours),
    // The origin's stalls are meant to be seen, not to be waited for.
    ...{ PORT: '0', HOST: '127.0.0.1', STALL_SECONDS: '2', TRUST_PROXY: '1', HEALTH_DETAILS: '1' },
    ...more,
  };
}

/** Starts the downloader with `--import otel-media/register`, and waits until it listens. */
export async function startService(env: NodeJS.ProcessEnv): Promise<ServiceProcess> {
  const child = spawn(
    process.execPath,
    ['--import', 'otel-media/register', 'examples/downloader/main.ts'],
    // `otel-media` is found as itself from the repository, as it is found as a dependency elsewhere.
    { cwd: REPOSITORY, env, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output = (output + text).slice(-4_000);
  });
  try {
    return { url: await address(child), stop: () => stop(child) };
  } catch (error) {
    await stop(child);
    throw new Error(`the downloader did not start: ${output.trim() || String(error)}`, { cause: error });
  }
}

async function address(child: ChildProcess & { stdout: NodeJS.ReadableStream }): Promise<string> {
  const limit = AbortSignal.timeout(START_MS);
  const lines = createInterface({ input: child.stdout });
  const ended = once(child, 'exit', { signal: limit }).then(([code]) => {
    throw new Error(`it ended with exit code ${code}`);
  });
  const found = new Promise<string>((resolve) => {
    lines.on('line', (line) => {
      const url = /listening on (http:\S+?),/.exec(line)?.[1];
      if (url !== undefined) resolve(url);
    });
  });
  return Promise.race([found, ended]);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await exited;
  clearTimeout(timer);
}
