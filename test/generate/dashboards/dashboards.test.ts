import { describe, expect, it } from 'vitest';
import { COLLECTOR_SERIES } from '../../../src/generate/dashboards/queries/collector_metrics.ts';
import { FOREIGN_METRICS } from '../../../src/generate/dashboards/queries/foreign_metrics.ts';
import { prometheusName } from '../../../src/registry/prometheus_name.ts';
import { attributes, events, metrics } from '../../../src/registry/registry.ts';
import { windows } from '../../../src/registry/windows.ts';
import { FIXED_WINDOWS } from './exceptions.ts';
import { dashboards, type Panel } from './files.ts';
import { labelsOfLogql, streamsOfLogql, withoutTemplates } from './logql_names.ts';

const UIDS: Readonly<Record<string, string>> = {
  prometheus: 'otel-media-prometheus',
  loki: 'otel-media-loki',
  tempo: 'otel-media-tempo',
};

const parts = ['bucket', 'sum', 'count'] as const;
const names = new Set([
  ...[...metrics.values()].flatMap((metric) =>
    metric.instrument === 'histogram'
      ? parts.map((part) => prometheusName(metric, part))
      : [prometheusName(metric)],
  ),
  ...FOREIGN_METRICS,
]);

const labels = new Set([
  ...[...attributes.keys()].map((name) => name.replaceAll('.', '_')),
  // Promoted resource attributes, and what Prometheus, Loki and the Collector add.
  ...[
    'service_name',
    'service_namespace',
    'deployment_environment_name',
    'service_instance_id',
    'service_version',
  ],
  ...['__name__', 'le', 'span_name', 'event_name', 'job', 'instance'],
  // What the Collector tells of itself has these, and what it had to mask.
  ...['exporter', 'data_type', 'otel_media_signal', 'otel_media_redaction_family'],
]);

const withQueries = (panels: readonly Panel[]) => panels.filter((panel) => panel.targets !== undefined);

/** States that tell what is used, not whether it is well. */
const NEITHER_GOOD_NOR_BAD = ['media.pool.state'];

/** What is stamped on every event, or is there by Loki or the Collector. */
const ON_EVERY_LINE = [
  'trace_id',
  'span_id',
  'event_name',
  'level',
  'service_name',
  'service_namespace',
  'service_instance_id',
  'deployment_environment_name',
  'session_id',
  'media_operation',
  'media_play_id',
];

// How wide things are on a small screen. A column without a width of its own gets as much as Grafana gives at least.
const SCREEN_PIXELS = 1600;
const BORDER_PIXELS = 26;
const LEAST_COLUMN_PIXELS = 150;
const LETTER_PIXELS = 7;
const PADDING_PIXELS = 14;

/** The columns of a table by their titles, and how wide those are that say so. */
function columnsOf({ transformations = [], fieldConfig }: Panel) {
  const organized = transformations.find(({ id }) => id === 'organize')?.options;
  const { renameByName = {} } = (organized ?? {}) as { renameByName?: Record<string, string> };
  const widths = new Map(
    (fieldConfig?.overrides ?? []).flatMap(({ matcher, properties }) =>
      properties
        .filter(({ id }) => id === 'custom.width')
        .map(({ value }) => [matcher.options as string, value as number] as const),
    ),
  );
  return { columns: Object.values(renameByName), widths };
}

it('has every metric name be right once', () => {
  expect(dashboards.length).toBeGreaterThanOrEqual(2);
  expect(names).toContain('media_download_attempts_total');
});

it('excuses no panel from Grafana’s windows that does not need it', () => {
  const needed = dashboards.flatMap(([, { title, panels }]) =>
    panels.flatMap((panel) =>
      (panel.targets ?? []).flatMap(({ expr }) =>
        [...withoutTemplates(expr).matchAll(/\[([^\]:$]+)(?::[^\]]*)?\]/g)].map(
          ([, window]) => `${title}: ${panel.title} ${window}`,
        ),
      ),
    ),
  );
  for (const [panel, { windows }] of Object.entries(FIXED_WINDOWS))
    for (const window of windows) expect(needed).toContain(`${panel} ${window}`);
});

