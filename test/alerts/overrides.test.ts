import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { alertPromql } from '../../src/alerts/expression.ts';
import { changedThresholds, thresholdsWith } from '../../src/alerts/overrides.ts';
import { ruleFiles } from '../../src/alerts/rule_files.ts';
import { alertsUnder } from '../../src/registry/alerts.ts';
import { PROCESS_THRESHOLDS, THRESHOLD_NAMES, thresholds } from '../../src/registry/thresholds.ts';

const root = join(import.meta.dirname, '..', '..');

describe('thresholds of a user', () => {
  it('take the place of those of the registry, one by one', () => {
    const own = thresholdsWith({ jobQueueLongCount: 500, downloadSuccessRatio: 0.9 });
    expect(own).toStrictEqual({ ...thresholds, jobQueueLongCount: 500, downloadSuccessRatio: 0.9 });
    expect(changedThresholds(own)).toStrictEqual([
      { name: 'downloadSuccessRatio', from: 0.95, to: 0.9, alerts: ['DownloadSuccessRateLow'] },
      { name: 'jobQueueLongCount', from: 100, to: 500, alerts: ['JobQueueLong'] },
    ]);
  });

  it.each([undefined, null, {}])('are those of the registry where nothing is given: %s', (given) => {
    expect(changedThresholds(thresholdsWith(given))).toStrictEqual([]);
  });

  it('change conditions and texts alike', () => {
    const queue = alertsUnder(thresholdsWith({ jobQueueLongCount: 500 })).find(
      ({ name }) => name === 'JobQueueLong',
    );
    expect(queue && alertPromql(queue)).toMatch(/ > 500$/);
    expect(queue?.description).toContain('More than 500 jobs');
  });

  it.each([
    [{ jobQueueLongCuont: 5 }, 'there is no threshold "jobQueueLongCuont"'],
    [{ jobQueueLongCount: '5' }, 'jobQueueLongCount must be a number from 0'],
    [{ jobQueueLongCount: -1 }, 'jobQueueLongCount must be a number from 0'],
    [{ jobQueueLongCount: Number.NaN }, 'jobQueueLongCount must be a number from 0'],
    [{ downloadWindowMinutes: 1.5 }, 'downloadWindowMinutes must be a whole number, not 1.5'],
    [{ downloadWindowMinutes: 0 }, 'downloadWindowMinutes must be more than 0'],
    [{ downloadSuccessRatio: 90 }, 'downloadSuccessRatio must be a share from 0 to 1, not 90'],
    [{ downloadObjectiveRatio: 0.9 }, 'DownloadBudgetBurnsFast could never fire'],
    [{ downloadBlockedRatio: 1 }, 'DownloadsBlocked could never fire'],
    ['0.9', 'thresholds must be an object'],
    [[1], 'thresholds must be an object'],
  ])('that cannot be are refused: %j', (given, message) => {
    expect(() => thresholdsWith(given)).toThrow(
      expect.objectContaining({
        code: 'OTEL_MEDIA_SETTINGS_INVALID',
        message: expect.stringContaining(message),
      }),
    );
  });

  it('are all of use: each is of an alert or of the process, but for one of a dashboard and one of its making', () => {
    const used = new Set<string>(PROCESS_THRESHOLDS);
    for (const name of THRESHOLD_NAMES) {
      // One more is another number, and a share stays below 1.
      const other = thresholds[name] < 1 ? thresholds[name] * 0.99 : thresholds[name] + 1;
      const [change] = changedThresholds({ ...thresholds, [name]: other });
      if (change !== undefined && change.alerts.length > 0) used.add(name);
    }
    expect(THRESHOLD_NAMES.filter((name) => !used.has(name))).toStrictEqual([
      'execStreamWindowSeconds',
      'playUptimeRatio',
    ]);
  });
});

describe('rules that are written at the user’s', () => {
  it('are those of the package where no threshold differs', () => {
    const { prometheus, grafana } = ruleFiles(thresholds, 'x');
    for (const [path, text] of [
      ['grafana/prometheus/alerts.generated.yaml', prometheus],
      ['grafana/provisioning/alerting/rules.generated.yaml', grafana],
    ] as const) {
      expect(parse(text)).toStrictEqual(parse(readFileSync(join(root, path), 'utf8')));
    }
  });

  it('say where they are from', () => {
    const { prometheus, grafana } = ruleFiles(thresholds, 'Written from here.');
    for (const text of [prometheus, grafana]) expect(text).toMatch(/^# Written from here\.\n/);
  });
});
