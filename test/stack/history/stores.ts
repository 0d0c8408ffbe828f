import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { launch } from '../../../src/cli/stack/native/launch.ts';
import { waitForService } from '../../../src/cli/stack/native/native_service.ts';
import { prepareService } from '../../../src/cli/stack/native/services.ts';
import { freePorts, type Ports } from '../../../src/cli/stack/ports.ts';
import { findProgram } from '../../../src/cli/stack/programs/find_program.ts';
import type { ProgramName } from '../../../src/cli/stack/programs/programs.ts';
import { logFile, logFolder } from '../../../src/cli/stack/state.ts';
import { stopProcess } from '../../../src/cli/stack/stop_process.ts';
import { COMMON_LABELS } from '../../history/open_metrics.ts';

// Of all settings of the product, one is another: old entries are taken. And nothing is thrown away while the test runs.
const LOKI_FLAGS = ['-validation.reject-old-samples=false', '-compactor.retention-enabled=false'];

const READY_MS = 120_000;
const STOP_MS = 20_000;

/** A Prometheus and a Loki of their own, with the settings of the product. */
export interface HistoryStores {
  readonly prometheus: string;
  readonly loki: string;
  stop(): Promise<void>;
}

/**
 * Starts both stores.
 *
 * @param writeBlocks puts blocks into the folder given before Prometheus opens it; given `promtool` too
 */
export async function startHistoryStores(
  writeBlocks: (folder: string, promtool: string) => Promise<void>,
): Promise<HistoryStores> {
  const folder = mkdtempSync(join(tmpdir(), 'otel-media-history-'));
  const ports = await freePorts();
  const started: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    await Promise.all(started.map((end) => end()));
    rmSync(folder, { recursive: true, force: true });
  };
  const start = async (name: 'prometheus' | 'loki', flags: readonly string[]) => {
    const launched = await launchOne(name, folder, ports, flags);
    started.push(() => stopProcess(launched.identity, STOP_MS));
    await waitForService(name, launched, { folder, ports, timeoutMs: READY_MS });
  };
  try {
    const promtool = await found('promtool');
    const data = join(folder, 'data', 'prometheus');
    mkdirSync(data, { recursive: true });
    mkdirSync(logFolder(folder));
    await Promise.all([
      start('loki', LOKI_FLAGS),
      writeBlocks(data, promtool).then(() => start('prometheus', [])),
    ]);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    prometheus: `http://127.0.0.1:${ports.prometheus}`,
    loki: `http://127.0.0.1:${ports.loki}`,
    stop,
  };
}

async function launchOne(
  name: 'prometheus' | 'loki',
  folder: string,
  ports: Ports,
  flags: readonly string[],
) {
  const { args, env } = prepareService(name, ports, folder);
  const log = logFile(folder, name);
  return launch({ path: await found(name), args: [...args, ...flags], env, log, cwd: folder });
}

async function found(name: ProgramName): Promise<string> {
  const path = await findProgram(name);
  if (path === undefined) throw new Error(`there is no ${name}`);
  return path;
}

/** Has `promtool` make blocks of a file of OpenMetrics text, each of up to a month. */
export async function makeBlocks(promtool: string, file: string, folder: string): Promise<void> {
  const args = ['tsdb', 'create-blocks-from', 'openmetrics', '--quiet', '--max-block-duration=30d'];
  const labels = Object.entries(COMMON_LABELS).map(([name, value]) => `--label=${name}=${value}`);
  await promisify(execFile)(promtool, [...args, ...labels, file, folder]);
}
