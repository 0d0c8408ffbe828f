import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { alertPromql } from '../../src/alerts/alert_promql.ts';
import { runbookPath, runbookUrl } from '../../src/alerts/place.ts';
import { ruleUid } from '../../src/alerts/rules_grafana.ts';
import { burningRatio } from '../../src/alerts/shares.ts';
import { alertPlace } from '../../src/generate/alerts/places.ts';
import { ALERT_GROUPS, CATEGORIES, SEVERITIES } from '../../src/registry/alerts/define.ts';
import { type AlertDefinition, alerts } from '../../src/registry/alerts.ts';
import { thresholds } from '../../src/registry/thresholds.ts';
import { runbookQueries } from '../stack/dashboards/queries.ts';
import { dashboards, root } from './dashboards/files.ts';

const each = alerts.map((alert) => [alert.name, alert] as const);

const panelIds = (uid: string) =>
  dashboards.filter(([, one]) => one.uid === uid).flatMap(([, one]) => one.panels.map((panel) => panel.id));

interface Sample {
  readonly value: number;
}
interface UnitTest {
  readonly promql_expr_test?: readonly {
    readonly expr: string;
    readonly eval_time: string;
    readonly exp_samples?: readonly Sample[];
  }[];
  readonly alert_rule_test?: readonly {
    readonly alertname: string;
    readonly eval_time: string;
    readonly exp_alerts: readonly object[];
  }[];
}

const unitTests = readdirSync(join(root, 'grafana/prometheus/tests')).flatMap((file) => {
  const text = readFileSync(join(root, 'grafana/prometheus/tests', file), 'utf8');
  return (parse(text) as { tests: readonly UnitTest[] }).tests;
});

/** When an alert is expected to fire and when not, in minutes, for each unit test that speaks of it. */
function expectations(alert: AlertDefinition): { fires: boolean; minutes: number }[][] {
  return unitTests.map((test) => [
    ...(test.promql_expr_test ?? [])
      .filter(({ expr }) => expr.includes('ALERTS') && names(expr, alert) && !expr.includes('"pending"'))
      .map((one) => ({ fires: (one.exp_samples ?? []).length > 0, minutes: inMinutes(one.eval_time) })),
    ...(test.alert_rule_test ?? [])
      .filter(({ alertname }) => alertname === alert.name)
      .map((one) => ({ fires: one.exp_alerts.length > 0, minutes: inMinutes(one.eval_time) })),
  ]);
}

function names(expr: string, alert: AlertDefinition): boolean {
  const [, operator, name = ''] = /alertname(=~?)"([^"]+)"/.exec(expr) ?? [];
  return operator === '=~' ? new RegExp(`^(?:${name})$`).test(alert.name) : name === alert.name;
}

function inMinutes(time: string): number {
  const [, minutes = '0', , seconds = '0'] = /^(?:(\d+)m)?((\d+)s)?$/.exec(time) ?? [];
  return Number(minutes) + Number(seconds) / 60;
}

// Numbers that are made of thresholds: the 1 of "1 for the state it is in" and of 1 minus a share are none.
const derived = [
  burningRatio({ objective: thresholds.downloadObjectiveRatio, burnRate: thresholds.budgetFastBurnRate }),
  burningRatio({ objective: thresholds.downloadObjectiveRatio, burnRate: thresholds.budgetSlowBurnRate }),
  1 - thresholds.processingErrorRatio,
  thresholds.telemetryMemoryHours * 3600,
  // The median.
  0.5,
  // How often the Collector is asked for, in minutes: within any silence.
  1,
];
const offsets = [
  2 * thresholds.telemetryWindowMinutes,
  thresholds.cachePastHours * 60,
  thresholds.cachePastHours * 60 + thresholds.cacheWindowMinutes,
  ...Array.from({ length: thresholds.trafficPastDays }, (_, index) => [
    index + 1,
    (index + 1) * 1440,
    (index + 1) * 1440 + thresholds.trafficWindowMinutes,
  ]).flat(),
];
const ends = [
  thresholds.cacheWindowMinutes,
  ...Array.from({ length: thresholds.trafficPastDays }, (_, index) => (index + 1) * 1440),
];
const windows = [
  ...Object.entries(thresholds)
    .filter(([name]) => name.endsWith('Minutes'))
    .map(([, minutes]) => minutes),
  thresholds.cachePastHours * 60,
];
// Whether a process is new is told by its age at the beginning of a window, and some seconds more (see src/alerts/counted.ts).
const ages = [0, ...ends].flatMap((ago) => [
  ago * 60,
  ...windows.flatMap((minutes) => [30, 60].map((more) => (ago + minutes) * 60 + more)),
]);
const allowed = new Set<number>([0, 1, ...Object.values(thresholds), ...derived, ...offsets, ...ages]);

it('names each alert and each rule once', () => {
  expect(new Set(alerts.map((alert) => alert.name)).size).toBe(alerts.length);
  expect(new Set(alerts.map(ruleUid)).size).toBe(alerts.length);
});

