import { DISK_BYTES, DISKS, type HostFigures, hostAt } from '../../../history/host_figures.ts';
import { type Life, SECOND } from '../../../history/lives.ts';
import { SERVICE } from '../../../history/open_metrics.ts';
import type { History } from '../../../history/things.ts';
import { type Expectation, type OnDashboard, onDashboard } from '../expectation.ts';
import { gaugePoints, shownAt } from '../gauges.ts';

const DAYS = [1, 7];
const BY_PROCESS = ['service_name', 'service_instance_id'];

type Figure = (figures: HostFigures, life: Life, at: number) => number;

/** A number of each process that is shown at a time, as it was when it was exported. */
function processes(history: History, at: number, figure: Figure): Record<string, number> {
  return Object.fromEntries(
    shownAt(history, at).map(({ life, exported }) => [
      `${SERVICE} ${life.id}`,
      figure(hostAt(life.instance, exported), life, exported),
    ]),
  );
}

const number = (panel: string, figure: Figure, of: (...values: number[]) => number): OnDashboard => ({
  panel,
  expected: (history) => ({ '': of(...Object.values(processes(history, history.end, figure))) }),
});

const column = (refId: string, figure: Figure): OnDashboard => ({
  panel: 'Processes',
  refId,
  by: BY_PROCESS,
  expected: (history) => processes(history, history.end, figure),
});

const graph = (panel: string, figure: Figure): OnDashboard => ({
  panel,
  by: BY_PROCESS,
  read: 'points',
  expected: (history, window) => gaugePoints(window, (at) => processes(history, at, figure)),
});

/** The fullest of each disk, of those hosts that are shown at a time. */
function disks(history: History, at: number, figure: (share: number) => number): Record<string, number> {
  const shown = shownAt(history, at).map(({ life, exported }) => hostAt(life.instance, exported));
  if (shown.length === 0) return {};
  return Object.fromEntries(
    DISKS.map((disk) => [disk, Math.max(...shown.map((one) => figure(one.disks[disk])))]),
  );
}

const disk = (refId: string, figure: (share: number) => number): OnDashboard => ({
  panel: 'File systems',
  refId,
  by: ['system_filesystem_mountpoint'],
  expected: (history) => disks(history, history.end, figure),
});

const processors: Figure = (figures) => figures.processors;
const memory: Figure = (figures) => figures.memory;
const ofProcess: Figure = ({ ofProcess: { user, system } }) => user + system;
const resident: Figure = ({ residentBytes }) => residentBytes;
const loop: Figure = (figures) => figures.loop;
const late: Figure = ({ loopLateSeconds }) => loopLateSeconds;
const uptime: Figure = (_figures, { from }, at) => (at - from) / SECOND;

/** What the dashboard of hosts should show. */
export const HOST: readonly Expectation[] = onDashboard(
  'host',
  [
    number('Processors', processors, Math.max),
    number('Memory', memory, Math.max),
    number('Fullest disk', (figures) => Math.max(...Object.values(figures.disks)), Math.max),
    number('Event loop busy', loop, Math.max),
    number('Largest process', resident, Math.max),
    number('Time since last start', uptime, Math.min),
    // The table of that name comes after it, and its first column is not asked for here.
    number(
      'Processes',
      () => 1,
      (...values) => values.length,
    ),
    column('B', memory),
    column('C', ofProcess),
    column('D', resident),
    column('E', loop),
    column('F', late),
    column('G', uptime),
    disk('A', (share) => share),
    disk('B', (share) => share * DISK_BYTES),
    disk('C', (share) => (1 - share) * DISK_BYTES),
    graph('Processors in use', processors),
    graph('Memory in use', memory),
    graph('Processors in use by each process', ofProcess),
    graph('Memory of each process', resident),
    graph('Uptime of each process', uptime),
    graph('Event loop late by, 99th percentile', late),
    {
      panel: 'Disks in use',
      by: ['system_filesystem_mountpoint'],
      read: 'points',
      expected: (history, window) => gaugePoints(window, (at) => disks(history, at, (share) => share)),
    },
  ],
  DAYS,
);
