import { availableParallelism } from 'node:os';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';

// A look in between, by a flush say, would be over too short a time to mean anything.
const MIN_PERIOD_MS = 500;
const RESOLUTION_MS = 20;

/** Shares of the processors that this process used, 0 to 1. */
export interface CpuShares {
  readonly user: number;
  readonly system: number;
}

/** What this process has used of the processors since the last time it was asked. */
export class ProcessCpu {
  #usage = process.cpuUsage();
  #atMs = performance.now();
  #shares: CpuShares | undefined;

  /** `undefined` as long as too little time has passed to tell. */
  read(): CpuShares | undefined {
    const now = performance.now();
    const elapsedMs = now - this.#atMs;
    if (elapsedMs < MIN_PERIOD_MS) return this.#shares;
    const usage = process.cpuUsage();
    const available = elapsedMs * 1000 * availableParallelism();
    this.#shares = {
      user: Math.min(1, (usage.user - this.#usage.user) / available),
      system: Math.min(1, (usage.system - this.#usage.system) / available),
    };
    this.#usage = usage;
    this.#atMs = now;
    return this.#shares;
  }
}

/** By how much the event loop was late, in seconds, and how busy it was, 0 to 1. */
export interface EventLoopFigures {
  readonly mean: number;
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly max: number;
  readonly utilization: number;
}

/** How the event loop has been doing since the last time it was asked. */
export class EventLoop {
  readonly #delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  #utilization = performance.eventLoopUtilization();
  #atMs = performance.now();
  #figures: EventLoopFigures | undefined;

  constructor() {
    this.#delay.enable();
  }

  read(): EventLoopFigures | undefined {
    const now = performance.now();
    if (now - this.#atMs < MIN_PERIOD_MS || this.#delay.count === 0) return this.#figures;
    const delay = this.#delay;
    // The histogram tells the time between two looks, which is the resolution where nothing is late.
    const late = (ns: number): number => Math.max(0, ns / 1e9 - RESOLUTION_MS / 1000);
    const utilization = performance.eventLoopUtilization();
    this.#figures = {
      mean: late(delay.mean),
      p50: late(delay.percentile(50)),
      p90: late(delay.percentile(90)),
      p99: late(delay.percentile(99)),
      max: late(delay.max),
      utilization: performance.eventLoopUtilization(utilization, this.#utilization).utilization,
    };
    delay.reset();
    this.#utilization = utilization;
    this.#atMs = now;
    return this.#figures;
  }

  stop(): void {
    this.#delay.disable();
  }
}
