import {
  cpuMode,
  fileSystemMountpoint,
  fileSystemState,
  memoryState,
  networkInterface,
  systemCpuUtilization,
  systemFileSystemUsage,
  systemFileSystemUtilization,
  systemMemoryUsage,
  systemMemoryUtilization,
  systemNetworkIo,
} from '../../../registry/host.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import type { Line } from '../layout.ts';
import { linePanel } from '../panels/simple_panels.ts';
import { cpuColours, diskColours, LEGEND, memoryColours, perProcess, QUIET, shown } from './measures.ts';
import { cpuInUse } from './now.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

const MODE = labelName(cpuMode.name);
const MEMORY = labelName(memoryState.name);
const MOUNT = labelName(fileSystemMountpoint.name);
const SPACE = labelName(fileSystemState.name);
const INTERFACE = labelName(networkInterface.name);
const SIZE = { width: 6, height: 8, whenEmpty: QUIET, min: 0 } as const;

/** Processors and memory over time. */
export function cpuAndMemory(): Line[] {
  return [
    { heading: 'Processors and memory', id: ROWS.cpuAndMemory },
    [
      linePanel(systemCpuUtilization, {
        ...SIZE,
        id: ID.cpuUtilization,
        title: 'Processors in use',
        about: 'The dashed line is where health calls it degraded.',
        max: 1,
        colours: cpuColours(),
        curves: [[cpuInUse(), LEGEND]],
      }),
      linePanel(systemCpuUtilization, {
        ...SIZE,
        id: ID.cpuByMode,
        title: 'Processors by what they do',
        about: 'The mean of all hosts.',
        max: 1,
        curves: [[`avg by (${MODE}) (${shown(systemCpuUtilization)})`, `{{${MODE}}}`]],
      }),
      linePanel(systemMemoryUtilization, {
        ...SIZE,
        id: ID.memoryUtilization,
        title: 'Memory in use',
        about: 'The dashed lines are where health calls it degraded, and critical.',
        max: 1,
        colours: memoryColours(),
        curves: [[perProcess(systemMemoryUtilization, { 'system.memory.state': ['used'] }), LEGEND]],
      }),
      linePanel(systemMemoryUsage, {
        ...SIZE,
        id: ID.memoryByState,
        title: 'Memory by its use',
        about: 'Of the host with most of it.',
        curves: [[`max by (${MEMORY}) (${shown(systemMemoryUsage)})`, `{{${MEMORY}}}`]],
      }),
    ],
  ];
}

/** Disks and network over time. */
export function disksAndNetwork(): Line[] {
  const used = { 'system.filesystem.state': ['used'] };
  const traffic = (direction: string) => {
    const of = shown(systemNetworkIo, { 'network.io.direction': [direction] });
    return `max by (service_name, ${INTERFACE}) (rate(${of}[$__rate_interval]))`;
  };
  return [
    { heading: 'Disks and network', id: ROWS.disksAndNetwork },
    [
      linePanel(systemFileSystemUtilization, {
        ...SIZE,
        id: ID.diskUtilization,
        title: 'Disks in use',
        about: 'The dashed lines are where health calls it degraded, and critical.',
        max: 1,
        colours: diskColours(),
        curves: [
          [
            `max by (service_name, ${MOUNT}) (${shown(systemFileSystemUtilization, used)})`,
            `{{service_name}} {{${MOUNT}}}`,
          ],
        ],
      }),
      linePanel(systemFileSystemUsage, {
        ...SIZE,
        id: ID.diskUsage,
        title: 'Space on disks',
        curves: [
          [
            `max by (service_name, ${MOUNT}, ${SPACE}) (${shown(systemFileSystemUsage)})`,
            `{{service_name}} {{${MOUNT}}} {{${SPACE}}}`,
          ],
        ],
      }),
      linePanel(systemNetworkIo, {
        ...SIZE,
        id: ID.received,
        title: 'Received',
        unit: 'Bps',
        curves: [[traffic('receive'), `{{service_name}} {{${INTERFACE}}}`]],
      }),
      linePanel(systemNetworkIo, {
        ...SIZE,
        id: ID.transmitted,
        title: 'Transmitted',
        unit: 'Bps',
        curves: [[traffic('transmit'), `{{service_name}} {{${INTERFACE}}}`]],
      }),
    ],
  ];
}
