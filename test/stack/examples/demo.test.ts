import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stack } from '../live.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const SLOW = 240_000;

describe.skipIf(!stack)('npm run demo -- --once', () => {
  it('shows the failed download as found in the stores, and ends well', { timeout: SLOW }, async () => {
    // The demo runs the built package, as an application does.
    expect(existsSync(join(root, 'dist', 'testing.js')), 'run `npm run build` first').toBe(true);
    const scratch = mkdtempSync(join(tmpdir(), 'otel-media-demo-test-'));
    try {
      const { exitCode, output } = await runDemo(scratch);
      expect(exitCode, output).toBe(0);
      const [, inStores = ''] = output.split('2. The same, through the Collector');
      expect(inStores).toMatch(
        /media\.session[\s\S]*media\.download\.attempt[\s\S]*media\.download\.step fallback/,
      );
      expect(inStores).toContain('error.type=');
      expect(inStores).toMatch(/client +attempts +succeeded +success rate/);
      expect(inStores).toMatch(/all +\d+ +\d+ +\d+ %/);
      expect(inStores).toContain('All of it was found again.');
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  });
});

describe.skipIf(!stack)('npm run demo -- --example all', () => {
  it('runs each example, and shows what has arrived of it', { timeout: SLOW }, async () => {
    const scratch = mkdtempSync(join(tmpdir(), 'otel-media-demo-test-'));
    try {
      const { exitCode, output } = await runDemo(scratch, ['--example', 'all']);
      expect(exitCode, output).toBe(0);
      expect(output).toContain('All of it was found again.');
      expect(output).toMatch(/6 {2}media\.play\.ended/);
      expect(output).toMatch(/6 {2}media\.play\.started/);
      expect(output).toMatch(/12 {2}media\.stage\.ended/);
      expect(output).toMatch(/\d {2}media\.job\.state_changed/);
      expect(output.match(/Tempo, trace [0-9a-f]{32}/g)?.length).toBeGreaterThanOrEqual(3);
      expect(output).toMatch(/media_plays_total +6\n|media_play_\w+_total +\d/);
      const wide = output.split('\n').filter((line) => [...line].length > 80);
      expect(wide).toEqual([]);
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  });
});

/** All that it writes to disk goes to a folder of its own; it takes free ports by itself. */
function runDemo(
  scratch: string,
  more: readonly string[] = [],
): Promise<{ exitCode: number | null; output: string }> {
  const child = spawn(process.execPath, ['examples/demo/main.ts', '--once', ...more], {
    cwd: root,
    env: { ...process.env, OTEL_MEDIA_STATE: join(scratch, 'state'), TMPDIR: scratch, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const add = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on('data', add);
  child.stderr.on('data', add);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ exitCode, output }));
  });
}
