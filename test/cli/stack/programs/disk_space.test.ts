import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkDiskSpace, diskNeeds } from '../../../../src/cli/stack/programs/disk_space.ts';
import { temporaryFolder } from '../../workspace.ts';

describe('the disk', () => {
  it('is refused when it is too small for all needs together', () => {
    const folder = temporaryFolder();
    const needs = [
      { folder: join(folder, 'not', 'there', 'yet'), gigabytes: 500_000 },
      { folder, gigabytes: 500_000 },
    ];
    expect(() => checkDiskSpace(needs)).toThrow(
      /not enough disk for .*: \d+\.\d GB free, about 1000000\.0 GB needed/,
    );
    expect(() => checkDiskSpace([{ folder, gigabytes: 0.000_001 }])).not.toThrow();
  });

  it('needs less when the modules were downloaded before', () => {
    const moduleCache = temporaryFolder();
    const go = { path: 'go', version: '1.99', moduleCache, buildCache: moduleCache };
    const total = () => diskNeeds(['loki'], go, moduleCache).reduce((sum, need) => sum + need.gigabytes, 0);
    const cold = total();
    const version = /loki\/v3 (v\S+)/.exec(readFileSync('collector/native/loki/go.mod', 'utf8'))?.[1];
    mkdirSync(join(moduleCache, `github.com/grafana/loki/v3@${version}`), { recursive: true });
    expect(total()).toBeLessThan(cold / 2);
  });
});
