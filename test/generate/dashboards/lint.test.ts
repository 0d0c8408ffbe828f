import { describe, expect, it } from 'vitest';
import { COLLECTOR_SERIES } from '../../../src/generate/dashboards/queries/collector_metrics.ts';
import { FIXED_WINDOWS } from './exceptions.ts';
import { type Dashboard, dashboards, type Panel } from './files.ts';
import { withoutTemplates } from './logql_names.ts';

// The rules of the public dashboard linter (github.com/grafana/dashboard-linter, docs/index.md), which is a Go program
// that we do not run. Each is checked here, or is in EXCEPTIONS with what is done instead.

interface Exception {
  readonly reason: string;
  /** Panels that are excused, as "dashboard: panel"; all where absent. */
  readonly panels?: readonly string[];
}

const PUSHED =
  'metrics and logs are pushed over OTLP, not scraped: there is no job or instance to choose, but a service and an environment, which every dashboard has as variables and every query matches';

const EXCEPTIONS: Readonly<Record<string, Exception>> = {
  'template-datasource-rule': {
    reason:
      'the data sources are provisioned with the dashboards under fixed ids, which alert rules and links to Explore name too',
  },
  'panel-datasource-rule': { reason: 'the same: panels name the provisioned data sources' },
  'template-job-rule': { reason: PUSHED },
  'template-instance-rule': { reason: PUSHED },
  'target-job-rule': { reason: PUSHED },
  'target-instance-rule': { reason: PUSHED },
  'target-rate-interval-rule': {
    reason:
      'a number or a table counts over all of the time shown, and says so: $__range. Other windows are in FIXED_WINDOWS, with a reason each',
  },
  'target-logql-auto-rule': {
    reason:
      'numbers and tables made of log lines count over all of the time shown: $__range, at one instant. Graphs have $__interval, which is the distance of their points',
  },
  'target-counter-agg-rule': {
    reason: 'the uptime of a Collector is a counter by its name, and what it stands at is what is asked',
    panels: ['Telemetry pipeline: 9 Collectors', 'Telemetry pipeline: 72 Uptime of the Collector'],
  },
  'panel-units-rule': {
    reason: 'texts and lists of alerts show no numbers; what is counted has the unit “short”',
  },
};

/** Kinds of panel that show numbers, for the linter. */
const WITH_NUMBERS = ['stat', 'table', 'timeseries', 'gauge', 'bargauge', 'barchart', 'heatmap'];
/** Kinds of panel that ask nothing. */
const WITHOUT_QUERIES = ['row', 'text', 'alertlist'];

type Rule = (dashboard: Dashboard) => readonly string[];

const panelsOf = ({ panels }: Dashboard) => panels.filter(({ type }) => !WITHOUT_QUERIES.includes(type));
const targetsOf = (dashboard: Dashboard) =>
  panelsOf(dashboard).flatMap((panel) => (panel.targets ?? []).map((target) => ({ panel, ...target })));
const promql = (dashboard: Dashboard) =>
  targetsOf(dashboard).filter(({ datasource }) => datasource.type === 'prometheus');
const logql = (dashboard: Dashboard) =>
  targetsOf(dashboard).filter(({ datasource }) => datasource.type === 'loki');
// A dashboard of texts has none.
const variablesOf = ({ templating }: Dashboard) => templating.list ?? [];
const name = (panel: Panel) => `${panel.id} ${panel.title}`;

