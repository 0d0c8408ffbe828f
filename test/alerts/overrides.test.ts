import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { alertPromql } from '../../src/alerts/alert_promql.ts';
import { changedThresholds, thresholdsWith } from '../../src/alerts/overrides.ts';
import { ruleFiles } from '../../src/alerts/rule_files.ts';
import { resolveOptions } from '../../src/options/resolve_options.ts';
import { alertsUnder } from '../../src/registry/alerts.ts';
import {
  PROCESS_THRESHOLDS,
  THRESHOLD_NAMES,
  THRESHOLDS,
  thresholds,
} from '../../src/registry/thresholds.ts';

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
    [
      { jobQueueLongCuont: 5 },
      'threshold "jobQueueLongCuont" is one that there is not; did you mean jobQueueLongCount?',
    ],
    [
      { jobQueueLongCount: '5' },
      'jobQueueLongCount is no number; allowed is a whole number from 0 to 1000000',
    ],
    [{ jobQueueLongCount: -1 }, 'jobQueueLongCount is -1; allowed is a whole number from 0 to 1000000'],
    [{ jobQueueLongCount: Number.NaN }, 'jobQueueLongCount is no number'],
    [{ downloadMinimumAttempts: 2.5 }, 'downloadMinimumAttempts is 2.5; allowed is a whole number from 0'],
    [
      { downloadWindowMinutes: 1.5 },
      'downloadWindowMinutes is 1.5; allowed is a whole number of minutes from 1 to',
    ],
    [
      { downloadWindowMinutes: 0 },
      'downloadWindowMinutes is 0; allowed is a whole number of minutes from 1 to',
    ],
    [{ downloadSuccessRatio: 90 }, 'downloadSuccessRatio is 90; allowed is a share from 0 to 1'],
    [{ deadAirSeconds: 1e99 }, 'deadAirSeconds is 1e+99; allowed is a number of seconds from 0.001 to 86400'],
    [{ trafficPastDays: 31 }, 'trafficPastDays is 31; allowed is a whole number of days from 1 to 29'],
    [{ downloadObjectiveRatio: 0.9 }, 'DownloadBudgetBurnsFast could never fire'],
    [{ downloadBlockedRatio: 1 }, 'DownloadsBlocked could never fire'],
    [
      { budgetFastLongMinutes: 5, budgetFastShortMinutes: 60 },
      'budgetFastShortMinutes is 60, and has to be less than budgetFastLongMinutes, 5',
    ],
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

  it('that cannot be are told all at once, and where they are from', () => {
    const given = { deadAirSeconds: 1e99, jobQueueLongCount: 0.5, nix: 1 };
    expect(() => thresholdsWith(given, ' (in a file)')).toThrow(
      expect.objectContaining({
        message: [
          'thresholds cannot be',
          'threshold deadAirSeconds (in a file) is 1e+99; allowed is a number of seconds from 0.001 to 86400',
          'threshold jobQueueLongCount (in a file) is 0.5; allowed is a whole number from 0 to 1000000',
          'threshold "nix" (in a file) is one that there is not; see `otel-media alerts --thresholds`',
        ].join('\n  '),
      }),
    );
  });

  it('of the registry are within their own bounds, and each says what it is', () => {
    expect(thresholdsWith({ ...thresholds })).toStrictEqual({ ...thresholds });
    for (const name of THRESHOLD_NAMES) {
      const { minimum, maximum, whole, brief, unit } = THRESHOLDS[name];
      expect(minimum, name).toBeLessThan(maximum);
      expect(brief, name).toMatch(/^[a-z].*[^.]$/);
      // The unit stands in the name, for whoever reads a settings file.
      const words = {
        share: 'Ratio',
        seconds: 'Seconds',
        minutes: 'Minutes',
        hours: 'Hours',
        days: 'Days',
        bytes: 'Bytes',
      };
      const word = Object.entries(words).find(([of]) => of === unit)?.[1] ?? '';
      expect(name.endsWith(word), name).toBe(true);
      expect(whole, name).toBe(!['share', 'seconds', 'times'].includes(unit));
    }
  });

  it('are checked alike by the options of a process', () => {
    const wrong = {
      deadAirSeconds: 1e99,
      jobQueueLongCount: 0.5,
      playErrorRatio: 2,
      downloadWindowMinutes: 0,
    };
    const { options, problems } = resolveOptions({ thresholds: { ...wrong, playUptimeRatio: 0.5 } }, {});
    expect(options.thresholds).toEqual({ playUptimeRatio: 0.5 });
    expect(problems.toSorted()).toEqual([
      'option thresholds: deadAirSeconds is 1e+99; allowed is a number of seconds from 0.001 to 86400. It is left out.',
      'option thresholds: downloadWindowMinutes is 0; allowed is a whole number of minutes from 1 to 10080. It is left out.',
      'option thresholds: jobQueueLongCount is 0.5; allowed is a whole number from 0 to 1000000. It is left out.',
      'option thresholds: playErrorRatio is 2; allowed is a share from 0 to 1. It is left out.',
    ]);
    for (const name of THRESHOLD_NAMES) {
      const { minimum, maximum, whole } = THRESHOLDS[name];
      for (const value of [minimum, maximum, thresholds[name]]) {
        expect(resolveOptions({ thresholds: { [name]: value } }, {}).problems, name).toEqual([]);
      }
      for (const value of [minimum - 0.0001, maximum + 1, ...(whole ? [minimum + 0.5] : [])]) {
        expect(resolveOptions({ thresholds: { [name]: value } }, {}).problems, name).toHaveLength(1);
      }
    }
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
