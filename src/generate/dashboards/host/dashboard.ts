import { thresholds } from '../../../registry/thresholds.ts';
import { DASHBOARD_UIDS } from '../dashboard_uids.ts';
import { defineDashboard } from '../definition.ts';
import { cpuAndMemory, disksAndNetwork } from './host.ts';
import { variables } from './measures.ts';
import { now, numbers } from './now.ts';
import { PANELS } from './panel_ids.ts';
import { eventLoop, processes } from './process.ts';

const percent = (ratio: number): string => `${Math.round(ratio * 100)} %`;

/** The dashboard "Host". */
export const host = defineDashboard({
  key: 'host',
  title: 'Host',
  purpose: 'How the machines and processes are: processors, memory, disks, network, event loop.',
  guide: [
    `Each process tells of the host or container it runs in, so processes of one host show the same figures of`,
    'it; in a container with limits, shares are of those. A busy *event loop* delays everything in its process, telemetry',
    `too. What was done meanwhile: [Media processing](/d/${DASHBOARD_UIDS.processing}) ·`,
    `[Jobs](/d/${DASHBOARD_UIDS.jobs}) ·`,
  ],
  panels: PANELS,
  variables: () => variables(),
  lines: () => [numbers(), ...now(), ...cpuAndMemory(), ...disksAndNetwork(), ...processes(), ...eventLoop()],

  answers: [
    {
      requirement: 'M2',
      question: 'How much of processors, memory and disks is in use?',
      panels: ['cpu', 'memory', 'disk', 'cpuUtilization', 'memoryUtilization', 'diskUtilization'],
    },
    {
      requirement: 'M4',
      question: `Is memory above ${percent(thresholds.healthMemoryRatio)}, or a disk above ${percent(thresholds.healthDiskRatio)}?`,
      panels: ['memory', 'disk', 'fileSystemTable'],
    },
    {
      requirement: 'M6',
      question: 'How was the system over the last hours (`metrics/system?hours=24`)?',
      panels: ['cpuUtilization', 'memoryUtilization', 'diskUtilization', 'processMemoryOverTime'],
    },
    {
      requirement: 'Q6',
      question: 'What does the system look like (`/system`)?',
      panels: ['processTable', 'fileSystemTable', 'memoryByState', 'uptime'],
    },
  ],
});