/** What is wrong with a dashboard, by rule. */
const RULES: Readonly<Record<string, Rule>> = {
  'panel-title-description-rule': (dashboard) =>
    panelsOf(dashboard)
      .filter(({ title, description }) => !title || !description)
      .map(name),
  'panel-units-rule': (dashboard) =>
    dashboard.panels
      .filter(({ type, fieldConfig }) => WITH_NUMBERS.includes(type) && !fieldConfig?.defaults.unit)
      .map(name),
  'panel-no-targets-rule': (dashboard) =>
    panelsOf(dashboard)
      .filter(({ targets = [] }) => targets.length === 0)
      .map(name),
  'template-on-time-change-reload-rule': (dashboard) =>
    variablesOf(dashboard)
      .filter(({ type, refresh }) => type === 'query' && refresh !== 2)
      .map((variable) => variable.name),
  'template-label-promql-rule': (dashboard) =>
    variablesOf(dashboard)
      .filter(({ type }) => type === 'query')
      .filter(({ query }) => !/^label_values\(\{[^{}]+\}, [a-z_]+\)$/.test(query.query))
      .map((variable) => variable.name),
  'template-required-variables-rule': (dashboard) => {
    const names = variablesOf(dashboard).map((variable) => variable.name);
    const asks = dashboard.panels.some(({ targets = [] }) => targets.length > 0);
    return asks ? ['service', 'environment'].filter((needed) => !names.includes(needed)) : [];
  },
  'target-required-matchers-rule': (dashboard) =>
    targetsOf(dashboard)
      .filter(({ expr }) =>
        [...withoutTemplates(expr).matchAll(/(\w*)(\{[^}]*\})/g)].some(([, series = '', selector = '']) =>
          requiredMatchers(series).some((matcher) => !selector.includes(matcher)),
        ),
      )
      .map(({ panel }) => name(panel)),
  'target-promql-rule': (dashboard) =>
    promql(dashboard)
      .filter(({ expr }) => !isBalanced(expr))
      .map(({ panel }) => name(panel)),
  'target-logql-rule': (dashboard) =>
    logql(dashboard)
      .filter(({ expr }) => !isBalanced(withoutTemplates(expr)) || !/\{[^}]*=/.test(expr))
      .map(({ panel }) => name(panel)),
  'target-rate-interval-rule': (dashboard) =>
    promql(dashboard)
      .filter(({ panel, expr }) => {
        const own = FIXED_WINDOWS[`${dashboard.title}: ${panel.title}`]?.windows ?? [];
        return windowsOf(expr).some((window) => !['$__rate_interval', '$__range', ...own].includes(window));
      })
      .map(({ panel }) => name(panel)),
  'target-logql-auto-rule': (dashboard) =>
    logql(dashboard)
      .filter(({ panel, expr, queryType }) => {
        const own = FIXED_WINDOWS[`${dashboard.title}: ${panel.title}`]?.windows ?? [];
        const fitting = queryType === 'range' ? '$__interval' : '$__range';
        return windowsOf(withoutTemplates(expr)).some((window) => ![fitting, ...own].includes(window));
      })
      .map(({ panel }) => name(panel)),
  // A counter as it stands says how long a process has lived: it must be inside of a window.
  'target-counter-agg-rule': (dashboard) =>
    promql(dashboard)
      .filter(({ expr }) => /\b[a-z_]+_(?:total|bucket|sum|count)\{[^}]*\}(?!\[)/.test(expr))
      .map(({ panel }) => name(panel)),
  // A quantile needs the bounds of the buckets that it is taken from.
  'target-histogram-rule': (dashboard) =>
    promql(dashboard)
      .filter(
        ({ expr }) => expr.includes('histogram_quantile(') && !/sum by \([^)]*\ble\) \(.*_bucket/s.test(expr),
      )
      .map(({ panel }) => name(panel)),
  'uneditable-dashboard': ({ editable }) => (editable === false ? [] : ['it is editable']),
};

// A Collector belongs to no service.
function requiredMatchers(series: string): readonly string[] {
  if (COLLECTOR_SERIES.includes(series)) return ['service_instance_id=~"$collector"'];
  return ['service_name=~"$service"', 'deployment_environment_name=~"$environment"'];
}

function windowsOf(expr: string): string[] {
  return [...expr.matchAll(/\[([^\]:]+)(?::[^\]]*)?\]/g)].map(([, window = '']) => window);
}

function isBalanced(expr: string): boolean {
  const closing: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
  const open: string[] = [];
  for (const sign of expr.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""')) {
    if ('([{'.includes(sign)) open.push(sign);
    else if (sign in closing && open.pop() !== closing[sign]) return false;
  }
  return open.length === 0;
}

describe.each(dashboards)('%s', (_file, dashboard) => {
  it.each(Object.entries(RULES))('%s', (rule, check) => {
    const excused = EXCEPTIONS[rule]?.panels ?? [];
    const wrong = check(dashboard).filter((what) => !excused.includes(`${dashboard.title}: ${what}`));
    expect(wrong).toStrictEqual([]);
  });

  it('names the provisioned data sources, as the exception from the rules on data sources says', () => {
    for (const panel of panelsOf(dashboard))
      expect(panel.datasource?.uid, panel.title).toMatch(/^otel-media-/);
  });
});

it('gives a reason for every exception', () => {
  for (const { reason } of Object.values(EXCEPTIONS)) expect(reason.length).toBeGreaterThan(20);
});

it('would notice what is wrong', () => {
  const panel = {
    id: 1,
    type: 'stat',
    gridPos: { x: 0, y: 0, w: 1, h: 1 },
    targets: [
      {
        refId: 'A',
        datasource: { type: 'prometheus', uid: 'other' },
        expr: 'histogram_quantile(0.9, rate(x_bucket{a="b"}[5m])) + y_total{a="b"} + (',
      },
    ],
  } as const;
  const bad: Dashboard = {
    uid: 'x',
    title: 'X',
    description: '',
    editable: true,
    panels: [panel],
    templating: { list: [] },
  };
  const found = Object.entries(RULES).filter(([, rule]) => rule(bad).length > 0);
  expect(found.map(([rule]) => rule).sort()).toStrictEqual([
    'panel-title-description-rule',
    'panel-units-rule',
    'target-counter-agg-rule',
    'target-histogram-rule',
    'target-promql-rule',
    'target-rate-interval-rule',
    'target-required-matchers-rule',
    'template-required-variables-rule',
    'uneditable-dashboard',
  ]);
});
