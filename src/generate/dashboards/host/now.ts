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
import { GOOD, steps, WARN } from '../colours.ts';
import { PROMETHEUS } from '../datasources.ts';
import type { Line } from '../layout.ts';
import { panel } from '../panel.ts';
import { columns } from '../queries.ts';
import { table } from '../shapes.ts';
import { numberPanel } from '../simple_panels.ts';
import { type Column, joined, styled, unit } from '../table_columns.ts';
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
      title: 'Last start',
      about: 'Ago: the process that has been running for the shortest time.',
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

const percent = (colours?: ReturnType<typeof cpuColours>) => [
  unit('percentunit'),
  { id: 'decimals', value: 0 },
  ...(colours === undefined
    ? []
    : [
        { id: 'thresholds', value: colours.build() },
        { id: 'custom.cellOptions', value: { type: 'color-text' } },
      ]),
];

function processTable() {
  const columnsShown: Column[] = [
    { field: 'service_name', title: 'Service' },
    { field: 'service_instance_id', title: 'Process' },
    { field: 'Value #A', title: 'Host: CPU', properties: percent(cpuColours()) },
    { field: 'Value #B', title: 'Host: memory', properties: percent(memoryColours()) },
    { field: 'Value #C', title: 'CPU', properties: percent() },
    { field: 'Value #D', title: 'Memory', properties: [unit('decbytes')] },
    { field: 'Value #E', title: 'Event loop', properties: percent() },
    { field: 'Value #F', title: 'Late by (99 %)', properties: [unit('s')] },
    { field: 'Value #G', title: 'Up for', properties: [unit('s'), { id: 'decimals', value: 0 }] },
  ];
  const own = `sum by (${PROCESS.join(', ')}) (${shown(processCpuUtilization)})`;
  return panel(styled(table('Memory').transformations(joined(columnsShown)), columnsShown), processUptime, {
    id: ID.processTable,
    title: 'Processes',
    about: 'With the host or container that each runs in.',
    whenEmpty: QUIET,
    datasource: PROMETHEUS,
    width: 14,
    height: 8,
    queries: [
      columns('A', cpuInUse()),
      columns('B', perProcess(systemMemoryUtilization, { 'system.memory.state': ['used'] })),
      columns('C', own),
      columns('D', perProcess(processMemoryUsage)),
      columns('E', perProcess(eventLoopUtilization)),
      columns('F', perProcess(eventLoopDelayP99)),
      columns('G', perProcess(processUptime)),
    ],
  });
}

function fileSystemTable() {
  const by = `service_name, ${MOUNT}, ${KIND}`;
  const space = (state: string) =>
    `max by (${by}) (${shown(systemFileSystemUsage, { 'system.filesystem.state': [state] })})`;
  const columnsShown: Column[] = [
    { field: 'service_name', title: 'Service' },
    { field: MOUNT, title: 'File system' },
    { field: KIND, title: 'Type' },
    { field: 'Value #A', title: 'In use', properties: percent(diskColours()) },
    { field: 'Value #B', title: 'Used' },
    { field: 'Value #C', title: 'Free' },
  ];
  const used = shown(systemFileSystemUtilization, { 'system.filesystem.state': ['used'] });
  return panel(
    styled(table('In use').transformations(joined(columnsShown)), columnsShown),
    systemFileSystemUsage,
    {
      id: ID.fileSystemTable,
      title: 'File systems',
      about: 'The fullest first.',
      whenEmpty: QUIET,
      datasource: PROMETHEUS,
      width: 10,
      height: 8,
      queries: [
        columns('A', `max by (${by}) (${used})`),
        columns('B', space('used')),
        columns('C', space('free')),
      ],
    },
  );
}
