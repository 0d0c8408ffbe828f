import {
  fileSystemMountpoint,
  systemCpuUtilization,
  systemFileSystemUtilization,
  systemMemoryUtilization,
} from '../host.ts';
import { select } from '../selection.ts';
import type { Thresholds } from '../thresholds.ts';
import { type AlertDefinition, percent } from './define.ts';

/** What runs short on a host. Of several hosts of a service the worst is told. */
export function hostAlerts(t: Thresholds): readonly AlertDefinition[] {
  const host = {
    group: 'host',
    category: 'resources',
    by: [],
    holdMinutes: t.holdMinutes,
    keepMinutes: 0,
    noData: 'ok',
    executionError: 'error',
    value: 'ratio',
    dashboard: 'host',
  } as const;
  return [
    {
      ...host,
      name: 'HostCpuBusy',
      severity: 'info',
      condition: {
        kind: 'level',
        gauge: select(systemCpuUtilization, { 'cpu.mode': ['user', 'system'] }),
        instances: 'max',
        is: 'above',
        limit: t.healthCpuRatio,
      },
      holdMinutes: t.hostCpuHoldMinutes,
      summary: 'The processors of a host of {service} are {value} busy',
      description:
        `More than ${percent(t.healthCpuRatio)} of the processors have been in use for at least ${t.hostCpuHoldMinutes} ` +
        'minutes, {value} now. An encoder may do so; what has to answer in time cannot live beside it.',
      panel: 'cpuUtilization',
    },
    {
      ...host,
      name: 'HostMemoryHigh',
      severity: 'warning',
      condition: {
        kind: 'level',
        gauge: select(systemMemoryUtilization, { 'system.memory.state': ['used'] }),
        instances: 'max',
        is: 'above',
        limit: t.healthMemoryRatio,
      },
      summary: 'The memory of a host of {service} is {value} used',
      description:
        `More than ${percent(t.healthMemoryRatio)} of the memory has been in use for at least ${t.holdMinutes} minutes, ` +
        '{value} now, caches not counted. When it is all, the system kills a process; mostly the one that does the work.',
      panel: 'memoryUtilization',
    },
    {
      ...host,
      name: 'HostDiskFull',
      severity: 'critical',
      condition: {
        kind: 'level',
        gauge: select(systemFileSystemUtilization, { 'system.filesystem.state': ['used'] }),
        instances: 'max',
        is: 'above',
        limit: t.healthDiskRatio,
      },
      by: [fileSystemMountpoint],
      summary: 'The disk {system.filesystem.mountpoint} of a host of {service} is {value} full',
      description:
        `More than ${percent(t.healthDiskRatio)} of the disk at {system.filesystem.mountpoint} has been in use for at ` +
        `least ${t.holdMinutes} minutes, {value} now. Once it is full, downloads and encodes fail, each after its time ` +
        'and its traffic were spent.',
      panel: 'diskUtilization',
    },
  ];
}
