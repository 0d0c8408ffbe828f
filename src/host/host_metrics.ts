import { observe } from '../emit/observed_metrics.ts';
import {
  eventLoopDelayMax,
  eventLoopDelayMean,
  eventLoopDelayP50,
  eventLoopDelayP90,
  eventLoopDelayP99,
  eventLoopUtilization,
  processCpuTime,
  processCpuUtilization,
  processMemoryUsage,
  processUptime,
  systemCpuUtilization,
  systemFileSystemUsage,
  systemFileSystemUtilization,
  systemMemoryUsage,
  systemMemoryUtilization,
  systemNetworkIo,
} from '../registry/host.ts';
import { EventLoop, type EventLoopFigures, ProcessCpu } from './process_figures.ts';
import type { FileSystem } from './sample.ts';
import { latestSample, startSampler } from './sampler.ts';

let running: { readonly cpu: ProcessCpu; readonly eventLoop: EventLoop } | undefined;
let observing = false;

/**
 * Has figures of host, process and event loop exported with everything else, under the names of OpenTelemetry's semantic
 * conventions. Whatever takes time happens in a thread of its own.
 *
 * @param intervalSeconds time between two looks at the host
 * @returns stops it
 */
export function startHostMetrics(intervalSeconds: number): () => void {
  const mine = { cpu: new ProcessCpu(), eventLoop: new EventLoop() };
  running?.eventLoop.stop();
  running = mine;
  const stopSampler = startSampler(intervalSeconds);
  observeOnce();
  return () => {
    stopSampler();
    mine.eventLoop.stop();
    if (running === mine) running = undefined;
  };
}

// Callbacks stay for good, and tell nothing while nobody looks.
function observeOnce(): void {
  if (observing) return;
  observing = true;
  observeProcess();
  observeEventLoop();
  observeHost();
  observeFileSystems();
}

function observeProcess(): void {
  observe(processCpuTime, (report) => {
    if (running === undefined) return;
    const { user, system } = process.cpuUsage();
    report(user / 1e6, { 'cpu.mode': 'user' });
    report(system / 1e6, { 'cpu.mode': 'system' });
  });
  observe(processCpuUtilization, (report) => {
    const shares = running?.cpu.read();
    if (shares === undefined) return;
    report(shares.user, { 'cpu.mode': 'user' });
    report(shares.system, { 'cpu.mode': 'system' });
  });
  observe(processMemoryUsage, (report) => {
    if (running !== undefined) report(process.memoryUsage.rss(), {});
  });
  observe(processUptime, (report) => {
    if (running !== undefined) report(process.uptime(), {});
  });
}

function observeEventLoop(): void {
  const gauges = [
    [eventLoopDelayMean, 'mean'],
    [eventLoopDelayP50, 'p50'],
    [eventLoopDelayP90, 'p90'],
    [eventLoopDelayP99, 'p99'],
    [eventLoopDelayMax, 'max'],
    [eventLoopUtilization, 'utilization'],
  ] as const satisfies readonly (readonly [object, keyof EventLoopFigures])[];
  for (const [gauge, figure] of gauges) {
    observe(gauge, (report) => {
      const figures = running?.eventLoop.read();
      if (figures !== undefined) report(figures[figure], {});
    });
  }
}

function observeHost(): void {
  observe(systemCpuUtilization, (report) => {
    const cpu = latestSample()?.cpu;
    if (cpu === undefined) return;
    for (const mode of ['user', 'system', 'idle'] as const) report(cpu[mode], { 'cpu.mode': mode });
  });
  observe(systemMemoryUsage, (report) => {
    const memory = latestSample()?.memory;
    if (memory === undefined) return;
    for (const state of ['used', 'cached', 'free'] as const)
      report(memory[state], { 'system.memory.state': state });
  });
  observe(systemMemoryUtilization, (report) => {
    const memory = latestSample()?.memory;
    if (memory === undefined) return;
    const total = memory.used + memory.cached + memory.free;
    for (const state of ['used', 'cached', 'free'] as const)
      report(memory[state] / total, { 'system.memory.state': state });
  });
  observe(systemNetworkIo, (report) => {
    for (const { name, receivedBytes, transmittedBytes } of latestSample()?.network ?? []) {
      report(receivedBytes, { 'network.interface.name': name, 'network.io.direction': 'receive' });
      report(transmittedBytes, { 'network.interface.name': name, 'network.io.direction': 'transmit' });
    }
  });
}

function observeFileSystems(): void {
  const attributes = ({ device, mountpoint, type }: FileSystem, state: 'used' | 'free') => ({
    'system.device': device,
    'system.filesystem.mountpoint': mountpoint,
    'system.filesystem.type': type,
    'system.filesystem.state': state,
  });
  observe(systemFileSystemUtilization, (report) => {
    for (const one of latestSample()?.fileSystems ?? [])
      report(one.usedBytes / (one.usedBytes + one.freeBytes), attributes(one, 'used'));
  });
  observe(systemFileSystemUsage, (report) => {
    for (const one of latestSample()?.fileSystems ?? []) {
      report(one.usedBytes, attributes(one, 'used'));
      report(one.freeBytes, attributes(one, 'free'));
    }
  });
}
