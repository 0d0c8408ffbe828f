import { describe, expect, it } from 'vitest';
import { DASHBOARD_UIDS } from '../../../src/generate/dashboards/dashboard_uids.ts';
import { events } from '../../../src/registry/registry.ts';
import { dashboards, type Panel } from './files.ts';
import { labelsOfLogql, streamsOfLogql } from './logql_names.ts';

const DATASOURCES = ['otel-media-prometheus', 'otel-media-loki', 'otel-media-tempo'];

/** What Grafana fills into a link when it is clicked. */
const FILLED = /\$\{__(?:value|field|data)\.[a-z_.]+\}/gi;

interface Query {
  readonly expr?: string;
  readonly query?: string;
}

/** Every address that a click within a panel leads to. */
function addresses(panel: Panel): string[] {
  const found: string[] = [];
  JSON.stringify(panel.fieldConfig ?? {}, (key, value: unknown) => {
    if (key === 'url' && typeof value === 'string') found.push(value);
    return value;
  });
  return found;
}

interface Pane {
  readonly datasource: string;
  readonly queries: readonly Query[];
  readonly range: { readonly from: string; readonly to: string };
}

/** The queries of a link to Explore. */
function queriesOf(url: string): Pane[] {
  const panes = new URL(url, 'http://grafana').searchParams.get('panes') ?? '{}';
  return Object.values(JSON.parse(panes) as Record<string, Pane>);
}

/** Panels of what runs now, by dashboard: it may have begun before the time that the dashboard shows. */
const RUNNING_NOW = ['radio: Now playing', 'visitors: Running now', 'processing: Sessions running now'];

const links = dashboards.flatMap(([file, { panels }]) =>
  panels.flatMap((panel) =>
    addresses(panel).map((url) => ({
      what: `${file} ${panel.title}: ${url.slice(0, 60)}`,
      file,
      panel,
      url,
    })),
  ),
);

describe.each(links)('$what', ({ file, panel, url }) => {
  it('leads to a dashboard that there will be, or to Explore', () => {
    const { pathname } = new URL(url, 'http://grafana');
    if (pathname === '/explore') return;
    expect(Object.values(DASHBOARD_UIDS).map((uid) => `/d/${uid}`)).toContain(pathname);
  });

  it('asks a store that there is for what it has', () => {
    for (const { datasource, queries } of url.startsWith('/explore') ? queriesOf(url) : []) {
      expect(DATASOURCES).toContain(datasource);
      expect(queries).toHaveLength(1);
      for (const { expr = '' } of queries) {
        const names = streamsOfLogql(expr).flatMap(({ eventNames }) => eventNames);
        const carried = names.flatMap((name) => events.get(name)?.attributes ?? []);
        const known = carried.map(({ attribute }) => attribute.name.replaceAll('.', '_'));
        for (const label of labelsOfLogql(expr).used)
          expect([...known, 'event_name', 'service_name', 'trace_id', 'session_id'], expr).toContain(label);
      }
    }
  });

  it('asks for the time that the dashboard shows: a row of last week is not of today', () => {
    const isRunning = RUNNING_NOW.includes(`${file.replace('.generated.json', '')}: ${panel.title}`);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Grafana's variables, not ours.
    const meant = isRunning ? { from: 'now-24h', to: 'now' } : { from: '${__from}', to: '${__to}' };
    for (const { range } of url.startsWith('/explore') ? queriesOf(url) : [])
      expect(range).toStrictEqual(meant);
  });

  it('takes of a series only the labels that the panel’s series have', () => {
    const grouped = (panel.targets ?? []).flatMap(({ expr }) =>
      [...expr.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, list = '']) => list.split(', ')),
    );
    for (const [filled] of decodeURIComponent(url).matchAll(FILLED)) {
      const [, label] = /__field\.labels\.([a-z_]+)/.exec(filled) ?? [];
      if (label !== undefined) expect(grouped, filled).toContain(label);
    }
  });
});

/** Panels of what fails from which nothing leads on, each with the reason. */
const NO_WAY_ON: Readonly<Record<string, string>> = {
  'errors: Lines at ERROR or above': 'the lines are beside it',
  'jobs: Calls turned away by bulkheads': 'a call that is turned away leaves nothing but its count',
  'jobs: Errors of pools':
    'an error of a pool leaves nothing but its count; what it kept from being done fails elsewhere',
  'telemetry: Redacted late, by what it was': 'it was masked; who sent it is told beside it',
  'jobs: Rate limiters: allowed and rejected':
    'a call that a limiter turns away leaves nothing but its count',
  'jobs: Time-outs': 'a time-out leaves nothing but its count; what it ended is a failure elsewhere',
  'telemetry: Lost': 'why is in the log of the Collector, which is in no store',
  'telemetry: Refused': 'why is in the log of the Collector, which is in no store',
};

it('has a way from every failing thing on', () => {
  const failing =
    /fail|errors?\b(?! budget)|reject|refus|stuck|slow|time-?out|overdue|wrong|lost|dead air|not let|turned away|late,/i;
  const without = dashboards
    .flatMap(([file, { panels }]) => panels.map((panel) => ({ file, panel })))
    .filter(({ file }) => !file.startsWith('runbooks'))
    .filter(({ panel }) => ['timeseries', 'table'].includes(panel.type) && failing.test(panel.title ?? ''))
    .filter(({ panel }) => addresses(panel).length === 0)
    .map(({ file, panel }) => `${file.replace('.generated.json', '')}: ${panel.title}`);
  expect(without.sort()).toStrictEqual(Object.keys(NO_WAY_ON).sort());
});
