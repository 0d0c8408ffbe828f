import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProgram } from '../../../src/cli/stack/run_program.ts';
import { canRunStack, type StackStatus, startStack } from '../../../src/cli/stack/stack.ts';
import { identify, isRunning } from '../../../src/process_identity.ts';

const possible = await canRunStack();
const native = possible.ok && possible.engine === 'native' && possible.toBuild.length === 0;
if (!native) {
  const missing = possible.ok ? `to be built first: ${possible.toBuild.join(', ')}` : possible.why;
  console.warn(`SKIPPED: the real programs of the stack are not at hand (${missing})`);
}

/** Tempo and Loki may each wait a minute for their rings. */
const SLOW = 300_000;

describe.skipIf(!native)('the command line with the real programs', () => {
  let state: string;
  const seen: number[] = [];

  const otelMedia = (...args: string[]) => {
    const line = ['src/cli/main.ts', ...args, '--state', state];
    return runProgram(process.execPath, line, { timeoutMs: SLOW });
  };
  const status = async (): Promise<StackStatus> => {
    const found = JSON.parse((await otelMedia('status', '--json')).stdout) as StackStatus;
    seen.push(...found.components.flatMap(({ pid }) => pid ?? []));
    return found;
  };
  const running = () => [...new Set(seen)].filter((pid) => isRunning(identify(pid)));

  beforeAll(() => {
    state = mkdtempSync(join(tmpdir(), 'otel-media-stack-'));
  });
  afterAll(async () => {
    await otelMedia('down', '--purge');
    rmSync(state, { recursive: true, force: true });
  });

  it('starts them', { timeout: SLOW }, async () => {
    const up = await otelMedia('up', '--engine', 'native', '--free-ports');
    expect(up.exitCode, up.output).toBe(0);
    expect(await status()).toMatchObject({ state: 'running' });
    expect(running()).toHaveLength(4);
  });

  it('gives them new thresholds while they run', { timeout: SLOW }, async () => {
    const file = join(state, 'settings.json');
    writeFileSync(file, '{"thresholds":{"jobQueueLongCount":500}}');
    const { endpoints } = await status();
    const up = await otelMedia('up', '--settings', file);
    expect(up.output).toContain('jobQueueLongCount: 100 -> 500');
    const rules = await (
      await fetch(`${endpoints?.prometheus}/api/v1/rules?rule_name[]=JobQueueLong`)
    ).text();
    expect(rules).toContain(' \\u003e 500');
    expect(running()).toHaveLength(4);
  });

  it('notices that one was killed', async () => {
    const loki = (await status()).components.find(({ name }) => name === 'loki');
    process.kill(loki?.pid ?? 0, 'SIGKILL');
    await expect.poll(async () => (await status()).state, { timeout: 10_000 }).toBe('degraded');
    expect((await otelMedia('status')).stdout).toMatch(/Loki +dead/);
  });

  it('cleans up and starts them anew', { timeout: SLOW }, async () => {
    const up = await otelMedia('up', '--engine', 'native', '--free-ports');
    expect(up.output).toContain('cleaning up after the last start (loki not running)');
    expect(await status()).toMatchObject({ state: 'running' });
    expect(running()).toHaveLength(4);
  });

  it('stops them, and nothing is left', { timeout: SLOW }, async () => {
    expect((await otelMedia('down')).exitCode).toBe(0);
    expect(running()).toEqual([]);
    const again = await otelMedia('down');
    expect(again).toMatchObject({ exitCode: 0, output: 'No stack is running.\n' });
  });

  it('lets a test kill and restart one of them', { timeout: SLOW }, async () => {
    const stack = await startStack({ engine: 'native', stateDir: state, ports: 'free' });
    try {
      const before = stack.pid('prometheus');
      await stack.kill('prometheus');
      expect(await status()).toMatchObject({ state: 'degraded' });
      await stack.restart('prometheus');
      expect(stack.pid('prometheus')).not.toBe(before);
      expect(await status()).toMatchObject({ state: 'running' });
    } finally {
      await stack.stop({ purge: true });
    }
    expect(running()).toEqual([]);
  });
});
