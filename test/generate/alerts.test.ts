import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { alertPromql } from '../../src/generate/alert_expression.ts';
import { runbookPath, runbookUrl } from '../../src/generate/alert_links.ts';
import { ruleUid } from '../../src/generate/alert_rules_grafana.ts';
import { PANELS } from '../../src/generate/dashboards/downloads/panel_ids.ts';
import { type AlertDefinition, alerts } from '../../src/registry/alerts.ts';
import { thresholds } from '../../src/registry/thresholds.ts';
import { runbookQueries } from '../stack/dashboard_queries.ts';
import { dashboards, root } from './dashboard_files.ts';

const each = alerts.map((alert) => [alert.name, alert] as const);

const panelIds = (uid: string) =>
  dashboards.filter(([, one]) => one.uid === uid).flatMap(([, one]) => one.panels.map((panel) => panel.id));

const tests = (alert: AlertDefinition) =>
  ['download_success_rate_low', 'cookies_state', 'cookies_rejected']
    .map((file) => readFileSync(join(root, `grafana/prometheus/tests/${file}.yaml`), 'utf8'))
    .filter((text) => text.includes(alert.name));

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
    // 0 and 1 are no thresholds: nothing at all, and the 1 of "1 for the state it is in" and of 1 minus a share.
    const numbers = alertPromql(alert)
      .replaceAll(/"[^"]*"/g, '')
      .match(/(?<![\w.])\d+(\.\d+)?/g);
    const allowed = new Set([0, 1, ...Object.values(thresholds)]);
    for (const number of numbers ?? []) expect(allowed, number).toContain(Number(number));
    for (const text of [alert.summary, alert.description]) {
      const hours = Object.values(thresholds).map((value) => value / 3600);
      const percents = Object.values(thresholds).map((value) => Math.round(value * 100));
      for (const number of text.match(/\d+/g) ?? []) {
        expect([...allowed, ...hours, ...percents], text).toContain(Number(number));
      }
    }
  });

  it('says what, where and how long, and fills in only what it has', () => {
    expect(alert.summary).toContain('{service}');
    expect(alert.description.length).toBeGreaterThan(80);
    const known = ['value', 'service', ...alert.by.map((attribute) => attribute.name)];
    if (alert.condition.kind === 'newest_state_is') known.push(alert.condition.state.name);
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
    const id = Number(/viewPanel=(\d+)$/.exec(runbookUrl(alert))?.[1]);
    expect(panelIds('otel-media-runbooks')).toContain(id);
  });

  it('leads to a panel', () => {
    expect(panelIds('otel-media-downloads')).toContain(PANELS[alert.panel]);
  });

  it('is unit-tested', () => {
    expect(tests(alert).length).toBeGreaterThan(0);
  });
});

describe('rules of Grafana', () => {
  const text = readFileSync(join(root, 'grafana/provisioning/alerting/rules.generated.yaml'), 'utf8');
  const file = parse(text) as {
    groups: { rules: { title: string; noDataState: string; execErrState: string; labels: object }[] }[];
  };
  const rules = file.groups.flatMap((group) => group.rules);

  it('are the same alerts as those of Prometheus', () => {
    expect(rules.map((rule) => rule.title).sort()).toStrictEqual(alerts.map((alert) => alert.name).sort());
  });

  it('say what no data and a failing query mean', () => {
    for (const rule of rules) {
      expect(rule.noDataState).toBe('OK');
      expect(rule.execErrState).toBe('Error');
    }
  });

  it('hold nothing that Grafana would expand as an environment variable on reading', () => {
    for (const rule of rules) expect(JSON.stringify(rule.labels)).not.toContain('$');
    expect(text).not.toContain('${');
  });
});
