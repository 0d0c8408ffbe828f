import { freemem, loadavg, totalmem } from 'node:os';
import { latestSample } from './sampler.ts';

/** The host at this moment, as far as it is known without waiting. Shares are 0 to 1. */
export interface HostFigures {
  readonly cpuUtilization?: number;
  readonly memoryUtilization?: number;
  /** Of the fullest file system that can be written to. */
  readonly diskUtilization?: number;
  /** Load average over one minute. */
  readonly load?: number;
  readonly processMemoryBytes?: number;
}

/**
 * Figures of the host for whoever looks into a failure. Cheap, never waits and never throws: what the thread found last,
 * and a few numbers that the system has at hand.
 */
export function hostFigures(): HostFigures {
  try {
    const sample = latestSample();
    const disks = (sample?.fileSystems ?? []).map(
      ({ usedBytes, freeBytes }) => usedBytes / (usedBytes + freeBytes),
    );
    const memory = sample?.memory;
    return {
      ...(sample?.cpu && { cpuUtilization: 1 - sample.cpu.idle }),
      memoryUtilization: memory
        ? memory.used / (memory.used + memory.cached + memory.free)
        : 1 - freemem() / totalmem(),
      ...(disks.length > 0 && { diskUtilization: Math.max(...disks) }),
      ...(process.platform !== 'win32' && { load: loadavg()[0] ?? 0 }),
      processMemoryBytes: process.memoryUsage.rss(),
    };
  } catch {
    return {};
  }
}
