import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { windows } from '../../src/registry/windows.ts';

// The stores' settings are written by hand, and must agree with the registry's windows.

const root = join(import.meta.dirname, '..', '..');
const settings = (file: string) => parse(readFileSync(join(root, 'collector', file), 'utf8'));
const hours = (duration: string): number => {
  const [, amount, unit] = /^(\d+)([hd])$/.exec(duration) ?? [];
  return Number(amount) * (unit === 'd' ? 24 : 1);
};

describe('time windows of the stores', () => {
  it('Prometheus takes samples as old as the replay window', () => {
    const { storage } = settings('prometheus.yaml');
    expect(hours(storage.tsdb.out_of_order_time_window)).toBe(windows.replayHours);
  });

  it('Loki takes entries as old as the replay window, also behind the newest of their stream', () => {
    const { limits_config, ingester } = settings('loki.yaml');
    expect(hours(limits_config.reject_old_samples_max_age)).toBe(windows.replayHours);
    // Loki accepts what is at most half a chunk's greatest age behind.
    expect(hours(ingester.max_chunk_age) / 2).toBe(windows.replayHours);
  });

  it('Tempo finds traces as old as the replay window by their time', () => {
    const text = readFileSync(join(root, 'collector', 'tempo.yaml'), 'utf8');
    expect(hours(/ingestion_time_range_slack: (\S+)/.exec(text)?.[1] ?? '')).toBe(windows.replayHours);
  });

  it('keeps metrics, traces and logs as long as the registry says', () => {
    expect(hours(settings('loki.yaml').limits_config.retention_period)).toBe(windows.logsRetentionDays * 24);
    expect(hours(settings('tempo.yaml').compactor.compaction.block_retention)).toBe(
      windows.tracesRetentionDays * 24,
    );
    for (const file of ['docker-compose.yml', 'collector/README.md']) {
      const told = [
        ...readFileSync(join(root, file), 'utf8').matchAll(/--storage\.tsdb\.retention\.time=(\w+)/g),
      ];
      expect(told.map(([, duration]) => duration)).toEqual([`${windows.metricsRetentionDays}d`]);
    }
  });
});
