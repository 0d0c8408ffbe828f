import { readFileSync } from 'node:fs';
import { startCollectorProcess } from '../../stack/collector/collector_process.ts';
import { freePort } from './free_port.ts';
import type { Processors } from './processors.ts';

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
  const endpoint = `127.0.0.1:${await freePort()}`;
  const { child, said, stop } = await startCollectorProcess(path, () => configuration(endpoint, processors));
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
