import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const REGISTER = join(root, 'src', 'register.ts');

/** Runs a script that is over after 2.5 s, with telemetry from before its first line. */
async function run(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ code: number | null; stderr: string; metrics: string }> {
  let metrics = '';
  const collector = createServer((request, response) => {
    request.on('data', (chunk: Buffer) => {
      if (request.url === '/v1/metrics') metrics += chunk.toString('latin1');
    });
    request.on('end', () => response.end('{}'));
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const { port } = collector.address() as AddressInfo;
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [...args, '-e', 'setTimeout(() => {}, 2500)'], {
    cwd: root,
    env: {
      PATH,
      HOME,
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
      OTEL_MEDIA_HASH_KEY: 'a key of the tests only',
      OTEL_METRIC_EXPORT_INTERVAL: '500',
      ...env,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  collector.close();
  return { code, stderr, metrics };
}

it.each<[string, string[], NodeJS.ProcessEnv]>([
  ['--import on the command line', ['--import', REGISTER], {}],
  ['--import in NODE_OPTIONS', [], { NODE_OPTIONS: `--import ${REGISTER}` }],
])(
  'the thread starts no telemetry of its own, and does not keep the process: %s',
  { timeout: 30_000 },
  async (_name, args, env) => {
    const { code, stderr, metrics } = await run(args, env);
    expect(code).toBe(0);
    // The line that says what is sent where: one of it, and nothing else.
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(metrics).toContain('system.cpu.utilization');
  },
);

it('is left out where it is turned off', { timeout: 30_000 }, async () => {
  const { stderr, metrics } = await run(['--import', REGISTER], { OTEL_MEDIA_HOST_METRICS: 'false' });
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(metrics).not.toMatch(/system\.|process\.cpu/);
});
