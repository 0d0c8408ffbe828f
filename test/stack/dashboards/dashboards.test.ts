import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tempoTrace } from '../../../examples/demo/stores.ts';
import { type Dashboard, dashboards, root } from '../../generate/dashboards/files.ts';
import { eventually, getJson, nowSeconds, stack, theStack } from '../live.ts';
import { exploreLinks, type Found, filledLink, isSomething, type PanelLink } from './links.ts';
import { type Load, startLoad } from './load.ts';
import {
  type DashboardQuery,
  dashboardQueries,
  type FillOptions,
  runbookQueries,
  variableQueries,
} from './queries.ts';

const RANGE_SECONDS = 3600;
const runbooks = join(root, 'grafana', 'runbooks');
const loads = join(root, 'test', 'fixtures', 'stack', 'loads');

/** Queries that may have nothing to show on a stack without faults, by dashboard and panel, each with the reason. */
const MAY_BE_EMPTY: Readonly<Record<string, string>> = {};

/** Links that lead to nothing on this stack, by dashboard, panel and link, each with the reason. */
const LEADS_NOWHERE_YET: Readonly<Record<string, string>> = {};

/** Every dashboard that shows data, by the name of its file. */
const shown = dashboards
  .map(([file, json]) => [file.replace('.generated.json', ''), json] as const)
  .filter(([key]) => key !== 'runbooks');

it.each(shown)('%s has a load of its own to show', (key) => {
  expect(existsSync(join(loads, `${key}.ts`))).toBe(true);
});

it('excuses no panel that there is not', () => {
  const titles = shown.flatMap(([key, { panels }]) => panels.map(({ title }) => `${key}: ${title}`));
  for (const excused of Object.keys(MAY_BE_EMPTY)) expect(titles).toContain(excused);
});

describe.skipIf(!stack).each(shown)('the dashboard of %s, after a load', (key, json) => {
  let load: Load;

  beforeAll(async () => {
    load = await startLoad(key);
  });
  afterAll(() => load.end());

  const fill = (): FillOptions => ({
    range: RANGE_SECONDS,
    end: nowSeconds() + 1,
    selected: load.selected,
  });

  it.each(names(json).filter((name) => MAY_BE_EMPTY[`${key}: ${name.panel}`] === undefined))(
    'shows: $panel ($refId)',
    async ({ panelId, refId }) => {
      const filled = () => {
        const options = fill();
        const found = dashboardQueries(json, options).find(
          (query) => query.panelId === panelId && query.refId === refId,
        );
        if (found === undefined) throw new Error(`the query ${refId} of panel ${panelId} is gone`);
        return { query: found, end: options.end };
      };
      await eventually(
        filled().query.expr,
        () => {
          const { query, end } = filled();
          return ask(query, query.kind, query.stepSeconds, end);
        },
        (answer) => countResults(answer) > 0,
      );
    },
  );

  it.each(linksOf(key, json))('leads on from: $panel ($link)', async (link) => {
    await eventually(
      link.url,
      async () => {
        const options = fill();
        const asked = dashboardQueries(json, options).filter(({ panelId }) => panelId === link.panelId);
        const answers = await Promise.all(
          asked.map((query) => ask(query, query.kind, query.stepSeconds, options.end)),
        );
        const found = answers.flatMap((answer) => results(answer)).filter(isSomething);
        const led: number[] = [];
        // A few are enough: what is true of one series is true of the next.
        for (const one of found.slice(0, 10)) {
          const { range, end } = options;
          const asked = filledLink(link, one, { from: end - range, to: end });
          if (asked === undefined) continue;
          const datasource = asked.uid.replace('otel-media-', '') as DashboardQuery['datasource'];
          const answer = await ask({ datasource, expr: asked.query }, 'range', 60, asked.to, asked.from);
          led.push(countResults(answer));
        }
        return led;
      },
      (led) => led.length > 0 && led.every((count) => count > 0),
    );
  });

  it('offers something to choose of each variable', async () => {
    for (const { name, label, match } of variableQueries(json, fill())) {
      const answer = await getJson(theStack().prometheus, `/api/v1/label/${label}/values`, {
        'match[]': match,
        start: nowSeconds() - RANGE_SECONDS,
        end: nowSeconds() + 1,
      });
      expect((answer as { data: unknown[] }).data.length, name).toBeGreaterThan(0);
    }
  });
});

describe.skipIf(!stack)('runbooks', () => {
  it.each(readdirSync(runbooks))('the queries of %s are answered', async (file) => {
    const markdown = readFileSync(join(runbooks, file), 'utf8');
    for (const { language, expr } of runbookQueries(markdown, { service: 'any', file: 'stale.txt' })) {
      const datasource = ({ promql: 'prometheus', logql: 'loki', traceql: 'tempo' } as const)[language];
      // A query of log lines has no instant; one of numbers has both.
      await ask({ datasource, expr }, 'range', 60, nowSeconds() + 1);
    }
  });
});

function linksOf(key: string, json: Dashboard): PanelLink[] {
  return json.panels
    .flatMap((panel) => exploreLinks(panel))
    .filter(({ panel, link }) => LEADS_NOWHERE_YET[`${key}: ${panel} (${link})`] === undefined);
}

function names(json: Dashboard): { panel: string; panelId: number; refId: string }[] {
  return json.panels.flatMap(({ id, title = '', targets = [] }) =>
    targets.map(({ refId }) => ({ panel: title, panelId: id, refId })),
  );
}

function ask(
  { datasource, expr }: Pick<DashboardQuery, 'datasource' | 'expr'>,
  kind: DashboardQuery['kind'],
  step: number,
  end: number,
  from = end - RANGE_SECONDS,
): Promise<unknown> {
  const { prometheus, loki, tempo } = theStack();
  const range = { start: from, end };
  // Grafana looks up what is no query but the id of a trace.
  if (datasource === 'tempo' && /^[0-9a-f]{32}$/.test(expr))
    return tempoTrace(theStack(), expr).then((traces) => ({ traces }));
  if (datasource === 'tempo') return getJson(tempo, '/api/search', { q: expr, ...range, limit: 20 });
  const [base, path] = datasource === 'loki' ? [loki, '/loki/api/v1'] : [prometheus, '/api/v1'];
  if (kind === 'instant') return getJson(base, `${path}/query`, { query: expr, time: end });
  // Grafana asks Prometheus for points at multiples of their distance: what is counted now is drawn at the next of them.
  const [start, last] =
    datasource === 'prometheus'
      ? [Math.floor(range.start / step) * step, Math.ceil(end / step) * step]
      : [range.start, end];
  return getJson(base, `${path}/query_range`, { query: expr, start, end: last, step });
}

interface Answer {
  readonly data?: { readonly result: readonly Found[] };
  readonly traces?: readonly unknown[];
}

function results(answer: unknown): readonly Found[] {
  return (answer as Answer).data?.result ?? [];
}

function countResults(answer: unknown): number {
  const { data, traces } = answer as Answer;
  return (data?.result ?? traces ?? []).length;
}
