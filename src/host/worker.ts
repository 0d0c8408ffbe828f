// The thread that looks at the host. systeminformation starts programs and waits for some of them (`ip`, `mount`): here
// that blocks nobody. It is the only file that imports it.

import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { currentLoad, fsSize, mem, networkStats } from 'systeminformation';
import { type ControlGroup, readControlGroup } from './cgroup.ts';
import { cpuOfGroup, cpuOfHost, fileSystemsOf, type HostSample, memoryOf, networkOf } from './sample.ts';

// A file system that does not answer must not keep the rest from being looked at.
const TIME_LIMIT_MS = 10_000;
// There each look takes a PowerShell.
const SLOW_INTERVAL_MS = process.platform === 'win32' ? 60_000 : 0;

/** Asks for something again and again: never twice at once, and no longer than the time limit. */
class Source<T> {
  readonly #ask: () => Promise<T>;
  readonly #intervalMs: number;
  #asking: Promise<void> | undefined;
  #askedMs = Number.NEGATIVE_INFINITY;
  #last: T | undefined;

  constructor(ask: () => Promise<T>, intervalMs = 0) {
    this.#ask = ask;
    this.#intervalMs = intervalMs;
  }

  async get(): Promise<T | undefined> {
    if (this.#asking === undefined && performance.now() - this.#askedMs >= this.#intervalMs) {
      this.#askedMs = performance.now();
      this.#asking = this.#run();
    }
    const limit = new AbortController();
    await Promise.race([this.#asking, wait(TIME_LIMIT_MS, undefined, limit).catch(() => {})]);
    limit.abort();
    // What is still being asked for is not known: an old answer would look like a new one.
    return this.#asking === undefined ? this.#last : undefined;
  }

  async #run(): Promise<void> {
    try {
      this.#last = await this.#ask();
    } catch {
      this.#last = undefined;
    }
    this.#asking = undefined;
  }
}

const load = new Source(() => currentLoad());
const memory = new Source(() => mem());
const disks = new Source(() => fsSize(), SLOW_INTERVAL_MS);
const network = new Source(() => networkStats('*'), SLOW_INTERVAL_MS);
const group = (): Promise<ControlGroup> => readControlGroup((path) => readFile(path, 'utf8'));

let before = { group: await group(), atMs: performance.now() };

async function sample(): Promise<HostSample> {
  const [loadNow, memoryNow, disksNow, networkNow] = await Promise.all([
    load.get(),
    memory.get(),
    disks.get(),
    network.get(),
  ]);
  const now = { group: await group(), atMs: performance.now() };
  const seconds = (now.atMs - before.atMs) / 1000;
  const cpu = cpuOfGroup(now.group, before.group.cpuTime, seconds) ?? cpuOfHost(loadNow);
  const memoryUse = memoryOf(memoryNow, now.group);
  before = now;
  return {
    takenMs: Date.now(),
    ...(cpu && { cpu }),
    ...(memoryUse && { memory: memoryUse }),
    fileSystems: fileSystemsOf(disksNow),
    network: networkOf(networkNow),
  };
}

const { intervalMs } = workerData as { intervalMs: number };
for (;;) {
  const startedMs = performance.now();
  parentPort?.postMessage(await sample());
  await wait(Math.max(100, intervalMs - (performance.now() - startedMs)));
}
