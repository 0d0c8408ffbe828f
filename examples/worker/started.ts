import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** One of the processes of this example. */
export interface Started {
  /** What it said when it was ready. */
  readonly ready: string;
  /** Asks it to end, and waits until it has. */
  stop(): Promise<void>;
}

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));
const START_MS = 20_000;
const STOP_MS = 15_000;

/**
 * Starts a script of this folder with telemetry, and waits until it says that it is listening.
 *
 * @param name of the script, and the end of the service's name in its telemetry
 */
export async function start(name: 'web' | 'worker', env: NodeJS.ProcessEnv): Promise<Started> {
  const child = spawn(process.execPath, ['--import', 'otel-media/register', `examples/worker/${name}.ts`], {
    cwd: REPOSITORY,
    env: { ...env, OTEL_SERVICE_NAME: `${env.OTEL_SERVICE_NAME ?? 'worker-example'}-${name}` },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await exited;
    clearTimeout(timer);
  };
  const limit = AbortSignal.timeout(START_MS);
  const said = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('listening')) resolve(line);
    });
    limit.addEventListener('abort', () => reject(new Error(`${name} did not start in time`)));
    exited.then(([code]) => reject(new Error(`${name} ended with exit code ${code}`)), reject);
  });
  try {
    return { ready: await said, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
