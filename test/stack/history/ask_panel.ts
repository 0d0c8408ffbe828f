import type { Dashboard } from '../../generate/dashboards/files.ts';
import { DAY, SECOND } from '../../history/lives.ts';
import { type DashboardQuery, dashboardQueries } from '../dashboards/queries.ts';
import type { Expectation, Numbers } from './expectation.ts';

export interface Stores {
  readonly prometheus: string;
  readonly loki: string;
}

/** What a store answers. */
export interface Answer {
  readonly data: { readonly resultType: string; readonly result: readonly Result[] };
}

interface Result {
  readonly metric?: Readonly<Record<string, string>>;
  readonly stream?: Readonly<Record<string, string>>;
  readonly value?: readonly [number, string];
  readonly values?: readonly (readonly [number | string, string])[];
}

/** The queries of a dashboard, as Grafana fills them in for so many days up to an end. */
export function queriesOver(json: Dashboard, days: number, end: number, timezone = 'utc'): DashboardQuery[] {
  return dashboardQueries(json, { range: (days * DAY) / SECOND, end: end / SECOND, timezone });
}

/** Asks what Grafana asks. Fails on any answer but a good one. */
export async function askPanel(
  query: DashboardQuery,
  days: number,
  endMs: number,
  { prometheus, loki }: Stores,
): Promise<Answer> {
  const { datasource, expr, isOneNumber, stepSeconds: step, maxLines } = query;
  const end = endMs / SECOND;
  const start = end - (days * DAY) / SECOND;
  const [base, path] = datasource === 'loki' ? [loki, '/loki/api/v1'] : [prometheus, '/api/v1'];
  return isOneNumber
    ? ask(base, `${path}/query`, { query: expr, time: end })
    : ask(base, `${path}/query_range`, {
        query: expr,
        start: datasource === 'prometheus' ? Math.floor(start / step) * step : start,
        end,
        step,
        ...(maxLines === undefined ? {} : { limit: maxLines, direction: 'backward' }),
      });
}

// As long as Grafana waits, of Loki as grafana/provisioning/datasources/otel-media.yaml says.
const PATIENCE_MS = { prometheus: 30_000, loki: 300_000 } as const;

async function ask(
  base: string,
  path: string,
  parameters: Readonly<Record<string, string | number>>,
): Promise<Answer> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) query.set(name, String(value));
  const response = await fetch(`${base}${path}?${query}`, {
    signal: AbortSignal.timeout(path.startsWith('/loki') ? PATIENCE_MS.loki : PATIENCE_MS.prometheus),
  });
  const text = await response.text();
  if (!response.ok)
    throw new Error(`${parameters.query} was answered ${response.status}: ${text.slice(0, 500)}`);
  return JSON.parse(text) as Answer;
}

/** The numbers of an answer, by the labels that an expectation names. */
export function numbersOf({ data }: Answer, { by = [], read }: Expectation, query: DashboardQuery): Numbers {
  const name = (labels: Readonly<Record<string, string>> = {}) => by.map((label) => labels[label]).join(' ');
  if (typeof read === 'object') return lines(data.result, read.linesBy);
  const found = data.result.flatMap(({ metric, value, values = [] }): [string, number][] => {
    if (value !== undefined) return [[name(metric), Number(value[1])]];
    const points = values.map(([at, text]) => [String(at), Number(text)] as const);
    if (read === 'points') return points.map(([at, number]) => [`${name(metric)} ${at}`, number]);
    // Each point counts over a little more than the distance of the points.
    const over = Math.max(query.stepSeconds + 15, 60) / query.stepSeconds;
    return [[name(metric), points.reduce((sum, [, number]) => sum + number, 0) / over]];
  });
  if (read !== 'sizes only') return Object.fromEntries(found);
  const sizes = found.map(([, number]) => number).sort((one, other) => other - one);
  return Object.fromEntries(sizes.map((size, index) => [String(index), size]));
}

// The lines that a list of logs shows, newest first: the value of a label of each, by its place.
function lines(result: readonly Result[], label: string): Numbers {
  const all = result.flatMap(({ stream = {}, values = [] }) =>
    values.map(([at]) => ({ at: BigInt(at), what: stream[label] ?? '' })),
  );
  all.sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0));
  return Object.fromEntries(all.map(({ what }, index) => [what, index]));
}
