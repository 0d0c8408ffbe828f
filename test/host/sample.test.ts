import { describe, expect, it } from 'vitest';
import type { ControlGroup } from '../../src/host/cgroup.ts';
import { cpuOfGroup, cpuOfHost, fileSystemsOf, memoryOf, networkOf } from '../../src/host/sample.ts';

const none: ControlGroup = {
  cpuLimit: undefined,
  cpuTime: undefined,
  memoryLimit: undefined,
  memoryUsed: undefined,
  memoryCached: undefined,
};
const host = { total: 1000, free: 300, available: 700 };

describe('memory', () => {
  it.each([
    ['of the host', host, none, { used: 300, cached: 400, free: 300 }],
    [
      'of a container with a limit',
      host,
      { ...none, memoryLimit: 200, memoryUsed: 150, memoryCached: 50 },
      { used: 100, cached: 50, free: 50 },
    ],
    [
      'of a limit above what there is',
      host,
      { ...none, memoryLimit: 5000, memoryUsed: 1 },
      { used: 300, cached: 400, free: 300 },
    ],
    [
      'where only the container is known',
      undefined,
      { ...none, memoryLimit: 200, memoryUsed: 50 },
      { used: 50, cached: 0, free: 150 },
    ],
    [
      'where more is used than may be',
      host,
      { ...none, memoryLimit: 200, memoryUsed: 210 },
      { used: 210, cached: 0, free: 0 },
    ],
    ['unknown', undefined, none, undefined],
    ['nonsense', { total: 0, free: Number.NaN, available: -1 }, none, undefined],
  ])('%s', (_name, memory, group, expected) => {
    expect(memoryOf(memory, group)).toEqual(expected);
  });
});

describe('processors', () => {
  it('of the host', () => {
    const cpu = cpuOfHost({ currentLoadIdle: 60, currentLoadUser: 25, currentLoadNice: 5 });
    expect(cpu?.idle).toBeCloseTo(0.6);
    expect(cpu?.user).toBeCloseTo(0.3);
    expect(cpu?.system).toBeCloseTo(0.1);
    expect(cpuOfHost(undefined)).toBe(undefined);
    expect(cpuOfHost({ currentLoadIdle: Number.NaN, currentLoadUser: 1, currentLoadNice: 0 })).toBe(
      undefined,
    );
  });

  it('of a container: of its limit, not of the host', () => {
    // Half a processor for 10 s is 5 s; 3.5 of them were used.
    const group = { ...none, cpuLimit: 0.5, cpuTime: { user: 103, system: 50.5 } };
    const cpu = cpuOfGroup(group, { user: 100, system: 50 }, 10);
    expect(cpu?.user).toBeCloseTo(0.6);
    expect(cpu?.system).toBeCloseTo(0.1);
    expect(cpu?.idle).toBeCloseTo(0.3);
    expect(cpuOfGroup(group, { user: 0, system: 0 }, 10)).toEqual({ user: 1, system: 0, idle: 0 });
    expect(cpuOfGroup(group, undefined, 10)).toBe(undefined);
    expect(cpuOfGroup(none, { user: 1, system: 1 }, 10)).toBe(undefined);
    expect(cpuOfGroup(group, { user: 100, system: 50 }, 0)).toBe(undefined);
  });
});

describe('file systems', () => {
  const disk = (fs: string, mount: string, more: object = {}) => ({
    fs,
    mount,
    type: 'ext4',
    size: 100,
    used: 30,
    available: 70,
    rw: true,
    ...more,
  });

  it('are those that can be written to, each device once, without the paths of people', () => {
    const found = fileSystemsOf([
      disk('/dev/sda1', '/etc/hosts'),
      disk('/dev/sda1', '/'),
      disk('nas:/exports/anna/films', '/home/anna/Films', { type: 'nfs4' }),
      disk('tmpfs', '/run', { type: 'tmpfs' }),
      disk('/dev/loop1', '/snap/x', { type: 'squashfs' }),
      disk('/dev/sr0', '/mnt/dvd', { rw: false }),
      disk('overlay', '/var/lib/docker/overlay2/abc/merged', { type: 'overlay' }),
      disk('C:', 'C:', { type: 'NTFS', rw: null }),
      disk('/dev/bad', '/bad', { used: Number.NaN }),
      disk('/dev/empty', '/empty', { used: 0, available: 0 }),
    ]);
    expect(found.map(({ device, mountpoint, type }) => [device, mountpoint, type])).toEqual([
      ['sda1', '/', 'ext4'],
      ['C:', 'C:', 'ntfs'],
      ['films', 'Films', 'nfs4'],
    ]);
    expect(found[0]).toMatchObject({ usedBytes: 30, freeBytes: 70 });
  });

  it('of a container are its own root', () => {
    expect(fileSystemsOf([disk('overlay', '/', { type: 'overlay' })])).toHaveLength(1);
  });

  it('are bounded, and none where nothing is known', () => {
    expect(
      fileSystemsOf(Array.from({ length: 500 }, (_, at) => disk(`/dev/x${at}`, `/m${at}`))),
    ).toHaveLength(16);
    expect(fileSystemsOf(undefined)).toEqual([]);
  });
});

describe('network', () => {
  it('is what leads out of the host', () => {
    const traffic = (iface: string, bytes = 1) => ({ iface, rx_bytes: bytes, tx_bytes: 2 });
    expect(
      networkOf([
        traffic('lo'),
        traffic('eth0', 5),
        traffic('veth12ab'),
        traffic('docker0'),
        traffic('wlan0', Number.NaN),
      ]),
    ).toEqual([{ name: 'eth0', receivedBytes: 5, transmittedBytes: 2 }]);
    expect(networkOf(undefined)).toEqual([]);
  });
});
