import type { MetricDefinition } from '../../src/registry/define.ts';
import {
  eventLoopDelayP99,
  eventLoopUtilization,
  processCpuUtilization,
  processMemoryUsage,
  processUptime,
  systemCpuUtilization,
  systemFileSystemUsage,
  systemFileSystemUtilization,
  systemMemoryUtilization,
} from '../../src/registry/host.ts';
import { labelName, prometheusName } from '../../src/registry/prometheus_name.ts';
import { HOUR, type Life, SECOND } from './lives.ts';
import type { Series } from './open_metrics.ts';
import { random } from './random.ts';

/** How large each disk is, in bytes. */
export const DISK_BYTES = 200e9;
export const DISKS = ['/', 'media'] as const;

/** How busy the host of an instance and its process were in an hour; shares from 0 to 1. */
export interface HostFigures {
  readonly processors: number;
  readonly memory: number;
  readonly disks: Readonly<Record<(typeof DISKS)[number], number>>;
  readonly ofProcess: { readonly user: number; readonly system: number };
  readonly residentBytes: number;
  readonly loop: number;
  readonly loopLateSeconds: number;
}

const hours = new Map<number, HostFigures>();

/** What was so of an instance at a time: another thing each hour. */
export function hostAt(instance: Life['instance'], at: number): HostFigures {
  const seed = Math.floor(at / HOUR) * 2 + (instance === 'a' ? 0 : 1);
  const known = hours.get(seed);
  if (known !== undefined) return known;
  const seeded = random(seed);
  const share = () => seeded.between(1, 99) / 100;
  const figures = {
    ...{ processors: share(), memory: share(), disks: { '/': share(), media: share() } },
    ...{ ofProcess: { user: share(), system: share() }, residentBytes: seeded.between(50, 900) * 1e6 },
    ...{ loop: share(), loopLateSeconds: seeded.between(1, 400) / 1000 },
  };
  hours.set(seed, figures);
  return figures;
}

/** The gauges of the hosts and processes of all runs. */
export function hostSeries(lives: readonly Life[]): Series[] {
  return lives.flatMap((life) => {
    const one = (
      metric: MetricDefinition,
      labels: Readonly<Record<string, string>>,
      value: (figures: HostFigures, at: number) => number,
    ): Series => ({
      ...{ life, from: life.from - 1, isCounter: false, name: prometheusName(metric) },
      labels: Object.entries(labels)
        .map(([name, text]) => `${labelName(name)}="${text}"`)
        .join(','),
      valueAt: (at) => value(hostAt(life.instance, at), at),
    });
    return [
      one(systemCpuUtilization, { 'cpu.mode': 'idle' }, ({ processors }) => 1 - processors),
      one(systemCpuUtilization, { 'cpu.mode': 'user' }, ({ processors }) => processors),
      one(systemMemoryUtilization, { 'system.memory.state': 'used' }, ({ memory }) => memory),
      one(systemMemoryUtilization, { 'system.memory.state': 'free' }, ({ memory }) => 1 - memory),
      ...DISKS.flatMap((disk) => {
        const of = { 'system.filesystem.mountpoint': disk, 'system.filesystem.type': 'ext4' };
        const used = { ...of, 'system.filesystem.state': 'used' };
        const free = { ...of, 'system.filesystem.state': 'free' };
        return [
          one(systemFileSystemUtilization, used, ({ disks }) => disks[disk]),
          one(systemFileSystemUtilization, free, ({ disks }) => 1 - disks[disk]),
          one(systemFileSystemUsage, used, ({ disks }) => disks[disk] * DISK_BYTES),
          one(systemFileSystemUsage, free, ({ disks }) => (1 - disks[disk]) * DISK_BYTES),
        ];
      }),
      one(processCpuUtilization, { 'cpu.mode': 'user' }, ({ ofProcess }) => ofProcess.user),
      one(processCpuUtilization, { 'cpu.mode': 'system' }, ({ ofProcess }) => ofProcess.system),
      one(processMemoryUsage, {}, ({ residentBytes }) => residentBytes),
      one(processUptime, {}, (_figures, at) => (at - life.from) / SECOND),
      one(eventLoopUtilization, {}, ({ loop }) => loop),
      one(eventLoopDelayP99, {}, ({ loopLateSeconds }) => loopLateSeconds),
    ];
  });
}
