import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { counted, countedAhead, countedEarlier } from '../../../src/alerts/counted.ts';
import { promtool, runPromtool } from './promtool.ts';

if (promtool === undefined) console.warn('SKIPPED: what panels count is not tested, as there is no promtool');

const scratch = mkdtempSync(join(tmpdir(), 'otel-media-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const WINDOW = 10;
const LABELS = 'job="media/fetcher",instance="one"';
const X = 'x_total';
const PER_MINUTE = 4;

// How the values of a series follow each other, four a minute, as promtool writes them.
const nothing = (minutes: number) => `_x${minutes * PER_MINUTE}`;
const still = (value: number, minutes: number) => `${value}x${minutes * PER_MINUTE - 1}`;
const growing = (from: number, minutes: number) => `${from}+1x${minutes * PER_MINUTE - 1}`;
const began = (atMinute: number, minutes: number) => still(atMinute * 60, minutes);

interface Case {
  readonly name: string;
  readonly series: Readonly<Record<string, string>>;
  /** At some minutes the least and the most that may have been counted in the ten minutes before. */
  readonly counts: Readonly<Record<number, readonly [number, number]>>;
  /** The selector, where it is another. */
  readonly of?: string;
}

const STARTED = 'media_telemetry_started_seconds';
const HEARTBEAT = 'media_telemetry_heartbeat_seconds';
const UPTIME = 'otelcol_process_uptime_seconds_total';
const OF_COLLECTOR = 'otelcol_exporter_send_failed_spans_total';

const CASES: readonly Case[] = [
  {
    name: 'the first increment of a new series of a process that has been there for long',
    series: { [STARTED]: began(0, 60), [X]: `${nothing(30)} ${still(1, 30)}` },
    counts: { 29: [0, 0], 31: [1, 1], 39: [1, 1], 45: [0, 0] },
  },
  {
    name: 'the only increment of a process that has gone since, without a zero',
    series: { [STARTED]: `${nothing(30)} 1800 1800`, [X]: `${nothing(30)} _ 1` },
    counts: { 31: [1, 1], 39: [1, 1], 45: [0, 0] },
  },
  {
    name: 'the only increment of a process that has gone since, with the zero that Prometheus puts where it began',
    series: { [STARTED]: `${nothing(30)} 1800 1800`, [X]: `${nothing(30)} 0 1` },
    counts: { 31: [1, 1], 39: [1, 1], 45: [0, 0] },
  },
  {
    name: 'the first increment of a process of which only the zero lies in the window before',
    series: { [STARTED]: `${nothing(30)} 1800 1800`, [X]: `${nothing(30)} 0 3` },
    counts: { 40: [3, 3] },
  },
  {
    name: 'a restart under the same id within the window',
    series: {
      [STARTED]: `${began(0, 30)} ${nothing(1)} ${began(31, 29)}`,
      [X]: `${growing(0, 30)} ${nothing(1)} ${growing(0, 29)}`,
    },
    counts: { 25: [40, 40], 33: [34, 38], 38: [34, 38], 55: [40, 40] },
  },
  {
    name: 'a restart under the same id, after it was down for longer than the window',
    series: {
      [STARTED]: `${began(0, 30)} ${nothing(15)} ${began(45, 15)}`,
      [X]: `${growing(0, 30)} ${nothing(15)} ${growing(1, 15)}`,
    },
    // Without a zero the first value after the restart is lost while the window before has one of the run before.
    counts: { 44: [0, 0], 46: [4, 5], 50: [21, 21] },
  },
  {
    name: 'a restart whose zero is the last of the window before',
    series: {
      [STARTED]: `${began(0, 29)} ${nothing(1)} ${began(30, 30)}`,
      [X]: `${growing(100, 29)} ${nothing(1)} 0 ${growing(2, 29)}`,
    },
    counts: { 40: [39, 41] },
  },
  {
    name: 'a gap that is shorter than the window: what was counted in it is there',
    series: {
      [STARTED]: `${began(0, 30)} ${nothing(5)} ${began(0, 25)}`,
      [X]: `${growing(1000, 30)} ${nothing(5)} ${growing(1140, 25)}`,
    },
    counts: { 36: [38, 42], 39: [38, 42], 50: [40, 40] },
  },
  {
    name: 'a gap that is longer than the window, while counting goes on: what was counted in it is lost',
    series: {
      [STARTED]: `${began(0, 30)} ${nothing(21)} ${began(0, 29)}`,
      [X]: `${growing(1000, 30)} ${nothing(21)} ${growing(1204, 29)}`,
    },
    counts: { 45: [0, 0], 51: [0, 0], 52: [3, 5], 55: [15, 17], 60: [35, 37], 61.5: [40, 40], 70: [40, 40] },
  },
  {
    name: 'a gap that is longer than the window, with a restart long before its end',
    series: {
      [STARTED]: `${began(0, 30)} ${nothing(21)} ${began(33, 29)}`,
      [X]: `${growing(1000, 30)} ${nothing(21)} ${growing(72, 29)}`,
    },
    counts: { 45: [0, 0], 51: [0, 0], 52: [3, 5], 55: [15, 17], 70: [40, 40] },
  },
  {
    name: 'a gap that is longer than the window, with a restart in its last minutes: all since then counts',
    series: {
      [STARTED]: `${began(0, 30)} ${nothing(21)} ${began(49, 29)}`,
      [X]: `${growing(1000, 30)} ${nothing(21)} ${growing(8, 29)}`,
    },
    counts: { 45: [0, 0], 51: [8, 8], 55: [24, 24], 70: [40, 40] },
  },
  {
    name: 'a series that appears after a gap, in a process that was there before it',
    series: {
      [STARTED]: `${began(0, 30)} ${nothing(20)} ${began(0, 30)}`,
      [X]: `${nothing(65)} ${still(1, 15)}`,
    },
    counts: { 64: [0, 0], 66: [1, 1] },
  },
  {
    name: 'what the Collector counts of a process, heard of again some seconds after the process itself',
    series: {
      [STARTED]: `${began(0, 30)} ${nothing(21)} ${began(0, 39)}`,
      [X]: `${growing(1000, 30)} ${nothing(21)} _ ${growing(1204, 38)}`,
    },
    counts: {
      45: [0, 0],
      51: [0, 0],
      52: [2, 4],
      61: [37, 41],
      61.25: [38, 41],
      61.5: [40, 40],
      70: [40, 40],
    },
  },
  {
    name: 'nothing, for long, and with a gap',
    series: {
      [STARTED]: `${began(0, 30)} ${nothing(20)} ${began(0, 30)}`,
      [X]: `${still(7, 30)} ${nothing(20)} ${still(7, 30)}`,
    },
    counts: { 25: [0, 0], 45: [0, 0], 51: [0, 0], 55: [0, 0], 70: [0, 0] },
  },
  {
    name: 'a process that was there long before there was a Prometheus',
    series: { [STARTED]: `${nothing(30)} ${began(0, 30)}`, [X]: `${nothing(30)} ${growing(5000, 30)}` },
    counts: { 30: [0, 0], 31: [3, 5], 35: [19, 21], 55: [40, 40] },
  },
  {
    name: 'a gap, of a process that does not tell when it began: all that it ever counted',
    series: { [X]: `${growing(1000, 30)} ${nothing(20)} ${growing(1200, 30)}` },
    counts: { 45: [0, 0], 51: [1204, 1204], 70: [40, 40] },
  },
  {
    name: 'what a Collector counts, after a gap',
    of: OF_COLLECTOR,
    series: {
      [UPTIME]: `0+15x119 ${nothing(21)} 3060+15x115`,
      [OF_COLLECTOR]: `${still(50, 30)} ${nothing(21)} ${growing(90, 29)}`,
    },
    counts: { 45: [0, 0], 52: [3, 5], 70: [40, 40] },
  },
  {
    name: 'what a Collector counts for the first time, long after it began',
    of: OF_COLLECTOR,
    series: { [UPTIME]: '0+15x239', [OF_COLLECTOR]: `${nothing(40)} ${still(2, 20)}` },
    counts: { 39: [0, 0], 41: [2, 2], 49: [2, 2], 55: [0, 0] },
  },
];

// A beat for each time that a process tells when it began: the time itself.
function beats(started: string): string {
  const told = started.split(' ').flatMap((part) => {
    const [value = '', more = '0'] = part.split('x');
    return Array.from(
      { length: Number(more) + (value === '_' && part.includes('x') ? 0 : 1) },
      () => value !== '_',
    );
  });
  return told.map((is, index) => (is ? `${(index * 60) / PER_MINUTE}` : '_')).join(' ');
}

const filled = (expression: string) =>
  expression
    .replaceAll('$__rate_interval_ms', `${WINDOW * 60_000}`)
    .replaceAll('$__range_s', `${WINDOW * 60}`)
    .replaceAll(/\$__(?:rate_interval|range)\b/g, `${WINDOW}m`);

// As alerts ask, as panels do, and for windows that end at another time than that which is asked about.
const FORMS: Readonly<Record<string, readonly [(selector: string) => string, number]>> = {
  alerts: [(selector) => counted(selector, `${WINDOW}m`), 0],
  graphs: [(selector) => filled(counted(selector, '$__rate_interval')), 0],
  'numbers of the time shown': [(selector) => filled(counted(selector, '$__range')), 0],
  'windows in the past': [(selector) => countedEarlier(selector, `${WINDOW}m`, 7), 7],
  'windows that begin then': [(selector) => countedAhead(selector, `${WINDOW}m`), -WINDOW],
};

describe.skipIf(promtool === undefined)('counts', () => {
  it.each(CASES)('$name', ({ name, series, counts, of = X }) => {
    const path = join(scratch, `${name}.yaml`);
    const tests = Object.entries(FORMS).flatMap(([form, [write, shift]]) =>
      Object.entries(counts).map(([minute, [least, most]]) => {
        const count = `(sum(${write(of)}) or vector(0))`;
        return {
          // What is asked of promtool is whether it is as it should be: it shows both where it is not.
          expr: `round(${count}, 0.1) < ${least} or round(${count}, 0.1) > ${most} or label_replace(vector(0), "is", "right", "", "")`,
          eval_time: `${(Number(minute) + shift) * 60}s`,
          exp_samples: [{ labels: '{is="right"}', value: 0 }],
          name: form,
        };
      }),
    );
    const all = {
      ...series,
      ...(series[STARTED] === undefined ? {} : { [HEARTBEAT]: beats(series[STARTED]) }),
    };
    const input = Object.entries(all).map(([key, values]) => ({ series: `${key}{${LABELS}}`, values }));
    const file = {
      tests: [
        {
          name,
          interval: '15s',
          input_series: input,
          promql_expr_test: tests.map(({ name: _form, ...test }) => test),
        },
      ],
    };
    writeFileSync(path, stringify(file));
    expect(runPromtool('test', 'rules', path)).toContain('SUCCESS');
  });
});
