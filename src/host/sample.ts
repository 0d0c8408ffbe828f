import { posix } from 'node:path';
import type { ControlGroup, CpuTime } from './cgroup.ts';

/** The host, or the container where it has limits, at one moment. What could not be found out is left out. */
export interface HostSample {
  /** When it was taken, in milliseconds since 1970. */
  readonly takenMs: number;
  /** Shares of the processors, 0 to 1 each, 1 together. */
  readonly cpu?: { readonly user: number; readonly system: number; readonly idle: number };
  /** Bytes. */
  readonly memory?: { readonly used: number; readonly cached: number; readonly free: number };
  readonly fileSystems: readonly FileSystem[];
  readonly network: readonly NetworkTraffic[];
}

export interface FileSystem {
  /** Base name of the device. */
  readonly device: string;
  /** Last part of the path it is found under; `/` for the root. Whole paths tell of people. */
  readonly mountpoint: string;
  readonly type: string;
  readonly usedBytes: number;
  readonly freeBytes: number;
}

export interface NetworkTraffic {
  readonly name: string;
  readonly receivedBytes: number;
  readonly transmittedBytes: number;
}

// What systeminformation gives, as far as it is used.
export interface Load {
  readonly currentLoadUser: number;
  readonly currentLoadNice: number;
  readonly currentLoadIdle: number;
}

export interface Memory {
  readonly total: number;
  readonly free: number;
  readonly available: number;
}

export interface Mounted {
  readonly fs: string;
  readonly type: string;
  readonly size: number;
  readonly used: number;
  readonly available: number;
  readonly mount: string;
  readonly rw: boolean | null;
}

export interface Traffic {
  readonly iface: string;
  readonly rx_bytes: number;
  readonly tx_bytes: number;
}

const MAX_FILE_SYSTEMS = 16;
const MAX_INTERFACES = 8;
const MAX_NAME = 60;

const share = (value: number): number => Math.min(1, Math.max(0, value));
const isAmount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;

/** Shares of the host's processors. */
export function cpuOfHost(load: Load | undefined): HostSample['cpu'] {
  if (!isAmount(load?.currentLoadIdle) || !isAmount(load.currentLoadUser)) return undefined;
  const idle = share(load.currentLoadIdle / 100);
  const user = Math.min(1 - idle, share((load.currentLoadUser + (load.currentLoadNice || 0)) / 100));
  return { user, system: share(1 - idle - user), idle };
}

/**
 * Shares of the processors that the control group may use.
 *
 * @param before  processor time at the earlier moment
 * @param seconds time between the two
 */
export function cpuOfGroup(
  group: ControlGroup,
  before: CpuTime | undefined,
  seconds: number,
): HostSample['cpu'] {
  const { cpuLimit, cpuTime } = group;
  if (cpuLimit === undefined || cpuTime === undefined || before === undefined || !(seconds > 0))
    return undefined;
  const available = cpuLimit * seconds;
  const user = share((cpuTime.user - before.user) / available);
  const system = Math.min(1 - user, share((cpuTime.system - before.system) / available));
  return { user, system, idle: share(1 - user - system) };
}

/** Memory of the control group where it has a limit below the host's, else of the host. */
export function memoryOf(memory: Memory | undefined, group: ControlGroup): HostSample['memory'] {
  const total = memory?.total;
  const { memoryLimit, memoryUsed } = group;
  if (memoryLimit !== undefined && memoryUsed !== undefined && !(isAmount(total) && total < memoryLimit)) {
    const cached = Math.min(memoryUsed, group.memoryCached ?? 0);
    return { used: memoryUsed - cached, cached, free: Math.max(0, memoryLimit - memoryUsed) };
  }
  if (!isAmount(total) || total === 0 || !isAmount(memory?.available) || !isAmount(memory.free))
    return undefined;
  const available = Math.min(total, memory.available);
  const free = Math.min(available, memory.free);
  return { used: total - available, cached: available - free, free };
}

/**
 * File systems that can be written to, each device once. Layers of container images and what lives in memory are left
 * out, and so is what a container has mounted of a device that it has already.
 */
export function fileSystemsOf(mounted: readonly Mounted[] | undefined): FileSystem[] {
  const byDevice = new Map<string, FileSystem>();
  // The shortest path first: `/` is the device itself, `/etc/hosts` one file of it in a container.
  const sorted = [...(mounted ?? [])]
    .filter((one) => typeof one?.mount === 'string' && typeof one.fs === 'string')
    .sort((one, other) => one.mount.length - other.mount.length);
  for (const { fs, type, used, available, mount, rw } of sorted) {
    if (byDevice.has(fs) || byDevice.size >= MAX_FILE_SYSTEMS) continue;
    if (rw === false || !isAmount(used) || !isAmount(available) || used + available === 0) continue;
    if (/^(?:tmpfs|devtmpfs|squashfs|ramfs|efivarfs)$/i.test(type)) continue;
    if (/overlay/i.test(type) && mount !== '/') continue;
    byDevice.set(fs, {
      device: lastPart(fs),
      mountpoint: lastPart(mount),
      type: String(type).slice(0, MAX_NAME).toLowerCase(),
      usedBytes: used,
      freeBytes: available,
    });
  }
  return [...byDevice.values()];
}

/** Traffic of the interfaces that lead out of the host; those of containers come and go, and are left out. */
export function networkOf(traffic: readonly Traffic[] | undefined): NetworkTraffic[] {
  return (traffic ?? [])
    .filter(
      ({ iface }) =>
        typeof iface === 'string' && !/^(?:lo\d*|veth.*|docker.*|br-.*|cali.*)$|loopback/i.test(iface),
    )
    .filter(({ rx_bytes, tx_bytes }) => isAmount(rx_bytes) && isAmount(tx_bytes))
    .slice(0, MAX_INTERFACES)
    .map(({ iface, rx_bytes, tx_bytes }) => ({
      name: iface.slice(0, MAX_NAME),
      receivedBytes: rx_bytes,
      transmittedBytes: tx_bytes,
    }));
}

function lastPart(path: string): string {
  return (posix.basename(path.replaceAll('\\', '/')) || '/').slice(0, MAX_NAME);
}