describe.each(dashboards)('%s', (_file, dashboard) => {
  it('has panels with ids of their own', () => {
    const ids = dashboard.panels.map((panel) => panel.id);
    expect(ids.every((id) => Number.isInteger(id) && id > 0)).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has no panels that overlap or stick out', () => {
    const taken = new Map<string, string>();
    for (const { gridPos, title = '' } of dashboard.panels) {
      expect(gridPos.x + gridPos.w, title).toBeLessThanOrEqual(24);
      for (let x = gridPos.x; x < gridPos.x + gridPos.w; x += 1) {
        for (let y = gridPos.y; y < gridPos.y + gridPos.h; y += 1) {
          expect(taken.get(`${x} ${y}`), `${title} at ${x} ${y}`).toBeUndefined();
          taken.set(`${x} ${y}`, title);
        }
      }
    }
  });

  it('has a purpose', () => {
    expect(dashboard.description.length).toBeGreaterThan(20);
    expect(dashboard.uid).toMatch(/^otel-media-[a-z-]{3,29}$/);
  });

  it('says of every panel what it is, in which unit, and how far back it reaches', () => {
    for (const panel of withQueries(dashboard.panels)) {
      expect(panel.title, `${panel.id}`).toBeTruthy();
      const [, kind, name = '', days] =
        / (Metric|Event|Series): ([a-z0-9_.]+), kept for (\d+) days\.$/.exec(panel.description ?? '') ?? [];
      const { metricsRetentionDays, logsRetentionDays } = windows;
      expect(days, panel.title).toBe(
        `${panel.datasource?.uid === UIDS.prometheus ? metricsRetentionDays : logsRetentionDays}`,
      );
      const known = kind === 'Event' ? events : kind === 'Series' ? names : metrics;
      expect(known.has(name), `${panel.title}: ${name}`).toBe(true);
      expect(panel.fieldConfig?.defaults.unit, panel.title).toBeTruthy();
    }
  });

  it('is never empty without a word: what is idle says so, or shows 0', () => {
    for (const panel of withQueries(dashboard.panels)) {
      const shows0 = (panel.targets ?? []).every(({ expr }) => /or vector\(0\)\)?$/.test(expr));
      const says = panel.fieldConfig?.defaults.noValue ?? '';
      expect(shows0 || says !== '', panel.title).toBe(true);
    }
  });

  it('leaves no number to the colours that Grafana has by default, red from 80 on', () => {
    for (const panel of dashboard.panels.filter((one) => one.type === 'stat')) {
      expect(panel.fieldConfig?.defaults.thresholds, panel.title).toBeDefined();
    }
  });

  it('gives every outcome and state its own colour: what failed is never green', () => {
    for (const panel of dashboard.panels.filter(({ type }) => type === 'timeseries')) {
      const legends = (panel.targets ?? []).map(({ legendFormat = '' }) => legendFormat);
      const [, label] = /\{\{(media_\w+_(?:outcome|result|state|severity))\}\}$/.exec(legends[0] ?? '') ?? [];
      const attribute = [...attributes.values()].find(({ name }) => name.replaceAll('.', '_') === label);
      if (attribute?.members === undefined || NEITHER_GOOD_NOR_BAD.includes(attribute.name)) continue;
      const fixed = (panel.fieldConfig?.overrides ?? []).filter(({ properties }) =>
        properties.some(({ id }) => id === 'color'),
      );
      for (const member of attribute.members) {
        const found = fixed.filter(({ matcher }) =>
          ['', 'any ', 'any: '].every((before) =>
            new RegExp(`^${matcher.options}$`).test(`${before}${member}`),
          ),
        );
        expect(found, `${panel.title}: ${member}`).toHaveLength(1);
      }
    }
  });

  it('has tables that fit: a column out of sight, as that of the trace, is not there', () => {
    for (const panel of dashboard.panels.filter(({ type }) => type === 'table')) {
      const { columns, widths } = columnsOf(panel);
      const needed = columns.map((title) => widths.get(title) ?? LEAST_COLUMN_PIXELS);
      const room = (panel.gridPos.w / 24) * SCREEN_PIXELS - BORDER_PIXELS;
      expect(
        needed.reduce((sum, one) => sum + one, 0),
        panel.title,
      ).toBeLessThanOrEqual(room);
      for (const title of columns)
        expect(widths.get(title) ?? LEAST_COLUMN_PIXELS, `${panel.title}: ${title}`).toBeGreaterThanOrEqual(
          title.length * LETTER_PIXELS + PADDING_PIXELS,
        );
    }
  });

  it('asks known data sources only', () => {
    for (const panel of withQueries(dashboard.panels)) {
      for (const target of panel.targets ?? []) {
        expect(target.datasource.uid, panel.title).toBe(UIDS[target.datasource.type]);
        expect(panel.datasource, panel.title).toStrictEqual(target.datasource);
      }
    }
  });

  it('names only metrics that exist', () => {
    for (const panel of withQueries(dashboard.panels)) {
      for (const target of panel.targets ?? []) {
        // Series, not labels: a metric's name is followed by its selector.
        for (const name of target.expr.match(/\b[a-z_]+(?=\{)/g) ?? []) {
          expect(names, panel.title).toContain(name);
        }
      }
    }
  });

  it('names only labels that exist', () => {
    for (const panel of withQueries(dashboard.panels)) {
      for (const { expr, datasource } of panel.targets ?? []) {
        if (datasource.type !== 'prometheus') continue;
        const made = [...expr.matchAll(/(?:label_(?:replace|join)\(.*?, |count_values \()"([a-z_]+)"/gs)];
        const known = new Set([...labels, ...made.map(([, name = '']) => name)]);
        const matched = [...expr.matchAll(/([a-z_]+)(?==~?"|!=")/g)].map(([name]) => name);
        const grouped = [...expr.matchAll(/\b(?:by|on|ignoring|group_left|group_right) \(([^)]*)\)/g)];
        for (const label of [...matched, ...grouped.flatMap(([, list = '']) => list.split(', '))])
          if (label !== '') expect(known, `${panel.title}: ${expr}`).toContain(label);
      }
    }
  });

  it('asks events for what they have', () => {
    for (const panel of withQueries(dashboard.panels)) {
      for (const { expr, datasource } of panel.targets ?? []) {
        if (datasource.type !== 'loki') continue;
        const streams = streamsOfLogql(expr);
        expect(streams.length, panel.title).toBeGreaterThan(0);
        const carried = streams.flatMap(({ eventNames }) => eventNames).map((name) => events.get(name));
        // A stream of whatever there is has no event's name, and only what every line has.
        const known = new Set(ON_EVERY_LINE);
        for (const one of carried) {
          expect(one, `${panel.title}: ${expr}`).toBeDefined();
          for (const { attribute } of one?.attributes ?? []) known.add(attribute.name.replaceAll('.', '_'));
        }
        const { used, made } = labelsOfLogql(expr);
        for (const label of used)
          if (!made.includes(label)) expect(known, `${panel.title}: ${expr}`).toContain(label);
      }
    }
  });

  it('leaves no series out of the choice of service and environment', () => {
    for (const panel of withQueries(dashboard.panels)) {
      for (const { expr } of panel.targets ?? []) {
        for (const [, name = '', selector] of withoutTemplates(expr).matchAll(/(\w*)(\{[^}]*\})/g)) {
          // A Collector belongs to no service.
          if (COLLECTOR_SERIES.includes(name)) {
            expect(selector, panel.title).toContain('service_instance_id=~"$collector"');
            continue;
          }
          expect(selector, panel.title).toContain('service_name=~"$service"');
          expect(selector, panel.title).toContain('deployment_environment_name=~"$environment"');
        }
      }
    }
  });

  it('counts over windows of Grafana’s, not of its own', () => {
    for (const panel of withQueries(dashboard.panels)) {
      const own = FIXED_WINDOWS[`${dashboard.title}: ${panel.title}`]?.windows ?? [];
      for (const { expr, datasource } of panel.targets ?? []) {
        // Loki counts the lines between two points of a graph; it has nothing to extrapolate.
        const between = datasource.type === 'loki' ? ['$__interval'] : [];
        for (const [, window = ''] of withoutTemplates(expr).matchAll(/\[([^\]:]+)(?::[^\]]*)?\]/g)) {
          expect(['$__range', '$__rate_interval', ...between, ...own], panel.title).toContain(window);
        }
      }
    }
  });

  it('uses variables that it has', () => {
    const known = new Set(dashboard.templating.list?.map((variable) => variable.name) ?? []);
    for (const panel of withQueries(dashboard.panels)) {
      for (const { expr } of panel.targets ?? []) {
        for (const [, plain, braced] of expr.matchAll(/\$(?:(\w+)|\{(\w+)(?::\w+)?\})/g)) {
          const name = plain ?? braced ?? '';
          if (!name.startsWith('__')) expect(known, panel.title).toContain(name);
        }
      }
    }
  });
});
