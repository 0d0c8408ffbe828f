import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');

/** What an example printed. */
export interface ExampleOutput {
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs an example of `examples` once, to its end, which must be a good one. It is an application of its own that uses the
 * built package: nothing of this process' environment but what is needed to start programs.
 *
 * @param otlp where its telemetry goes
 */
export async function runExample(
  name: string,
  otlp: string,
  env: Readonly<Record<string, string>> = {},
): Promise<ExampleOutput> {
  if (!existsSync(join(root, 'dist', 'index.js'))) throw new Error('run `npm run build` first');
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [join(root, 'examples', name, 'main.ts'), '--once'], {
    cwd: root,
    env: {
      PATH,
      HOME,
      OTEL_EXPORTER_OTLP_ENDPOINT: otlp,
      OTEL_MEDIA_HASH_KEY: 'a key of the stack tests only',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (exitCode !== 0) throw new Error(`the example ${name} ended with ${exitCode}: ${stderr}${stdout}`);
  return { stdout, stderr };
}
