import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { dashboards, root } from '../generate/dashboard_files.ts';
import { type DashboardQuery, dashboardQueries, runbookQueries } from './dashboard_queries.ts';
import { eventually, type Fixture, getJson, nowSeconds, stack, startFixture, theStack } from './live.ts';

const SERVICE = 'dashboard-test';
const RANGE_SECONDS = 3600;
const runbooks = join(root, 'grafana', 'runbooks');

const queries = dashboards
  .filter(([file]) => file.startsWith('downloads.'))
  .flatMap(([, json]) => dashboardQueries(json, { range: RANGE_SECONDS, selected: { service: [SERVICE] } }));

describe.skipIf(!stack)('after a varied load', () => {
  let folder: string;
  let load: Fixture;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'otel-media-dashboard-'));
    const env = {
      OTEL_SERVICE_NAME: SERVICE,
      OTEL_MEDIA_STATE: folder,
      OTEL_MEDIA_ENVIRONMENT: 'test',
      OTEL_MEDIA_SERVICE_NAMESPACE: 'tests',
    };
    load = startFixture('varied_load', theStack().otlpHttp, env, [folder]);
    await load.said;
  });
  afterAll(async () => {
    load.child.kill('SIGUSR2');
    await load.ended;
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(queries.map((query) => [`${query.panel} (${query.refId})`, query] as const))(
    'the dashboard shows: %s',
    async (_name, query) => {
      await eventually(
        query.expr,
        () => ask(query, query.kind, query.stepSeconds),
        (answer) => countResults(answer) > 0,
      );
    },
  );

  it.each(readdirSync(runbooks))('the queries of %s are answered', async (file) => {
    const markdown = readFileSync(join(runbooks, file), 'utf8');
    for (const { language, expr } of runbookQueries(markdown, { service: SERVICE, file: 'stale.txt' })) {
      const datasource = ({ promql: 'prometheus', logql: 'loki', traceql: 'tempo' } as const)[language];
      // A query of log lines has no instant; one of numbers has both.
      await ask({ datasource, expr }, 'range', 60);
    }
  });
});

function ask(
  { datasource, expr }: Pick<DashboardQuery, 'datasource' | 'expr'>,
  kind: DashboardQuery['kind'],
  step: number,
): Promise<unknown> {
  const { prometheus, loki, tempo } = theStack();
  const end = nowSeconds() + 1;
  const range = { start: end - RANGE_SECONDS, end };
  if (datasource === 'tempo') return getJson(tempo, '/api/search', { q: expr, ...range, limit: 20 });
  const [base, path] = datasource === 'loki' ? [loki, '/loki/api/v1'] : [prometheus, '/api/v1'];
  if (kind === 'range') return getJson(base, `${path}/query_range`, { query: expr, ...range, step });
  return getJson(base, `${path}/query`, { query: expr, time: end });
}

interface Answer {
  readonly data?: { readonly result: readonly unknown[] };
  readonly traces?: readonly unknown[];
}

function countResults(answer: unknown): number {
  const { data, traces } = answer as Answer;
  return (data?.result ?? traces ?? []).length;
}
