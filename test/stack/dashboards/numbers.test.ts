import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DashboardKey } from '../../../src/generate/dashboards/dashboard_uids.ts';
import { dashboards as definitions } from '../../../src/generate/dashboards/dashboards.ts';
import { eventually, getJson, nowSeconds, stack, theStack } from '../live.ts';
import { type Load, startLoad } from './load.ts';
import { dashboardQueries } from './queries.ts';

// What panels say of a load that is known to the last play: not that they say something, but that it is right.

const RANGE_SECONDS = 3600;

/** What each query of a panel answers: its numbers, largest first; or their sum, where an hour may end between; or how many lines there are. */
type Expected = readonly (readonly number[])[] | { readonly lines: number } | { readonly sum: number };

const LOADS: readonly (readonly [DashboardKey, Readonly<Record<string, Expected>>])[] = [
  [
    'radio',
    {
      onAir: [[1]],
      plays: [[18]],
      // Of six tracks two never started.
      uniqueTracks: [[4]],
      errorRate: [[6 / 18]],
      deadAir: [[0]],
      nowPlaying: [[1]],
      lastPlays: { lines: 18 },
      trackHistory: { lines: 3 },
      failedPlays: { lines: 6 },
      mostPlayed: [[4, 3, 3, 3]],
      playsByHour: { sum: 13 },
      endReasons: [[18]],
      attempts: [[19], [12], [9], [3], [3], [3], [0]],
    },
  ],
  [
    'visitors',
    {
      sessionsNow: [[1]],
      sessions: [[9]],
      visitors: [[3]],
      returning: [[3]],
      successRate: [[3 / 9]],
      files: [[9]],
      programs: [[3]],
      running: [[1]],
      lastSessions: { lines: 9 },
      popular: [[6, 3]],
      sites: [[9]],
      countries: [[6, 3]],
      agents: [[6, 3]],
      mostActive: [
        [3, 3, 3],
        [6, 6, 6],
        [6, 3, 0],
      ],
      peakHours: { sum: 10 },
    },
  ],
  [
    'errors',
    {
      errors: [[18]],
      critical: [[3]],
      unresolved: [[2]],
      resolved: [[3]],
      kinds: [[3]],
      unknownShare: [[3 / 18]],
      lastErrors: { lines: 18 },
      unknownErrors: { lines: 3 },
      unknownDownloads: { lines: 3 },
      resolvedTable: { lines: 3 },
    },
  ],
  [
    'overview',
    {
      downloads: [[3 / 6]],
      plays: [[2 / 3]],
      processing: [[3 / 6]],
      jobs: [[3 / 6]],
      // The place of `critical` among the states.
      health: [[2]],
      errors: [[3]],
    },
  ],
];

describe.skipIf(!stack).each(LOADS)('the numbers on the dashboard of %s', (key, expected) => {
  const definition = definitions.find((one) => one.key === key);
  const json = JSON.parse(definition?.json() ?? '{}') as unknown;
  let load: Load;

  beforeAll(async () => {
    load = await startLoad(key, `numbers-${key}`);
  });
  afterAll(() => load.end());

  it.each(Object.entries(expected))('%s', async (panel, values) => {
    const id = definition?.panels[panel];
    const asked = async () => {
      const end = nowSeconds() + 1;
      const queries = dashboardQueries(json, { range: RANGE_SECONDS, end, selected: load.selected });
      const answers = [];
      for (const query of queries.filter(({ panelId }) => panelId === id))
        answers.push(await ask(query, end));
      return 'sum' in values ? answers.map((answer) => [sumOf(answer)]) : answers;
    };
    const wanted = 'lines' in values ? [[values.lines]] : 'sum' in values ? [[values.sum]] : values;
    const isRight = (answers: number[][]) =>
      answers.length === wanted.length &&
      answers.every((answer, at) => areClose(answer, wanted[at] ?? [], 1e-6));
    expect(isRight(await eventually(`${panel} says ${JSON.stringify(wanted)}`, asked, isRight))).toBe(true);
  });
});

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, value) => sum + value, 0);
}

function areClose(one: readonly number[], other: readonly number[], by: number): boolean {
  return one.length === other.length && one.every((value, at) => Math.abs(value - (other[at] ?? NaN)) < by);
}

interface Answer {
  readonly data: {
    readonly resultType: string;
    readonly result: readonly { readonly value?: [number, string]; readonly values?: readonly unknown[] }[];
  };
}

async function ask(query: ReturnType<typeof dashboardQueries>[number], end: number): Promise<number[]> {
  const { prometheus, loki } = theStack();
  const [base, path] = query.datasource === 'loki' ? [loki, '/loki/api/v1'] : [prometheus, '/api/v1'];
  if (query.kind === 'instant') {
    const { data } = (await getJson(base, `${path}/query`, { query: query.expr, time: end })) as Answer;
    return data.result.map(({ value }) => Number(value?.[1])).sort((one, other) => other - one);
  }
  const range = { start: end - RANGE_SECONDS, end, limit: 1000 };
  const { data } = (await getJson(base, `${path}/query_range`, { query: query.expr, ...range })) as Answer;
  return [data.result.reduce((sum, { values = [] }) => sum + values.length, 0)];
}
