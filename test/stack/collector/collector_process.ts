import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

// As long as it takes where other programs have the processor.
const START_MS = 180_000;
const LOOK_MS = 50;

/** A Collector that runs by itself, without stores. */
export interface CollectorProcess {
  readonly child: ChildProcess;
  /** What it has logged so far. */
  readonly said: () => string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts a Collector, and waits until it is ready.
 *
 * @param path          the program
 * @param configuration its settings, made in a folder of its own, which goes when it is stopped
 * @param more          files with more settings
 */
export async function startCollectorProcess(
  path: string,
  configuration: (folder: string) => object,
  more: readonly string[] = [],
): Promise<CollectorProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'otel-media-collector-'));
  const config = join(folder, 'config.json');
  const log = join(folder, 'log');
  writeFileSync(config, JSON.stringify(configuration(folder)));
  const args = [config, ...more].flatMap((file) => ['--config', file]);
  const child = spawn(path, args, { stdio: ['ignore', 'ignore', openSync(log, 'w')] });
  const ended = once(child, 'exit');
  const said = () => readFileSync(log, 'utf8');
  const stop = async () => {
    child.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const deadline = Date.now() + START_MS;
  while (!said().includes('Everything is ready')) {
    if (child.exitCode !== null || Date.now() > deadline) {
      const words = said().slice(-2000);
      await stop();
      throw new Error(`the Collector did not start: ${words}`);
    }
    await sleep(LOOK_MS);
  }
  return { child, said, stop };
}
