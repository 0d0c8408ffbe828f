import {
  eventLoopDelayP99,
  eventLoopUtilization,
  fileSystemMountpoint,
  fileSystemType,
  processCpuUtilization,
  processMemoryUsage,
  processUptime,
  systemCpuUtilization,
  systemFileSystemUsage,
  systemFileSystemUtilization,
  systemMemoryUtilization,
} from '../../../registry/host.ts';
import { labelName } from '../../../registry/prometheus_name.ts';
import { thresholds } from '../../../registry/thresholds.ts';
import type { Line } from '../layout.ts';
import { GOOD, steps, WARN } from '../panels/colours.ts';
import { metricTable } from '../panels/metric_table.ts';
import { numberPanel } from '../panels/simple_panels.ts';
import { decimals, share, unit, width } from '../panels/table_columns.ts';
import { cpuColours, diskColours, memoryColours, PROCESS, perProcess, QUIET, shown } from './measures.ts';
import { PANELS as ID, ROWS } from './panel_ids.ts';

const MOUNT = labelName(fileSystemMountpoint.name);
const KIND = labelName(fileSystemType.name);

/** Share of the processors that do anything, of each process' host. */
export function cpuInUse(): string {
  return `1 - min by (${PROCESS.join(', ')}) (${shown(systemCpuUtilization, { 'cpu.mode': ['idle'] })})`;
}

/** The numbers that matter, on top: always of the worst. */
export function numbers(): Line {
  return [
    numberPanel(systemCpuUtilization, {
      id: ID.cpu,
      title: 'Processors',
      about: 'In use, on the busiest host.',
      whenEmpty: 'not told',
      width: 4,
      decimals: 0,
      colours: cpuColours(),
      query: `max(${cpuInUse()})`,
    }),
    numberPanel(systemMemoryUtilization, {
      id: ID.memory,
      title: 'Memory',
      about: 'In use, on the fullest host.',
      whenEmpty: 'not told',
      width: 4,
      decimals: 0,
      colours: memoryColours(),
      query: `max(${shown(systemMemoryUtilization, { 'system.memory.state': ['used'] })})`,
    }),
    numberPanel(systemFileSystemUtilization, {
      id: ID.disk,
      title: 'Fullest disk',
      about: 'In use.',
      whenEmpty: 'not told',
      width: 4,
      decimals: 0,
      colours: diskColours(),
      query: `max(${shown(systemFileSystemUtilization, { 'system.filesystem.state': ['used'] })})`,
    }),
    numberPanel(eventLoopUtilization, {
      id: ID.eventLoop,
      title: 'Event loop busy',
      about: 'In the busiest process.',
      whenEmpty: 'not told',
      width: 3,
      decimals: 0,
      colours: steps(GOOD, { from: thresholds.healthCpuRatio, color: WARN }),
      query: `max(${shown(eventLoopUtilization)})`,
    }),
    numberPanel(processMemoryUsage, {
      id: ID.processMemory,
      title: 'Largest process',
      whenEmpty: 'not told',
      width: 3,
      query: `max(${shown(processMemoryUsage)})`,
    }),
    numberPanel(processUptime, {
      id: ID.processes,
      title: 'Processes',
      about: 'How many tell of themselves; one that ended counts on for five minutes.',
      unit: 'short',
      width: 3,
      query: `count(${shown(processUptime)}) or vector(0)`,
    }),
    numberPanel(processUptime, {
      id: ID.youngest,
      title: 'Time since last start',
      about: 'Of the process that has been running for the shortest time.',
      whenEmpty: 'not told',
      width: 3,
      query: `min(${shown(processUptime)})`,
    }),
  ];
}

/** Each process and each file system as it is now. */
export function now(): Line[] {
  return [{ heading: 'Now', id: ROWS.now }, [processTable(), fileSystemTable()]];
}

const percent = (colours: ReturnType<typeof cpuColours>) => share(colours, 0);
const uncoloured = [unit('percentunit'), decimals(0)];

function processTable() {
  return metricTable(processUptime, {
    id: ID.processTable,
    title: 'Processes',
    about: 'With the host or container that each runs in.',
    whenEmpty: QUIET,
    width: 15,
    height: 8,
    sortBy: 'Memory',
    exprs: [
      cpuInUse(),
      perProcess(systemMemoryUtilization, { 'system.memory.state': ['used'] }),
      `sum by (${PROCESS.join(', ')}) (${shown(processCpuUtilization)})`,
      perProcess(processMemoryUsage),
      perProcess(eventLoopUtilization),
      perProcess(eventLoopDelayP99),
      perProcess(processUptime),
    ],
    columns: [
      { field: 'service_name', title: 'Service' },
      { field: 'service_instance_id', title: 'Process' },
      { field: 'Value #A', title: 'Host: CPU', properties: [...percent(cpuColours()), width(90)] },
      { field: 'Value #B', title: 'Host: memory', properties: [...percent(memoryColours()), width(115)] },
      { field: 'Value #C', title: 'CPU', properties: [...uncoloured, width(65)] },
      { field: 'Value #D', title: 'Memory', properties: [unit('decbytes'), width(90)] },
      { field: 'Value #E', title: 'Event loop', properties: [...uncoloured, width(95)] },
      { field: 'Value #F', title: 'Late by (99 %)', properties: [unit('s'), width(120)] },
      { field: 'Value #G', title: 'Up for', properties: [unit('s'), decimals(0), width(80)] },
    ],
  });
}

function fileSystemTable() {
  const by = `service_name, ${MOUNT}, ${KIND}`;
  const space = (state: string) =>
    `max by (${by}) (${shown(systemFileSystemUsage, { 'system.filesystem.state': [state] })})`;
  const used = shown(systemFileSystemUtilization, { 'system.filesystem.state': ['used'] });
  return metricTable(systemFileSystemUsage, {
    id: ID.fileSystemTable,
    title: 'File systems',
    about: 'The fullest first.',
    whenEmpty: QUIET,
    width: 9,
    height: 8,
    sortBy: 'In use',
    exprs: [`max by (${by}) (${used})`, space('used'), space('free')],
    columns: [
      { field: 'service_name', title: 'Service', properties: [width(110)] },
      { field: MOUNT, title: 'File system' },
      { field: KIND, title: 'Type', properties: [width(65)] },
      { field: 'Value #A', title: 'In use', properties: [...percent(diskColours()), width(75)] },
      { field: 'Value #B', title: 'Used', properties: [width(85)] },
      { field: 'Value #C', title: 'Free', properties: [width(85)] },
    ],
  });
}