describe.each(each)('%s', (name, alert) => {
  it('is named like an alert', () => {
    expect(name).toMatch(/^([A-Z][a-z]+){2,}$/);
    expect(ruleUid(alert).length).toBeLessThanOrEqual(40);
  });

  it('has no number of its own', () => {
    const numbers = alertPromql(alert)
      .replaceAll(/"[^"]*"/g, '')
      .match(/(?<![\w.])\d+(\.\d+)?/g);
    for (const number of numbers ?? []) expect(allowed, number).toContain(Number(number));
    for (const text of [alert.summary, alert.description]) {
      const hours = Object.values(thresholds).map((value) => value / 3600);
      const minutes = Object.values(thresholds).map((value) => value / 60);
      const percents = Object.values(thresholds).map((value) => Math.round(value * 100));
      // The period of the objective, how often the Collector tells, and the answer of the health endpoint.
      const facts = [30, 15, 503];
      for (const number of text.match(/\d+(?:\.\d+)?/g) ?? []) {
        expect([...allowed, ...hours, ...minutes, ...percents, ...facts], text).toContain(Number(number));
      }
    }
  });

  it('says what, where and how long, and fills in only what it has', () => {
    // There is one Collector, and many services.
    expect(alert.summary).toMatch(/\{service\}|The (?:queue of the )?Collector/);
    expect(alert.description.length).toBeGreaterThan(80);
    const known = ['value', 'service', ...alert.by.map((attribute) => attribute.name)];
    if (alert.condition.kind === 'newest_state_is') known.push(alert.condition.state.name);
    if ('label' in alert.condition && alert.condition.label) known.push(alert.condition.label);
    for (const [, placeholder] of `${alert.summary} ${alert.description}`.matchAll(/\{([^}]+)\}/g)) {
      expect(known).toContain(placeholder);
    }
  });

  it('leads to a runbook, in the repository and in Grafana', () => {
    const path = join(root, runbookPath(alert));
    expect(existsSync(path)).toBe(true);
    const text = readFileSync(path, 'utf8');
    expect(text).toMatch(new RegExp(`^# ${name}\n`));
    for (const heading of ['**What it means.**', '## Tell the causes apart', '## What to do']) {
      expect(text).toContain(heading);
    }
    expect(runbookQueries(text, { service: 'a', file: 'b' }).length).toBeGreaterThanOrEqual(3);
    const id = Number(/viewPanel=(\d+)$/.exec(runbookUrl(alertPlace(alert)))?.[1]);
    expect(panelIds('otel-media-runbooks')).toContain(id);
  });

  it('leads to a panel', () => {
    const { dashboardUid, panelId } = alertPlace(alert);
    expect(panelIds(dashboardUid)).toContain(panelId);
  });

  it('is of a known group, severity and category', () => {
    expect(ALERT_GROUPS).toContain(alert.group);
    expect(SEVERITIES).toContain(alert.severity);
    expect(CATEGORIES).toContain(alert.category);
  });

  it('was seen firing, quiet before that, and resolved in one unit test', () => {
    const whole = expectations(alert).filter((one) => {
      const firing = one.filter(({ fires }) => fires).map(({ minutes }) => minutes);
      const quiet = one.filter(({ fires }) => !fires).map(({ minutes }) => minutes);
      return quiet.some((q) => firing.some((f) => q < f)) && quiet.some((q) => firing.some((f) => q > f));
    });
    expect(whole.length).toBeGreaterThan(0);
  });
});

describe('rules of Grafana', () => {
  const text = readFileSync(join(root, 'grafana/provisioning/alerting/rules.generated.yaml'), 'utf8');
  const file = parse(text) as {
    groups: {
      name: string;
      rules: { title: string; noDataState: string; execErrState: string; labels: object }[];
    }[];
  };
  const rules = file.groups.flatMap((group) => group.rules);

  it('are the same alerts as those of Prometheus', () => {
    expect(rules.map((rule) => rule.title).sort()).toStrictEqual(alerts.map((alert) => alert.name).sort());
  });

  // One by one, so that none is what it is by accident.
  it('say what no data and a failing query mean', () => {
    const those = (test: (rule: (typeof rules)[number]) => boolean) =>
      rules.filter(test).map(({ title }) => title);
    expect(those((rule) => rule.noDataState !== 'OK')).toStrictEqual(['CollectorStopped']);
    expect(those((rule) => rule.noDataState === 'Alerting')).toStrictEqual(['CollectorStopped']);
    expect(those((rule) => rule.execErrState === 'Alerting')).toStrictEqual([
      'TelemetryStopped',
      'CollectorStopped',
    ]);
    expect(those((rule) => rule.execErrState === 'KeepLast')).toStrictEqual([
      'CookiesStale',
      'CookiesExpiring',
      'CookiesUnusable',
      'CircuitBreakerOpen',
      'DeadAir',
      'HealthCritical',
      'HealthDegraded',
    ]);
    for (const rule of rules) expect(['OK', 'Error', 'Alerting', 'KeepLast']).toContain(rule.execErrState);
  });

  it('are in groups of the same names as those of Prometheus, with the labels by which alerts are routed', () => {
    const prometheus = parse(
      readFileSync(join(root, 'grafana/prometheus/alerts.generated.yaml'), 'utf8'),
    ) as { groups: { name: string; rules: { alert: string; labels: object }[] }[] };
    expect(prometheus.groups.map(({ name }) => name)).toStrictEqual(
      file.groups.map(({ name }) => `otel-media-${name}`),
    );
    for (const [index, { labels }] of prometheus.groups.flatMap((group) => group.rules).entries()) {
      expect(labels).toStrictEqual(rules[index]?.labels);
      expect(Object.keys(labels)).toStrictEqual(['severity', 'category']);
    }
  });

  it('hold nothing that Grafana would expand as an environment variable on reading', () => {
    for (const rule of rules) expect(JSON.stringify(rule.labels)).not.toContain('$');
    expect(text).not.toContain('${');
  });
});
