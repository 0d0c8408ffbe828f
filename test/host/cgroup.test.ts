import { describe, expect, it } from 'vitest';
import {
  groupsAround,
  parseBytes,
  parseCached,
  parseCpuMax,
  parseCpuStat,
  parseGroupPath,
  readControlGroup,
} from '../../src/host/cgroup.ts';

const CPU_STAT = `usage_usec 9000000
user_usec 6000000
system_usec 3000000
nr_periods 0
`;
const MEMORY_STAT = `anon 1000
file 5000
inactive_anon 7
inactive_file 3000
active_file 2000
`;

describe('what the kernel says of a control group', () => {
  it.each([
    ['max 100000\n', undefined],
    ['150000 100000\n', 1.5],
    ['50000 100000', 0.5],
    ['0 100000\n', undefined],
    ['100000 0\n', undefined],
    ['100000', undefined],
    ['', undefined],
    ['nonsense', undefined],
    ['-1 100000', undefined],
  ])('cpu.max %j is %s processors', (text, cores) => expect(parseCpuMax(text)).toBe(cores));

  it.each([
    ['max\n', undefined],
    ['536870912\n', 536_870_912],
    ['', undefined],
    ['12 34', undefined],
  ])('memory.max %j is %s bytes', (text, bytes) => expect(parseBytes(text)).toBe(bytes));

  it.each([
    ['0::/\n', '/'],
    ['12:cpu:/x\n0::/system.slice/media.service\n', '/system.slice/media.service'],
    ['0::/../outside\n', undefined],
    ['1:name=systemd:/\n', undefined],
    ['', undefined],
  ])('/proc/self/cgroup %j is %s', (text, path) => expect(parseGroupPath(text)).toBe(path));

  it('other files', () => {
    expect(parseCpuStat(CPU_STAT)).toEqual({ user: 6, system: 3 });
    expect(parseCpuStat('usage_usec 5\n')).toBe(undefined);
    expect(parseCached(MEMORY_STAT)).toBe(3000);
    expect(parseCached('')).toBe(undefined);
    expect(groupsAround('/a/b')).toEqual(['/a/b', '/a', '/']);
    expect(groupsAround('/')).toEqual(['/']);
  });
});

describe('readControlGroup', () => {
  const reader = (files: Record<string, string>) => async (path: string) => {
    const text = files[path];
    if (text === undefined) throw new Error('ENOENT');
    return text;
  };

  it('takes the smallest limit of the group and those around it, with the use where the limit is', async () => {
    const read = reader({
      '/proc/self/cgroup': '0::/pod/main\n',
      '/sys/fs/cgroup/pod/main/cpu.max': '200000 100000\n',
      '/sys/fs/cgroup/pod/main/cpu.stat': 'user_usec 1\nsystem_usec 1\n',
      '/sys/fs/cgroup/pod/main/memory.max': '1000\n',
      '/sys/fs/cgroup/pod/main/memory.current': '600\n',
      '/sys/fs/cgroup/pod/main/memory.stat': 'inactive_file 100\n',
      '/sys/fs/cgroup/pod/cpu.max': '150000 100000\n',
      '/sys/fs/cgroup/pod/cpu.stat': CPU_STAT,
      '/sys/fs/cgroup/pod/memory.max': '5000\n',
      '/sys/fs/cgroup/cpu.max': 'max 100000\n',
    });
    expect(await readControlGroup(read)).toEqual({
      cpuLimit: 1.5,
      cpuTime: { user: 6, system: 3 },
      memoryLimit: 1000,
      memoryUsed: 600,
      memoryCached: 100,
    });
  });

  const nothing = {
    cpuLimit: undefined,
    cpuTime: undefined,
    memoryLimit: undefined,
    memoryUsed: undefined,
    memoryCached: undefined,
  };

  it.each<[string, Record<string, string>]>([
    ['none at all', {}],
    ['version 1', { '/proc/self/cgroup': '4:memory:/docker/x\n' }],
    ['no limit', { '/proc/self/cgroup': '0::/\n', '/sys/fs/cgroup/cpu.max': 'max 100000\n' }],
    [
      'nonsense',
      { '/proc/self/cgroup': '0::/\n', '/sys/fs/cgroup/memory.max': '\0\0\0', '/sys/fs/cgroup/cpu.max': 'x' },
    ],
  ])('knows nothing where there is %s', async (_name, files) => {
    expect(await readControlGroup(reader(files))).toEqual(nothing);
  });
});
