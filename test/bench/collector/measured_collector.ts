import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free_port.ts';
import type { Processors } from './processors.ts';

const START_MS = 60_000;
const LOOK_MS = 50;
/** What `/proc` counts in: Linux has it fixed for programs, whatever the kernel ticks in. */
const TICKS_PER_SECOND = 100;

/** A Collector that takes spans and throws them away, and can tell its CPU time. */
export interface MeasuredCollector {
  readonly endpoint: string;
  /** Microseconds of CPU time that it has used. */
  readonly cpuTime: () => number;
  /** Spans that have come out of its pipeline. */
  readonly spans: () => number;
  readonly stop: () => Promise<void>;
}

/** Starts a Collector on a free port of loopback. */
export async function startMeasured(path: string, processors: Processors): Promise<MeasuredCollector> {
  const folder = mkdtempSync(join(tmpdir(), 'otel-media-bench-'));
  const endpoint = `127.0.0.1:${await freePort()}`;
  const config = join(folder, 'config.json');
  const log = join(folder, 'log');
  writeFileSync(config, JSON.stringify(configuration(endpoint, processors)));
  const child = spawn(path, ['--config', config], { stdio: ['ignore', 'ignore', openSync(log, 'w')] });
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
  return {
    endpoint,
    cpuTime: () => cpuTime(child.pid ?? 0),
    spans: () => [...said().matchAll(/"spans": (\d+)/g)].reduce((sum, [, count]) => sum + Number(count), 0),
    stop,
  };
}

function configuration(endpoint: string, processors: Processors) {
  return {
    receivers: { otlp: { protocols: { grpc: { endpoint } } } },
    processors: { memory_limiter: { check_interval: '1s', limit_mib: 512 }, ...processors },
    // Says one line for each batch, which is how it is known that all came through.
    exporters: { debug: { verbosity: 'basic' } },
    service: {
      telemetry: { metrics: { level: 'none' }, logs: { level: 'info', sampling: { enabled: false } } },
      pipelines: {
        traces: {
          receivers: ['otlp'],
          processors: ['memory_limiter', ...Object.keys(processors)],
          exporters: ['debug'],
        },
      },
    },
  };
}

// User and system time, the 14th and 15th field; the name before them is in brackets and may hold anything.
function cpuTime(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(') ') + 2).split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1_000_000) / TICKS_PER_SECOND;
}
