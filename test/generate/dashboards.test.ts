import { describe, expect, it } from 'vitest';
import { FOREIGN_METRICS } from '../../src/generate/dashboards/foreign_metrics.ts';
import { prometheusName } from '../../src/registry/prometheus_name.ts';
import { attributes, metrics } from '../../src/registry/registry.ts';
import { dashboards, type Panel } from './dashboard_files.ts';

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
  ...['le', 'span_name', 'event_name'],
]);

const withQueries = (panels: readonly Panel[]) => panels.filter((panel) => panel.targets !== undefined);

it('has every metric name be right once', () => {
  expect(dashboards.length).toBeGreaterThanOrEqual(2);
  expect(names).toContain('media_download_attempts_total');
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

  it('says of every panel what it is and in which unit', () => {
    for (const panel of withQueries(dashboard.panels)) {
      expect(panel.title, `${panel.id}`).toBeTruthy();
      expect(panel.description, panel.title).toMatch(/(?:Metric|Event|Series): [a-z0-9_.]+\.$/);
      expect(panel.fieldConfig?.defaults.unit, panel.title).toBeTruthy();
    }
  });

  it('leaves no number to the colours that Grafana has by default, red from 80 on', () => {
    for (const panel of dashboard.panels.filter((one) => one.type === 'stat')) {
      expect(panel.fieldConfig?.defaults.thresholds, panel.title).toBeDefined();
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
      for (const { expr } of panel.targets ?? []) {
        const matched = [...expr.matchAll(/([a-z_]+)(?==~?"|!=")/g)].map(([name]) => name);
        const grouped = [...expr.matchAll(/\b(?:by|on) \(([^)]*)\)/g)].flatMap(([, list = '']) =>
          list.split(', '),
        );
        for (const label of [...matched, ...grouped])
          expect(labels, `${panel.title}: ${expr}`).toContain(label);
      }
    }
  });

  it('leaves no series out of the choice of service and environment', () => {
    for (const panel of withQueries(dashboard.panels)) {
      for (const { expr } of panel.targets ?? []) {
        for (const [selector] of expr.matchAll(/\{[^}]*\}/g)) {
          expect(selector, panel.title).toContain('service_name=~"$service"');
          expect(selector, panel.title).toContain('deployment_environment_name=~"$environment"');
        }
      }
    }
  });

  it('counts over windows of Grafana’s, not of its own', () => {
    for (const panel of withQueries(dashboard.panels)) {
      for (const { expr } of panel.targets ?? []) {
        for (const [, window = ''] of expr.matchAll(/\[([^\]:]+)(?::[^\]]*)?\]/g)) {
          expect(['$__range', '$__rate_interval'], panel.title).toContain(window);
        }
      }
    }
  });

  it('uses variables that it has', () => {
    const known = new Set(dashboard.templating.list?.map((variable) => variable.name) ?? []);
    for (const panel of withQueries(dashboard.panels)) {
      for (const { expr } of panel.targets ?? []) {
        for (const [, name = ''] of expr.matchAll(/\$(\w+)/g)) {
          if (!name.startsWith('__')) expect(known, panel.title).toContain(name);
        }
      }
    }
  });
});
