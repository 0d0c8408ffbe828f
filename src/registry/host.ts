import { attribute, metric, ref } from './define.ts';

// Host, process and runtime, by OpenTelemetry's semantic conventions 1.45: names, units and instruments are theirs.

export const cpuMode = attribute({
  name: 'cpu.mode',
  type: 'string',
  brief: 'What the processor was doing.',
  privacy: 'safe',
  members: ['user', 'system', 'idle'],
  maxCardinality: 3,
  upstream: true,
});

export const memoryState = attribute({
  name: 'system.memory.state',
  type: 'string',
  brief: 'What the memory is used for. `used` is what cannot be taken back; the states add up to the whole.',
  privacy: 'safe',
  members: ['used', 'cached', 'free'],
  maxCardinality: 3,
  upstream: true,
});

export const fileSystemState = attribute({
  name: 'system.filesystem.state',
  type: 'string',
  brief: 'Whether the space is used.',
  privacy: 'safe',
  members: ['used', 'free'],
  maxCardinality: 2,
  upstream: true,
});

export const fileSystemMountpoint = attribute({
  name: 'system.filesystem.mountpoint',
  type: 'string',
  brief: 'Last part of the path under which the file system is found; `/` for the root.',
  privacy: 'safe',
  examples: ['/', 'media'],
  maxCardinality: 16,
  upstream: true,
});

export const fileSystemType = attribute({
  name: 'system.filesystem.type',
  type: 'string',
  brief: 'Type of the file system.',
  privacy: 'safe',
  examples: ['ext4', 'nfs4'],
  maxCardinality: 8,
  upstream: true,
});

export const systemDevice = attribute({
  name: 'system.device',
  type: 'string',
  brief: 'Base name of the device.',
  privacy: 'safe',
  examples: ['sda1'],
  maxCardinality: 16,
  upstream: true,
});

export const networkInterface = attribute({
  name: 'network.interface.name',
  type: 'string',
  brief: 'Name of the network interface.',
  privacy: 'safe',
  examples: ['eth0'],
  maxCardinality: 8,
  upstream: true,
});

export const networkDirection = attribute({
  name: 'network.io.direction',
  type: 'string',
  brief: 'Which way the bytes went.',
  privacy: 'safe',
  members: ['receive', 'transmit'],
  maxCardinality: 2,
  upstream: true,
});

export const systemCpuUtilization = metric({
  name: 'system.cpu.utilization',
  instrument: 'gauge',
  unit: '1',
  brief: 'Share of the processors by what they did, 0 to 1; of the limit where the container has one.',
  attributes: [ref(cpuMode, 'required')],
  upstream: true,
});

export const systemMemoryUtilization = metric({
  name: 'system.memory.utilization',
  instrument: 'gauge',
  unit: '1',
  brief: 'Share of the memory by its use, 0 to 1; of the limit where the container has one.',
  attributes: [ref(memoryState, 'required')],
  upstream: true,
});

export const systemMemoryUsage = metric({
  name: 'system.memory.usage',
  instrument: 'up_down_counter',
  unit: 'By',
  brief: 'Memory by its use; of the container where it has a limit.',
  attributes: [ref(memoryState, 'required')],
  upstream: true,
});

const fileSystem = [
  ref(systemDevice, 'required'),
  ref(fileSystemMountpoint, 'required'),
  ref(fileSystemType, 'recommended'),
  ref(fileSystemState, 'required'),
] as const;

export const systemFileSystemUtilization = metric({
  name: 'system.filesystem.utilization',
  instrument: 'gauge',
  unit: '1',
  brief: 'Share of the file system in use, 0 to 1. File systems that can only be read are left out.',
  attributes: fileSystem,
  upstream: true,
});

export const systemFileSystemUsage = metric({
  name: 'system.filesystem.usage',
  instrument: 'up_down_counter',
  unit: 'By',
  brief: 'Space of the file system. File systems that can only be read are left out.',
  attributes: fileSystem,
  upstream: true,
});

export const systemNetworkIo = metric({
  name: 'system.network.io',
  instrument: 'counter',
  unit: 'By',
  brief: 'Bytes received and transmitted. Loopback is left out.',
  attributes: [ref(networkInterface, 'required'), ref(networkDirection, 'required')],
  upstream: true,
});

export const processCpuTime = metric({
  name: 'process.cpu.time',
  instrument: 'counter',
  unit: 's',
  brief: 'Processor time of this process.',
  attributes: [ref(cpuMode, 'required')],
  upstream: true,
});

export const processCpuUtilization = metric({
  name: 'process.cpu.utilization',
  instrument: 'gauge',
  unit: '1',
  brief: 'Share of the processors that this process may use which it did use, 0 to 1.',
  attributes: [ref(cpuMode, 'required')],
  upstream: true,
});

export const processMemoryUsage = metric({
  name: 'process.memory.usage',
  instrument: 'up_down_counter',
  unit: 'By',
  brief: 'Memory of this process (resident set).',
  attributes: [],
  upstream: true,
});

export const processUptime = metric({
  name: 'process.uptime',
  instrument: 'gauge',
  unit: 's',
  brief: 'How long this process has been running.',
  attributes: [],
  upstream: true,
});

const eventLoopDelay = <const N extends string>(name: N, which: string) =>
  metric({
    name,
    instrument: 'gauge',
    unit: 's',
    brief: `By how much the event loop was late since the last export: ${which}.`,
    attributes: [],
    upstream: true,
  });

export const eventLoopDelayMean = eventLoopDelay('nodejs.eventloop.delay.mean', 'mean');
export const eventLoopDelayP50 = eventLoopDelay('nodejs.eventloop.delay.p50', 'median');
export const eventLoopDelayP90 = eventLoopDelay('nodejs.eventloop.delay.p90', '90th percentile');
export const eventLoopDelayP99 = eventLoopDelay('nodejs.eventloop.delay.p99', '99th percentile');
export const eventLoopDelayMax = eventLoopDelay('nodejs.eventloop.delay.max', 'maximum');

export const eventLoopUtilization = metric({
  name: 'nodejs.eventloop.utilization',
  instrument: 'gauge',
  unit: '1',
  brief: 'Share of the time since the last export in which the event loop was busy, 0 to 1.',
  attributes: [],
  upstream: true,
});
